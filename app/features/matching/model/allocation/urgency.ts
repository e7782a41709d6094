/** Thousandths of its gain by which a side that goes today is preferred over one that can wait for ever. */
export const URGENCY_BONUS = 100

/** Days in which the preference falls to a third (by e). */
export const URGENCY_FADES_IN_DAYS = 28

/**
 * By how many thousandths of its gain a pair is preferred, from the days left until the last of its lot and of its
 * need. What waits may still be served by what comes; what goes today may not. A plan that only counts gains lets
 * things go for a little more elsewhere; `bench:matching --only online` tells what a year keeps with and without it.
 */
export function urgencyBonus(lotDaysLeft: number, needDaysLeft: number): number {
  return urgencyOf(lotDaysLeft) + urgencyOf(needDaysLeft)
}

/** What one side adds to it. */
export function urgencyOf(daysLeft: number): number {
  return Math.round(URGENCY_BONUS * Math.exp(-Math.max(0, daysLeft) / URGENCY_FADES_IN_DAYS))
}
