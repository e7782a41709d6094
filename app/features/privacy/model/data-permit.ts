const MINUTE_MS = 60_000

/** How long the archive may be taken after it was asked for. */
export const PERMIT_MS = 15 * MINUTE_MS
/** Archives that a person may ask for in a day: each reads the whole database for them. */
export const PERMITS_PER_DAY = 5
export const DAY_MS = 24 * 60 * MINUTE_MS
