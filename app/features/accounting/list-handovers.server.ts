import { calendarYear } from '~/core/period'
import { accountCohort } from './model/cohort'
import { filterHandovers, type HandoverFilters } from './model/handover-filters'
import type { LedgerRow } from './model/ledger-row'
import {
  listAccountedSites,
  listIncomingLedger,
  listLedgerOfCommune,
  listLedgerOfSites,
} from './queries.server'

/** The handovers behind a figure of a commune, oldest first: their masses add up to that figure. */
export async function listHandovers(communeCode: string, filters: HandoverFilters): Promise<LedgerRow[]> {
  return filterHandovers(await rowsOfScope(communeCode, filters), filters)
}

async function rowsOfScope(communeCode: string, filters: HandoverFilters): Promise<LedgerRow[]> {
  const period = calendarYear(filters.annee)
  if (filters.perimetre === 'entrant') return listIncomingLedger(communeCode, period)
  if (filters.perimetre === 'annee') return listLedgerOfCommune(communeCode, period)
  const { siteIds } = accountCohort(await listAccountedSites(period, communeCode), period)
  if (filters.perimetre === 'taux') return listLedgerOfSites(siteIds)
  const cohort = new Set(siteIds)
  return (await listLedgerOfCommune(communeCode, period)).filter(({ siteId }) => !cohort.has(siteId))
}
