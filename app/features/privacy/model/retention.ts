import type { KnownTable } from './inventory/inventory'

/** What happens at the term: rows go, or only what they say of people does. */
export type RetentionAct = 'deleted' | 'cleared'

export const RETENTION_KEYS = [
  'sessions',
  'links',
  'act-links',
  'contact',
  'notifications',
  'outbox',
  'jobs',
  'events',
  'messages',
  'drafts',
  'shares',
  'seats',
  'webhooks',
] as const
export type RetentionKey = (typeof RETENTION_KEYS)[number]

/** How long a table's rows stay, in days, counted from what the sentence of its key says. */
export type RetentionRule = { table: KnownTable; days: number; act: RetentionAct }

/**
 * What housekeeping removes each day. Tables that are not here go with the account, with their lot, or stay: the
 * register says which. Those with a sweep of their own (alerts, imports, uploads, examples, the public interface) too.
 */
export const RETENTION: Readonly<Record<RetentionKey, RetentionRule>> = {
  sessions: { table: 'sessions', days: 0, act: 'deleted' },
  links: { table: 'account_tokens', days: 30, act: 'deleted' },
  'act-links': { table: 'used_act_links', days: 365, act: 'deleted' },
  contact: { table: 'contact_messages', days: 365, act: 'deleted' },
  notifications: { table: 'notifications', days: 365, act: 'deleted' },
  outbox: { table: 'outbox', days: 30, act: 'cleared' },
  jobs: { table: 'jobs', days: 30, act: 'cleared' },
  events: { table: 'events', days: 5 * 365, act: 'cleared' },
  messages: { table: 'reservation_messages', days: 3 * 365, act: 'cleared' },
  drafts: { table: 'lot_drafts', days: 365, act: 'deleted' },
  shares: { table: 'lot_shares', days: 365, act: 'deleted' },
  seats: { table: 'programme_seats', days: 2 * 365, act: 'cleared' },
  webhooks: { table: 'webhook_deliveries', days: 30, act: 'deleted' },
}
