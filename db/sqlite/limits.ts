import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** How often a limited way was used of late. Forgotten when its time is over. */
export const rateLimits = sqliteTable(
  'rate_limits',
  {
    /** A keyed hash of the way, the limit, and the account or the network: neither can be read from it. */
    key: text('key').primaryKey(),
    used: integer('used').notNull(),
    /** When the count begins again. */
    untilMs: integer('until_ms').notNull(),
  },
  (table) => [index('rate_limits_until').on(table.untilMs)],
)
