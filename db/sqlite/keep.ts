import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { users } from './identity'
import { lots } from './lots'

/** Lots that a person keeps in sight. */
export const keptLots = sqliteTable(
  'kept_lots',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    lotId: text('lot_id')
      .notNull()
      .references(() => lots.id),
    keptAtMs: integer('kept_at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.lotId] }), index('kept_lots_lot').on(table.lotId)],
)
