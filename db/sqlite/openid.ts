import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { sessions, users } from './identity'
import { organisations } from './organisations'

/** Who a person is at a provider. An account is found by issuer and subject, never by an address. */
export const externalIdentities = sqliteTable(
  'external_identities',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    /** What the provider last called this person's address; told, never matched. */
    email: text('email').notNull().default(''),
    createdAtMs: integer('created_at_ms').notNull(),
    lastUsedAtMs: integer('last_used_at_ms').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.issuer, table.subject] }),
    index('external_identities_user').on(table.userId),
  ],
)

/** A way through the provider that one browser began; its secret is stored hashed only. Used once, for a short time. */
export const openidAttempts = sqliteTable(
  'openid_attempts',
  {
    idHash: text('id_hash').primaryKey(),
    /** `started` holds what the answer must match; `proven` holds who the provider says it is. */
    kind: text('kind').$type<'started' | 'proven'>().notNull(),
    payload: text('payload', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    expiresAtMs: integer('expires_at_ms').notNull(),
  },
  (table) => [index('openid_attempts_expiry').on(table.expiresAtMs)],
)

/** What ends a session at the provider too; gone with the session. */
export const openidSessions = sqliteTable('openid_sessions', {
  sessionIdHash: text('session_id_hash')
    .primaryKey()
    .references(() => sessions.idHash, { onDelete: 'cascade' }),
  idToken: text('id_token').notNull(),
})

/** Somebody whose provider names an organisation's SIRET asks to be its member; its owner or the Métropole answers. */
export const membershipRequests = sqliteTable(
  'membership_requests',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    askedAtMs: integer('asked_at_ms').notNull(),
    /** Null while it waits. */
    decision: text('decision').$type<'accepted' | 'refused'>(),
    decidedAtMs: integer('decided_at_ms'),
    decidedByUserId: text('decided_by_user_id').references(() => users.id),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.organisationId] }),
    index('membership_requests_waiting').on(table.organisationId, table.decision),
  ],
)
