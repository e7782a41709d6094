const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

const FIRST_PAUSE_MS = 5000
const GROWTH = 4
const LONGEST_PAUSE_MS = 8 * HOUR_MS
/** By how much each pause is longer or shorter, so that what failed together does not come again together. */
const JITTER = 0.2
/** Attempts at one delivery: the pauses between them add up to about a day. */
export const MOST_ATTEMPTS = 10

/**
 * Milliseconds until the next attempt after so many that failed; null after the last. `dice`: 0 to 1, where in the
 * span of the jitter.
 */
export function pauseAfter(attempts: number, dice: number): number | null {
  if (attempts >= MOST_ATTEMPTS) return null
  const pause = Math.min(FIRST_PAUSE_MS * GROWTH ** (attempts - 1), LONGEST_PAUSE_MS)
  return Math.round(pause * (1 - JITTER + 2 * JITTER * dice))
}
