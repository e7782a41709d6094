import { addDays, dayNumber, type IsoDay } from '~/core/days'

/** How many pairs one lot or one need proposes at most: more than a person reads, few enough to be written at once. */
export const PAIRS_AT_ONCE = 20

/**
 * From which score a pair is proposed. A pair of the right material that meets every other criterion only just scores
 * less; it stays on the pages of its lot and its need.
 */
export const PROPOSED_MIN_SCORE = 30

/** Below this many days a pair is urgent. */
export const URGENT_BELOW_DAYS = 7

type Ends = { availableUntil: IsoDay; neededUntil: IsoDay }

/** The first day on which a pair can no longer be made, and which side ends it: the lot leaves, or the need is past. */
export function deadlineOf({ availableUntil, neededUntil }: Ends): { on: IsoDay; by: 'lot' | 'need' } {
  return availableUntil <= neededUntil ? { on: availableUntil, by: 'lot' } : { on: neededUntil, by: 'need' }
}

/** Days on which a pair can still be made, today counted: 1 on its last day, 0 once it is too late. */
export function daysLeft(deadline: IsoDay, today: IsoDay): number {
  return Math.max(0, dayNumber(deadline) - dayNumber(today))
}

/** Whether a pair that ends on this day is urgent today. */
export function isUrgent(deadline: IsoDay, today: IsoDay): boolean {
  return daysLeft(deadline, today) < URGENT_BELOW_DAYS
}

/** Pairs that end before this day are urgent today. */
export function urgentBefore(today: IsoDay): IsoDay {
  return addDays(today, URGENT_BELOW_DAYS)
}
