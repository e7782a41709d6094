import type { DayInterval } from '~/core/days'
import type { CohortAccount } from './cohort'
import type { LedgerKey } from './suppression'

/**
 * How much of a figure its reader is told: all of it, all but withheld handovers (it is at least what is told), or
 * nothing, as only withheld handovers make it.
 */
export type Telling = 'whole' | 'partial' | 'few'

/** How a figure is told from what is left of it once the withheld is out. */
export function tellingOf(toldG: number, leavesOut: boolean): Telling {
  if (!leavesOut) return 'whole'
  return toldG > 0 ? 'partial' : 'few'
}

/** An account whose masses leave the withheld handovers out, and what that means for its two figures. */
export type ToldAccount = CohortAccount & { telling: { rate: Telling; outside: Telling } }

/**
 * Says of an account that was added up without the withheld handovers which of its figures lack some.
 * @param withheld those of the account's territory
 */
export function toldAccount(
  account: CohortAccount,
  withheld: readonly (LedgerKey & { fromSiteId: string })[],
  { from, until }: DayInterval,
): ToldAccount {
  const cohort = new Set(account.siteIds)
  const ofRate = withheld.some(({ fromSiteId }) => cohort.has(fromSiteId))
  const outside = withheld.some(
    ({ fromSiteId, handedOverOn: day }) => !cohort.has(fromSiteId) && from <= day && day < until,
  )
  const { localReuse, realisation } = account
  const rate = tellingOf(localReuse.numeratorG, ofRate)
  return {
    ...account,
    // A rate of nothing told would be read as nothing handed over.
    ...(rate === 'few' && {
      localReuse: { ...localReuse, rate: null },
      realisation: { ...realisation, rate: null },
    }),
    telling: { rate, outside: tellingOf(account.outside.handedOverG, outside) },
  }
}
