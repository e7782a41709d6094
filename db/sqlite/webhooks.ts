import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { users } from './identity'
import { organisations } from './organisations'

/** Addresses of an organisation's software that are told what happens, signed (Standard Webhooks 1.0). */
export const webhooks = sqliteTable(
  'webhooks',
  {
    id: text('id').primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** https; it may hold a key of the receiver's own, so only owners of the organisation read it. */
    url: text('url').notNull(),
    events: text('events', { mode: 'json' }).$type<string[]>().notNull(),
    /** Whose lots it hears of: `own`, `seen`, or the code of a commune or an EPT. */
    scope: text('scope').notNull(),
    /** The secret that signs, closed for this row. */
    sealedSecret: text('sealed_secret').notNull(),
    /** The one before it, which signs too until the time that follows. */
    formerSealedSecret: text('former_sealed_secret'),
    formerUntilMs: integer('former_until_ms'),
    pausedAtMs: integer('paused_at_ms'),
    pauseReason: text('pause_reason').$type<'person' | 'gone' | 'failing' | 'backlog' | 'secret'>(),
    /** Since when nothing was taken; null after a success. */
    failingSinceMs: integer('failing_since_ms'),
    createdByUserId: text('created_by_user_id')
      .notNull()
      .references(() => users.id),
    createdAtMs: integer('created_at_ms').notNull(),
    updatedAtMs: integer('updated_at_ms').notNull(),
  },
  (table) => [index('webhooks_organisation').on(table.organisationId, table.createdAtMs)],
)

/** What was told to a webhook, or is to be: the same bytes under the same id at each attempt. */
export const webhookDeliveries = sqliteTable(
  'webhook_deliveries',
  {
    /** Also the `webhook-id` that is sent. */
    id: text('id').primaryKey(),
    webhookId: text('webhook_id')
      .notNull()
      .references(() => webhooks.id),
    /** The message of the outbox that it comes from, or the id of the form that asked for a test. */
    messageId: text('message_id').notNull(),
    event: text('event').notNull(),
    body: text('body').notNull(),
    status: text('status').$type<'waiting' | 'delivered' | 'failed'>().notNull(),
    /** Attempts since it was last asked for. */
    attempts: integer('attempts').notNull().default(0),
    /** When the next attempt is due; null where none is. */
    nextAtMs: integer('next_at_ms'),
    createdAtMs: integer('created_at_ms').notNull(),
    /** Of the last attempt: when, how long, and what was answered. */
    lastAtMs: integer('last_at_ms'),
    lastDurationMs: integer('last_duration_ms'),
    lastStatus: integer('last_status'),
    lastFault: text('last_fault').$type<'not-allowed' | 'no-answer' | 'too-slow' | 'redirect' | 'status'>(),
    lastAnswer: text('last_answer').notNull().default(''),
  },
  (table) => [
    uniqueIndex('webhook_deliveries_once').on(table.webhookId, table.messageId, table.event),
    index('webhook_deliveries_list').on(table.webhookId, table.createdAtMs),
    index('webhook_deliveries_waiting').on(table.webhookId, table.status),
    index('webhook_deliveries_old').on(table.createdAtMs),
  ],
)
