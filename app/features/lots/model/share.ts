import type { LotView } from './lot'

/** How many days a link can last. */
export const SHARE_DAYS = [7, 30, 90] as const
export type ShareDays = (typeof SHARE_DAYS)[number]

export const DAY_MS = 86_400_000
/** Links that one organisation may make in an hour; then a pause is asked for. */
export const SHARES_PER_HOUR = 30

export type ShareState = 'open' | 'expired' | 'revoked'

/** A link that shares a lot, for those who may edit the lot. */
export type ShareView = {
  id: string
  /** The whole address; null when the server's key has changed since, and it is known to nobody here. */
  url: string | null
  createdAtMs: number
  /** Who made it; null when their account is gone. */
  createdBy: string | null
  expiresAtMs: number
  state: ShareState
}

/** What a link shows: the lot, or why it shows nothing. */
export type SharedLot =
  | { state: 'open'; lot: LotView; expiresAtMs: number }
  | { state: Exclude<ShareState, 'open'> | 'withdrawn' | 'unknown' }

/** What a link has become. Revoking prevails over expiry: it says what a person did. */
export function shareStateOf(
  share: { expiresAtMs: number; revokedAtMs: number | null },
  atMs: number,
): ShareState {
  if (share.revokedAtMs !== null) return 'revoked'
  return share.expiresAtMs <= atMs ? 'expired' : 'open'
}
