/** When something was done, as a device says it, on the clock of that device, and when the server heard of it. */
export type ToldTime = {
  /** The act, by the device's clock. */
  saidMs: number
  /** The sending, by the same clock; null from a page that does not say it: how long ago the act was is then not known. */
  sentMs: number | null
  /** The arrival, by the server's clock. */
  arrivedMs: number
}

/** How long after an act its news are believed, and a picture waits for the check or the story that names it: a phone may be without a network for days. */
export const MOST_AGE_MS = 30 * 86_400_000

/**
 * When an act took place by the server's clock: as long before its arrival as the device's own clock counted between
 * the act and the sending, however wrong that clock stands. May lie in the future or long ago: `doneAt` judges it.
 */
export function heardAt({ saidMs, sentMs, arrivedMs }: ToldTime): number {
  return sentMs === null ? saidMs : arrivedMs - (sentMs - saidMs)
}

/**
 * The instant that an act is dated by: never later than its arrival nor before the reservation was accepted. What is
 * older than `MOST_AGE_MS` comes from a clock that was set in between, and is dated by its arrival, as is what comes
 * without its sending.
 */
export function doneAt(told: ToldTime, acceptedAtMs: number): number {
  const { arrivedMs, sentMs } = told
  const heardMs = heardAt(told)
  if (sentMs === null || arrivedMs - heardMs > MOST_AGE_MS) return arrivedMs
  return Math.min(arrivedMs, Math.max(heardMs, acceptedAtMs))
}

/** Less than this between an act and its arrival is the time that sending takes, and is not worth a sentence. */
const AT_ONCE_MS = 120_000

/** Whether news of an act came so much later that both instants are to be told. */
export function cameLater(doneAtMs: number, receivedAtMs: number | null): receivedAtMs is number {
  return receivedAtMs !== null && receivedAtMs - doneAtMs >= AT_ONCE_MS
}
