/** Requests that one network may send to the public interface in a window of time, and how long that is. */
export const REQUESTS_PER_WINDOW = 120
export const WINDOW_MS = 60_000

/** How long a window is remembered after its start: long enough for every process to have closed it. */
export const FORGOTTEN_AFTER_MS = 60 * WINDOW_MS

/** What is left to a network. `resetS` is the whole seconds until its next window. */
export type Allowance = { isAllowed: boolean; remaining: number; resetS: number }

/** The start of the window that an instant is in. */
export function windowOf(ms: number): number {
  return ms - (ms % WINDOW_MS)
}

/** What is left after so many requests in the window of an instant, this one included. */
export function allowanceOf(requests: number, ms: number): Allowance {
  return {
    isAllowed: requests <= REQUESTS_PER_WINDOW,
    remaining: Math.max(0, REQUESTS_PER_WINDOW - requests),
    resetS: Math.max(1, Math.ceil((windowOf(ms) + WINDOW_MS - ms) / 1000)),
  }
}
