import { calendarYear } from '~/core/period'
import { carbonClaim } from './model/carbon-claim'
import { accountCohort } from './model/cohort'
import { readFunnel } from './funnel.server'
import { monthlyMasses } from './model/monthly-masses'
import type { LedgerRow } from './model/ledger-row'
import { rateEffects } from './model/rate-effects'
import { listAccountedSites } from './queries/accounts.server'
import { getIncomingMassG, listLedgerOfCommune, listLedgerOfSites } from './queries.server'

/**
 * A commune's year, traceable to its handovers: the account, the sites and handovers that make it, each handover with
 * its effect on the rate, and beside it what the rate does not count.
 */
export async function readCommuneYear(communeCode: string, year: number) {
  const period = calendarYear(year)
  const sites = await listAccountedSites(period, communeCode)
  const account = accountCohort(sites, period)
  const cohort = new Set(account.siteIds)
  const [ofCohort, ofYear, incomingG, funnel] = await Promise.all([
    listLedgerOfSites(account.siteIds),
    listLedgerOfCommune(communeCode, period),
    getIncomingMassG(communeCode, period),
    readFunnel(account),
  ])
  return {
    account,
    sites: sites.filter(({ id }) => cohort.has(id)).sort((a, b) => (a.endsOn < b.endsOn ? -1 : 1)),
    effects: rateEffects(ofCohort, account.localReuse.denominatorG),
    outside: ofYear.filter(({ siteId }) => !cohort.has(siteId)),
    incomingG,
    funnel,
    carbon: carbonClaim(ofYear),
    months: monthlyMasses(ofYear, year),
  }
}

/**
 * The handovers of a commune's year that a reader is told, those of the rate each with its effect on it. What the reader
 * is not told moves no rate: the difference of two lines would tell it.
 */
export async function listToldEffects(
  communeCode: string,
  year: number,
  isTold: (row: LedgerRow) => boolean,
) {
  const period = calendarYear(year)
  const account = accountCohort(await listAccountedSites(period, communeCode), period)
  const cohort = new Set(account.siteIds)
  const [ofCohort, ofYear] = await Promise.all([
    listLedgerOfSites(account.siteIds),
    listLedgerOfCommune(communeCode, period),
  ])
  return {
    effects: rateEffects(ofCohort.filter(isTold), account.localReuse.denominatorG),
    outside: ofYear.filter((row) => !cohort.has(row.siteId) && isTold(row)),
  }
}
