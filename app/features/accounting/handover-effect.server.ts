import { calendarYear } from '~/core/period'
import { accountCohort } from './model/cohort'
import type { LedgerRow } from './model/ledger-row'
import { rateEffects } from './model/rate-effects'
import type { Rate } from './model/rates'
import { listAccountedSites } from './queries/accounts.server'
import { findLedgerRow, listLedgerOfSites } from './queries.server'
import { readWithholding } from './queries/withheld.server'

/** What a handover did to its commune's rate; without `effect` its site has no inventory, so that it has no rate. */
export type HandoverEffect = {
  row: LedgerRow
  /** The year whose cohort the site belongs to: that of its last day of works. */
  year: number
  effect: { before: Rate; after: Rate } | null
}

/**
 * The effect of a handover on its commune's local reuse rate; null until the ledger has it.
 * @param seesWhole whether the reader sees all of a commune; others read a rate without the handovers that no public
 *   figure counts, but for this one
 */
export async function findHandoverEffect(
  handoverId: string,
  seesWhole: (communeCode: string) => boolean = () => true,
): Promise<HandoverEffect | null> {
  const row = await findLedgerRow(handoverId)
  if (!row) return null
  const { entries } = await readWithholding()
  const leftOut = seesWhole(row.fromCommuneCode) ? [] : entries.filter(({ seq }) => seq !== row.seq)
  const handedOverIn = calendarYear(Number(row.handedOverOn.slice(0, 4)))
  const sites = await listAccountedSites(handedOverIn, row.fromCommuneCode)
  const site = sites.find(({ id }) => id === row.siteId)
  if (!site) throw new Error(`No site ${row.siteId} for handover ${handoverId}`)
  const year = Number(site.endsOn.slice(0, 4))
  const account = accountCohort(sites, calendarYear(year))
  if (!account.siteIds.includes(row.siteId)) return { row, year, effect: null }
  const effects = rateEffects(
    await listLedgerOfSites(account.siteIds, leftOut),
    account.localReuse.denominatorG,
  )
  const own = effects.find((effect) => effect.row.handoverId === handoverId)
  return { row, year, effect: own ? { before: own.before, after: own.after } : null }
}
