import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What the Métropole's team sets for the whole installation; a feature parses the values of its own keys. */
export const settings = sqliteTable('settings', {
  key: text('key').primaryKey(),
  value: text('value', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  updatedAtMs: integer('updated_at_ms').notNull(),
})
