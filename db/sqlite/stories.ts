import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { communes } from './communes'
import { handoverFiles } from './handover-papers'
import { users } from './identity'
import { reservations } from './reservations'

/** Where and when what was collected was put back to work, as its taker says. */
export const reinstallations = sqliteTable('reinstallations', {
  /** Made by the client, so that sending twice stores once. */
  id: text('id').primaryKey(),
  reservationId: text('reservation_id')
    .notNull()
    .unique()
    .references(() => reservations.id),
  reinstalledOn: text('reinstalled_on').notNull(),
  communeCode: text('commune_code')
    .notNull()
    .references(() => communes.code),
  /** What it serves as now, in the taker's words. */
  words: text('words').notNull(),
  fileId: text('file_id')
    .notNull()
    .references(() => handoverFiles.id),
  userId: text('user_id')
    .notNull()
    .references(() => users.id),
  createdAtMs: integer('created_at_ms').notNull(),
  /** When the Métropole's team took it from the sight of others; null while it may be shown. */
  hiddenAtMs: integer('hidden_at_ms'),
})

/** What each side allows of the public story; asked of each alone, and taken back at any time. */
export const storyConsents = sqliteTable(
  'story_consents',
  {
    reservationId: text('reservation_id')
      .notNull()
      .references(() => reservations.id),
    side: text('side').$type<'giver' | 'taker'>().notNull(),
    /** Whether the story may be shown, without the side's name. */
    isPublic: integer('is_public', { mode: 'boolean' }).notNull(),
    /** Whether the side's name may be shown in it. */
    isNamed: integer('is_named', { mode: 'boolean' }).notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.reservationId, table.side] }),
    index('story_consents_public').on(table.isPublic, sql`${table.reservationId}`),
  ],
)
