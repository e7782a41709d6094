import type { Actor } from '~/features/organisations/model/permissions'
import { openDatabase } from '~/platform/db.server'
import { admits } from './programme'

export type FundOrder = { file: string; admin: Actor; dossierIds: string[]; grantedCents: number }
export type FundReport = { kind: 'ready' } | { kind: 'done'; outcomes: string[] }

/** One process of the race: opens the database, says it is ready, and admits all its dossiers at once when told to. */
process.once('message', (order: FundOrder) => {
  const open = openDatabase(order.file)
  process.once('message', () => {
    const all = order.dossierIds.map(async (id) => {
      const admitted = await admits(order.admin, id, order.grantedCents)
      return admitted.ok ? 'granted' : admitted.error.code
    })
    void Promise.all(all).then((outcomes) => {
      open.close()
      process.send!({ kind: 'done', outcomes } satisfies FundReport)
      process.disconnect()
    })
  })
  process.send!({ kind: 'ready' } satisfies FundReport)
})
