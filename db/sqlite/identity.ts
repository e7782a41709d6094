import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const users = sqliteTable('users', {
  id: text('id').primaryKey(),
  /** Lower case, trimmed. */
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  /** argon2id in PHC format; null for accounts that sign in another way. */
  passwordHash: text('password_hash'),
  /** Shown to the other side of an accepted reservation, never to anyone else. */
  phone: text('phone'),
  /** When the person proved that the address is theirs; null until then. */
  emailVerifiedAtMs: integer('email_verified_at_ms'),
  /** Set while the Métropole has closed the account; such a person cannot sign in. */
  suspendedAtMs: integer('suspended_at_ms'),
  locale: text('locale').$type<'fr' | 'en'>().notNull().default('fr'),
  createdAtMs: integer('created_at_ms').notNull(),
})

/** Sessions live in the database; the cookie's secret is stored hashed only. */
export const sessions = sqliteTable(
  'sessions',
  {
    idHash: text('id_hash').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    /** The organisation acted for in this session; null takes the person's first. */
    organisationId: text('organisation_id'),
    /** What the browser called itself, shortened, so that a person recognises their sessions. */
    device: text('device').notNull().default(''),
    /** The password was right and a second step is still owed: such a session grants nothing. */
    isHalf: integer('is_half', { mode: 'boolean' }).notNull().default(false),
    /** When a second factor was proven in this session, or a passkey that is two factors; null without one. */
    secondFactorAtMs: integer('second_factor_at_ms'),
    /** When the person last proved who they are; null in sessions of before it was kept. */
    provenAtMs: integer('proven_at_ms'),
    createdAtMs: integer('created_at_ms').notNull(),
    lastSeenAtMs: integer('last_seen_at_ms').notNull(),
    expiresAtMs: integer('expires_at_ms').notNull(),
  },
  (table) => [index('sessions_user').on(table.userId), index('sessions_expiry').on(table.expiresAtMs)],
)

export type AccountTokenKind = 'verify-email' | 'reset-password' | 'change-email' | 'invitation'

/** Links sent by e-mail: used once, before they expire. The secret is stored hashed only. */
export const accountTokens = sqliteTable(
  'account_tokens',
  {
    idHash: text('id_hash').primaryKey(),
    kind: text('kind').$type<AccountTokenKind>().notNull(),
    /** Whose account it is about; null for an invitation to someone who has none yet. */
    userId: text('user_id').references(() => users.id),
    email: text('email').notNull(),
    /** The organisation that an invitation leads to, and the role in it. */
    organisationId: text('organisation_id'),
    role: text('role').$type<'owner' | 'member'>(),
    createdByUserId: text('created_by_user_id').references(() => users.id),
    createdAtMs: integer('created_at_ms').notNull(),
    expiresAtMs: integer('expires_at_ms').notNull(),
    usedAtMs: integer('used_at_ms'),
  },
  (table) => [
    index('account_tokens_user').on(table.userId, table.kind),
    index('account_tokens_organisation').on(table.organisationId, table.kind),
    index('account_tokens_expiry').on(table.expiresAtMs),
  ],
)

/** How a person wants to hear of a kind of notification; without a row, the kind's default. */
export const notificationPreferences = sqliteTable(
  'notification_preferences',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    kind: text('kind').notNull(),
    email: text('email').$type<'immediate' | 'daily' | 'weekly' | 'off'>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.kind] })],
)
