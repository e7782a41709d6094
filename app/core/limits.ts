const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** What one count is kept for: an account or address as it was typed, a client's network, or a pair of both. */
export type Counted = 'account' | 'network' | 'account-network'

/** At most so many within a time that begins with the first of them. */
export type Limit = { per: Counted; most: number; withinMs: number }

/**
 * How often each way in may be tried. A count per account and network stops guessing without letting a stranger lock an
 * account's owner out; the one per account alone is wide, and the owner's link to a new password clears it.
 */
export const LIMITS = {
  'sign-in': [
    { per: 'account-network', most: 10, withinMs: 15 * MINUTE_MS },
    { per: 'account', most: 60, withinMs: HOUR_MS },
    { per: 'network', most: 60, withinMs: 15 * MINUTE_MS },
  ],
  'password-check': [{ per: 'account', most: 10, withinMs: 15 * MINUTE_MS }],
  'sign-up': [
    { per: 'account', most: 5, withinMs: HOUR_MS },
    { per: 'network', most: 20, withinMs: HOUR_MS },
  ],
  'forgotten-password': [
    { per: 'account', most: 3, withinMs: HOUR_MS },
    { per: 'network', most: 20, withinMs: HOUR_MS },
  ],
  'resend-confirmation': [{ per: 'account', most: 3, withinMs: HOUR_MS }],
  invitation: [
    { per: 'account', most: 20, withinMs: HOUR_MS },
    { per: 'account', most: 60, withinMs: DAY_MS },
  ],
  'invitation-to': [{ per: 'account', most: 5, withinMs: DAY_MS }],
  'official-invitation': [{ per: 'account', most: 200, withinMs: HOUR_MS }],
  contact: [
    { per: 'account', most: 5, withinMs: HOUR_MS },
    { per: 'network', most: 5, withinMs: HOUR_MS },
  ],
  'ask-alerts': [
    { per: 'account', most: 3, withinMs: HOUR_MS },
    { per: 'account', most: 8, withinMs: DAY_MS },
    { per: 'network', most: 5, withinMs: HOUR_MS },
    { per: 'network', most: 30, withinMs: DAY_MS },
  ],
  report: [
    { per: 'account', most: 5, withinMs: HOUR_MS },
    { per: 'network', most: 5, withinMs: HOUR_MS },
  ],
  photo: [{ per: 'network', most: 60, withinMs: 10 * MINUTE_MS }],
  api: [{ per: 'network', most: 120, withinMs: MINUTE_MS }],
  'policy-report': [
    { per: 'network', most: 20, withinMs: MINUTE_MS },
    { per: 'account', most: 300, withinMs: MINUTE_MS },
  ],
  'passkey-options': [{ per: 'network', most: 60, withinMs: 10 * MINUTE_MS }],
  'second-step': [
    { per: 'account', most: 30, withinMs: 15 * MINUTE_MS },
    { per: 'network', most: 120, withinMs: 15 * MINUTE_MS },
  ],
  webhook: [{ per: 'account', most: 60, withinMs: HOUR_MS }],
  proconnect: [{ per: 'network', most: 60, withinMs: 10 * MINUTE_MS }],
} as const satisfies Record<string, readonly Limit[]>

export type LimitedWay = keyof typeof LIMITS
