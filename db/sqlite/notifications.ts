import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { users } from './identity'

/** What a person is told in the product; the e-mail of the same news is delivered apart. */
export const notifications = sqliteTable(
  'notifications',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    kind: text('kind').notNull(),
    /** What the sentence names, as it was then: titles, quantities, names. */
    params: text('params', { mode: 'json' }).$type<Record<string, string | number>>().notNull(),
    /** The page where the person acts, a path of the product. */
    path: text('path').notNull(),
    /** How its e-mail was to come when it was told; null for those told before this was kept. */
    pace: text('pace').$type<'immediate' | 'daily' | 'weekly' | 'off'>(),
    /** One notification per person and key, however often its job runs. */
    dedupeKey: text('dedupe_key').notNull(),
    createdAtMs: integer('created_at_ms').notNull(),
    readAtMs: integer('read_at_ms'),
  },
  (table) => [
    uniqueIndex('notifications_dedupe').on(table.userId, table.dedupeKey),
    index('notifications_user').on(table.userId, table.createdAtMs),
  ],
)
