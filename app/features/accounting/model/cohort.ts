import type { DayInterval, IsoDay } from '~/core/days'
import { localReuseRate, type Rate, realisationRate } from './rates'

/** A site as the accounts see it: masses in grams over its whole life. */
export type AccountedSite = {
  id: string
  /** The day after the last day of works, as intervals are half-open; null when not known. */
  worksUntil: IsoDay | null
  /** What its inventory counts; null without an inventory. */
  inventory: { totalG: number; reusableG: number } | null
  /** Handed over for reuse and confirmed, whenever. */
  handedOverG: number
  /** The part of it handed over in the period asked for. */
  handedOverInPeriodG: number
}

/**
 * Whether a site belongs to the cohort of a period: it has an inventory (PEMD or equivalent) and its last day of
 * works is in the period. Sites without any handover belong too, or the rate would only count successes.
 */
export function isInCohort(site: AccountedSite, period: DayInterval): boolean {
  if (site.inventory === null || site.worksUntil === null) return false
  return period.from < site.worksUntil && site.worksUntil <= period.until
}

export type CohortAccount = {
  siteIds: string[]
  localReuse: Rate
  realisation: Rate
  /** Handed over in the period from the sites outside the cohort, shown beside the rate and never in it. */
  outside: { handedOverG: number; siteCount: number }
}

/**
 * The account of a territory's sites for a period: each site counts on one side only.
 * `outside` counts the sites that handed something over in the period, whatever keeps them out of the cohort: no
 * inventory, or other dates.
 */
export function accountCohort(sites: readonly AccountedSite[], period: DayInterval): CohortAccount {
  const cohort = sites.filter((site) => isInCohort(site, period))
  const outside = sites.filter((site) => !isInCohort(site, period) && site.handedOverInPeriodG > 0)
  const handedOverG = sum(cohort.map((site) => site.handedOverG))
  return {
    siteIds: cohort.map((site) => site.id),
    localReuse: localReuseRate({
      inventoriedG: sum(cohort.map((site) => site.inventory?.totalG ?? 0)),
      handedOverG,
    }),
    realisation: realisationRate({
      identifiedReusableG: sum(cohort.map((site) => site.inventory?.reusableG ?? 0)),
      handedOverG,
    }),
    outside: {
      handedOverG: sum(outside.map((site) => site.handedOverInPeriodG)),
      siteCount: outside.length,
    },
  }
}

function sum(masses: readonly number[]): number {
  return masses.reduce((total, massG) => total + massG, 0)
}
