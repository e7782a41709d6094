import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** Tables of words that searches read, each a version that stays; the newest is in force. Without any, the one that ships. */
export const vocabularyVersions = sqliteTable('vocabulary_versions', {
  version: text('version').primaryKey(),
  /** Every entry of the table, as `checkEntry` checks them. */
  entries: text('entries', { mode: 'json' }).$type<{ words: string[]; broader: string[] }[]>().notNull(),
  /** What was done, for the history: an entry set or removed, a file read, a version put back. */
  act: text('act').$type<'set' | 'removed' | 'imported' | 'restored'>().notNull(),
  /** The entry that was set or removed, or the version put back. */
  subject: text('subject').notNull().default(''),
  reason: text('reason').notNull().default(''),
  setByUserId: text('set_by_user_id').notNull(),
  setAtMs: integer('set_at_ms').notNull(),
})

/**
 * Which lots and needs a search must read again, each once, under the number of its last change: triggers on the tables
 * that a search reads write it in the transaction of the change, whoever makes it.
 */
export const searchChanges = sqliteTable(
  'search_changes',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    entity: text('entity').$type<'lot' | 'need'>().notNull(),
    entityId: text('entity_id').notNull(),
  },
  (table) => [uniqueIndex('search_changes_entity').on(table.entity, table.entityId)],
)
