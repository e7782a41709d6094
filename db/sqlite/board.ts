import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { communes } from './communes'
import { users } from './identity'

/** A line of what a commune buys in a year, for its shares of reused and recycled goods; never part of a rate. */
export const communePurchases = sqliteTable(
  'commune_purchases',
  {
    /** Made by the client, so that sending twice stores once. */
    id: text('id').primaryKey(),
    communeCode: text('commune_code')
      .notNull()
      .references(() => communes.code),
    year: integer('year').notNull(),
    label: text('label').notNull(),
    /** Cents ex-VAT spent in the year. */
    amountCents: integer('amount_cents').notNull(),
    /** Shares of that amount in hundredths of a percent: reused or reconditioned, and holding recycled matter. */
    reusedBp: integer('reused_bp').notNull(),
    recycledBp: integer('recycled_bp').notNull(),
    createdByUserId: text('created_by_user_id')
      .notNull()
      .references(() => users.id),
    createdAtMs: integer('created_at_ms').notNull(),
  },
  (table) => [
    index('commune_purchases_year').on(table.communeCode, table.year),
    check('commune_purchases_amount', sql`${table.amountCents} >= 0`),
    check(
      'commune_purchases_shares',
      sql`${table.reusedBp} >= 0 and ${table.recycledBp} >= 0 and ${table.reusedBp} + ${table.recycledBp} <= 10000`,
    ),
  ],
)

/** Who gets the monthly mail of which commune. */
export const communeMails = sqliteTable(
  'commune_mails',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    communeCode: text('commune_code')
      .notNull()
      .references(() => communes.code),
    sinceMs: integer('since_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.communeCode] })],
)
