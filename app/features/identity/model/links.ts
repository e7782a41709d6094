export type LinkKind = 'verify-email' | 'reset-password' | 'change-email' | 'invitation'

/** Whether a link can be used, could be once (used, replaced or expired), or never was one. */
export type LinkFate = 'usable' | 'spent' | 'unknown'

const HOUR_MS = 3_600_000

/** How long a link of an e-mail can be used: long enough for a mailbox read every other day, short for a password. */
export const LINK_LIFE_MS: Record<LinkKind, number> = {
  'verify-email': 48 * HOUR_MS,
  'change-email': 48 * HOUR_MS,
  'reset-password': HOUR_MS,
  invitation: 14 * 24 * HOUR_MS,
}
