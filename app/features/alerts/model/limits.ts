const DAY_MS = 24 * 3_600_000

/** Searches that one person, or one address without an account, keeps at most. */
export const MOST_SEARCHES = 20
export const MAX_NAME_LENGTH = 120

/** How long what nobody confirmed, the ids of requests, what was stopped and what was found are kept. */
export const KEPT_MS = {
  unconfirmed: 7 * DAY_MS,
  request: 2 * DAY_MS,
  stopped: 30 * DAY_MS,
  hit: 400 * DAY_MS,
} as const

/** What is found within this time goes into one e-mail «at once»: a giver who publishes ten lots sends one, not ten. */
export const GATHERED_WITHIN_MS = 10_000

/** Lots or needs already there that a search knows from the start; beyond these, a change of one may tell of it. */
export const MOST_KNOWN = 2000
