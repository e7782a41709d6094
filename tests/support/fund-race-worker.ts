import { once } from 'node:events'
import type { Actor } from '~/features/organisations/model/permissions'
import { openAddress } from './open-address'
import { admits } from './programme'

export type FundOrder = { file: string; admin: Actor; dossierIds: string[]; grantedCents: number }
export type FundReport = { kind: 'ready' } | { kind: 'done'; outcomes: string[] }

/** One process of the race: opens the database, says it is ready, and admits all its dossiers at once when told to. */
process.once('message', (order: FundOrder) => void compete(order))

async function compete(order: FundOrder): Promise<void> {
  const open = await openAddress(order.file)
  const told = once(process, 'message')
  process.send!({ kind: 'ready' } satisfies FundReport)
  await told
  const all = order.dossierIds.map(async (id) => {
    const admitted = await admits(order.admin, id, order.grantedCents)
    return admitted.ok ? 'granted' : admitted.error.code
  })
  const outcomes = await Promise.all(all)
  await open.close()
  process.send!({ kind: 'done', outcomes } satisfies FundReport)
  process.disconnect()
}
