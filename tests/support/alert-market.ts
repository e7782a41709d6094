import { addDays } from '~/core/days'
import { newId } from '~/core/ids'
import { saveSearch } from '~/features/alerts/commands/save-search.server'
import type { AlertPace } from '~/features/alerts/model/saved-search'
import type { Actor } from '~/features/organisations/model/permissions'
import { runOnce } from '~/jobs/worker.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { makeLot, type LotRow } from '~db/seed/factories/lot'
import { makeNeed } from '~db/seed/factories/need'
import { insertRows } from '~db/seed/factories/rows'
import { granted } from './answers'
import { TODAY } from './deal'
import type { ReceivedMail } from './mail-server'

/** Offers a lot of doors in Montreuil as the command does, without its photo. */
export async function offersLot(
  giver: Actor,
  siteId: string,
  overrides: Partial<LotRow> = {},
): Promise<string> {
  const lot = makeLot({
    ...{ organisationId: giver.organisationId, siteId, communeCode: '93048', material: 'door' },
    ...{ title: 'Portes à âme pleine', unit: 'u', quantityMilli: 12_000 },
    ...{ availableFrom: TODAY, availableUntil: addDays(TODAY, 90) },
    ...overrides,
  })
  await withTx(async (tx) => {
    await insertRows(tx, { lots: [lot] })
    await tell(tx, 'lot.published', { lotId: lot.id })
  })
  return lot.id
}

/** Tells that a lot changed, as the command does. */
export async function changesLot(lotId: string): Promise<void> {
  await withTx((tx) => tell(tx, 'lot.changed', { lotId }))
}

/** States a need of doors in Montreuil as the command does. */
export async function statesNeed(taker: Actor, title: string): Promise<string> {
  const need = makeNeed({
    ...{ organisationId: taker.organisationId, communeCode: '93048', material: 'door', title },
    ...{ neededFrom: TODAY, neededUntil: addDays(TODAY, 90) },
  })
  await withTx(async (tx) => {
    await insertRows(tx, { needs: [need] })
    await tell(tx, 'need.stated', { needId: need.id })
  })
  return need.id
}

type Keeps = { query?: string; pace?: AlertPace; name?: string; subject?: 'lots' | 'needs' }

/** Keeps a search for someone and gives its id. */
export async function keeps(actor: Actor, asked: Keeps = {}): Promise<string> {
  const search = {
    subject: 'lots',
    query: '?materiau=door',
    name: 'Mes portes',
    pace: 'immediate',
    ...asked,
  } as const
  return granted(await saveSearch({ actor, id: newId(), ...search })).id
}

/** Does everything that is due, then what that asked for. */
export async function workIsDone(owner = 'alerts-test'): Promise<void> {
  while (await runOnce(owner));
}

/** Where a mail program ends the alerts with one click. */
export function oneClickOf({ raw }: ReceivedMail): string {
  const head = raw.split('\r\n\r\n')[0]!.replace(/\r\n[ \t]+/g, ' ')
  return new URL(/^List-Unsubscribe:\s*<([^>]+)>/m.exec(head)?.[1] ?? '').pathname
}
