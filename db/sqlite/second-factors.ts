import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { users } from './identity'

/** The authenticator application of a person, one at most; the row exists once a first code was right. */
export const totpFactors = sqliteTable('totp_factors', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id),
  /** The secret under a key derived from the operator's: AES-256-GCM, base64url. */
  sealedSecret: text('sealed_secret').notNull(),
  /** The 30-second step of the last code that was accepted: neither it nor an earlier one is accepted again. */
  lastStep: integer('last_step').notNull(),
  createdAtMs: integer('created_at_ms').notNull(),
  lastUsedAtMs: integer('last_used_at_ms'),
})

/** Codes for those who lost the rest, each used once; argon2id under a salt of the set. */
export const recoveryCodes = sqliteTable(
  'recovery_codes',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    codeHash: text('code_hash').notNull(),
    salt: text('salt').notNull(),
    createdAtMs: integer('created_at_ms').notNull(),
    usedAtMs: integer('used_at_ms'),
  },
  (table) => [primaryKey({ columns: [table.userId, table.codeHash] })],
)

/** WebAuthn credentials; what is kept of them is public. */
export const passkeys = sqliteTable(
  'passkeys',
  {
    /** The credential's id, base64url. */
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    /** What the person calls it. */
    name: text('name').notNull(),
    /** COSE key, base64url. */
    publicKey: text('public_key').notNull(),
    /** Signatures that the authenticator counted; 0 where it does not count. */
    counter: integer('counter').notNull(),
    transports: text('transports', { mode: 'json' }).$type<string[]>().notNull(),
    /** Kept by a provider, so that the person has it on other devices. */
    isBackedUp: integer('is_backed_up', { mode: 'boolean' }).notNull(),
    createdAtMs: integer('created_at_ms').notNull(),
    lastUsedAtMs: integer('last_used_at_ms'),
  },
  (table) => [index('passkeys_user').on(table.userId)],
)

export type ChallengePurpose = 'sign-in' | 'step' | 'confirm' | 'register'

/** What an authenticator is asked to sign: once, soon, and for what it was asked. */
export const webauthnChallenges = sqliteTable(
  'webauthn_challenges',
  {
    challengeHash: text('challenge_hash').primaryKey(),
    purpose: text('purpose').$type<ChallengePurpose>().notNull(),
    /** The session that asked; null for a sign-in by passkey alone. */
    sessionIdHash: text('session_id_hash'),
    expiresAtMs: integer('expires_at_ms').notNull(),
  },
  (table) => [index('webauthn_challenges_expiry').on(table.expiresAtMs)],
)

/** Wrong codes in a row of a person, whatever session they were typed in. */
export const factorTrials = sqliteTable('factor_trials', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id),
  failures: integer('failures').notNull(),
  lockedUntilMs: integer('locked_until_ms'),
})
