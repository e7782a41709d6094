import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { users } from './identity'
import { lots } from './lots'
import { organisations } from './organisations'

/** Who waits for a part of a lot, in the order in which they came. */
export const lotWaiters = sqliteTable(
  'lot_waiters',
  {
    /** Made by the client, so that joining twice joins once. */
    id: text('id').primaryKey(),
    lotId: text('lot_id')
      .notNull()
      .references(() => lots.id),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    quantityMilli: integer('quantity_milli').notNull(),
    /**
     * `waiting` in the line; `offered` while its quantity is kept for it, until `priorityUntilMs`; then it was taken,
     * let lapse, or left at any time.
     */
    status: text('status').$type<'waiting' | 'offered' | 'taken' | 'lapsed' | 'left'>().notNull(),
    joinedAtMs: integer('joined_at_ms').notNull(),
    priorityUntilMs: integer('priority_until_ms'),
    endedAtMs: integer('ended_at_ms'),
  },
  (table) => [
    uniqueIndex('lot_waiters_live')
      .on(table.lotId, table.organisationId)
      .where(sql`${table.status} in ('waiting', 'offered')`),
    index('lot_waiters_line').on(table.lotId, table.status, table.joinedAtMs),
    index('lot_waiters_organisation').on(table.organisationId, table.status),
    index('lot_waiters_priority').on(table.status, table.priorityUntilMs),
    check('lot_waiters_quantity', sql`${table.quantityMilli} > 0`),
  ],
)
