/** Days that a request waits before its giver is reminded. */
export const REQUEST_WAITS_DAYS = 2
/** Days after a handover on which its taker is asked what became of it: enough to install, then once more. */
export const REINSTALL_AFTER_DAYS = [28, 90] as const
/** How many days late that is still asked, when the service was down. */
export const REMINDED_LATE_DAYS = 7
/** Days before a lot leaves on which its giver is told, the farthest first. */
export const LOT_LEAVES_DAYS = [7, 2] as const
/** Days before a need ends on which its taker is told. */
export const NEED_ENDS_DAYS = 3
/** Hours of the day in Paris between which reminders are written: `from` included, `until` excluded. */
export const REMINDING_HOURS = { from: 7, until: 20 }

/**
 * Which of the warnings before a date is due, as its number of days: the nearest one that has begun. Null before the
 * first. A warning missed while the service was down is told late rather than never.
 */
export function dueWarning(daysLeft: number, warnings: readonly number[]): number | null {
  const begun = warnings.filter((days) => daysLeft <= days)
  return daysLeft > 0 && begun.length > 0 ? Math.min(...begun) : null
}
