import type { Role } from '~/features/organisations/model/permissions'

/** What software can be told of, by the `type` that it reads. */
export const WEBHOOK_EVENTS = [
  'lot.published',
  'lot.changed',
  'lot.withdrawn',
  'reservation.requested',
  'reservation.accepted',
  'reservation.ended',
  'handover.completed',
  'commune.accounts_updated',
] as const
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]

/** What is sent when somebody asks for it, to see whether it arrives; nobody chooses it. */
export const TEST_EVENT = 'webhook.test'
export type SentEvent = WebhookEvent | typeof TEST_EVENT

export function isWebhookEvent(text: string): text is WebhookEvent {
  return (WEBHOOK_EVENTS as readonly string[]).includes(text)
}

/** Every event tells of public facts or of one's own deals but the accounts as they change: those are their commune's. */
export function eventsFor(roles: readonly Role[]): readonly WebhookEvent[] {
  const seesAccounts = roles.includes('commune-agent') || roles.includes('metropole-admin')
  const deals = roles.includes('giver') || roles.includes('taker')
  return WEBHOOK_EVENTS.filter((event) => {
    if (event.startsWith('commune.')) return seesAccounts
    return event.startsWith('lot.') || deals
  })
}

/** What happened, by the topic of its message, as webhooks tell it: of a lot, of a reservation, of a ledger entry. */
const LOT_TOPICS: Readonly<Record<string, WebhookEvent>> = {
  'lot.published': 'lot.published',
  'lot.visible': 'lot.published',
  'lot.changed': 'lot.changed',
  'lot.gone': 'lot.withdrawn',
}
const RESERVATION_TOPICS: Readonly<Record<string, WebhookEvent>> = {
  'reservation.requested': 'reservation.requested',
  'reservation.accepted': 'reservation.accepted',
  'reservation.refused': 'reservation.ended',
  'reservation.cancelled': 'reservation.ended',
  'reservation.expired': 'reservation.ended',
}
/** Steps that take from what is left of a lot, or give back to it. */
const STOCK_TOPICS: readonly string[] = [
  'reservation.requested',
  'reservation.refused',
  'reservation.cancelled',
  'reservation.expired',
]

export const lotEventOf = (topic: string): WebhookEvent | null =>
  LOT_TOPICS[topic] ?? (STOCK_TOPICS.includes(topic) ? 'lot.changed' : null)
export const reservationEventOf = (topic: string): WebhookEvent | null => RESERVATION_TOPICS[topic] ?? null
export const isEntryNews = (topic: string) => topic === 'ledger.recorded' || topic === 'ledger.corrected'

/** Whether webhooks may have to be told of a message. */
export function isToldToWebhooks(topic: string): boolean {
  return lotEventOf(topic) !== null || reservationEventOf(topic) !== null || isEntryNews(topic)
}
