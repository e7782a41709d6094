import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** How often a network asked the public interface during a window of time; forgotten soon after. */
export const apiWindows = sqliteTable(
  'api_windows',
  {
    /** A keyed hash of the day and the client's network: no address can be read from it. */
    senderKey: text('sender_key').notNull(),
    startsAtMs: integer('starts_at_ms').notNull(),
    requests: integer('requests').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.senderKey, table.startsAtMs] }),
    index('api_windows_start').on(table.startsAtMs),
  ],
)
