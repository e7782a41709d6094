import type { SentEvent, WebhookEvent } from './events'

const DAY_MS = 86_400_000

/** Addresses that an organisation registers at most. */
export const MOST_WEBHOOKS = 5
/** What may wait for one address; past it the address is paused, so that one that is away fills no disk. */
export const MOST_WAITING = 1000
/** Without a single success for so long, an address is paused. */
export const FAILING_DAYS = 3
export const FAILING_MS = FAILING_DAYS * DAY_MS
/** How long the secret of before a change signs too. */
export const FORMER_SECRET_MS = DAY_MS
export const LONGEST_ADDRESS = 500

/** Lots of one's own, every lot that one sees, or (a code) those of a commune or an EPT that one sees. */
export const OWN_LOTS = 'own'
export const SEEN_LOTS = 'seen'

export type PauseReason = 'person' | 'gone' | 'failing' | 'backlog' | 'secret'
export type DeliveryStatus = 'waiting' | 'delivered' | 'failed'
export type DeliveryFault = 'not-allowed' | 'no-answer' | 'too-slow' | 'redirect' | 'status'

/** A webhook as its organisation's owners read it. Its secret is never here. */
export type WebhookView = {
  id: string
  organisationId: string
  url: string
  events: readonly WebhookEvent[]
  scope: string
  formerUntilMs: number | null
  pausedAtMs: number | null
  pauseReason: PauseReason | null
  failingSinceMs: number | null
  createdAtMs: number
}

export type DeliveryView = {
  id: string
  event: SentEvent
  status: DeliveryStatus
  attempts: number
  createdAtMs: number
  nextAtMs: number | null
  lastAtMs: number | null
  lastDurationMs: number | null
  lastStatus: number | null
  lastFault: DeliveryFault | null
  lastAnswer: string
}

/** Whether a lot in a commune and its EPT is one that the scope asks for; whose it is and who sees it is asked apart. */
export function isInScope(
  scope: string,
  lot: { isOwn: boolean; communeCode: string; eptCode: string | null },
): boolean {
  if (scope === OWN_LOTS) return lot.isOwn
  return scope === SEEN_LOTS || scope === lot.communeCode || scope === lot.eptCode
}

export type WebhookState = 'active' | 'failing' | 'paused'

/** Whether a webhook is told, and whether it takes what it is told. */
export function stateOf({
  pausedAtMs,
  failingSinceMs,
}: Pick<WebhookView, 'pausedAtMs' | 'failingSinceMs'>): WebhookState {
  if (pausedAtMs !== null) return 'paused'
  return failingSinceMs === null ? 'active' : 'failing'
}

/** The host of an address, which its key is no part of; the whole of what is not one. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url
}
