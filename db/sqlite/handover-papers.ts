import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Locale } from '../../app/core/locale'
import { users } from './identity'
import { handovers, reservations } from './reservations'

export type HandoverFileKind = 'weighing-slip' | 'installed'

/** Pictures that prove a handover or what became of it: for its two parties, until a story shows one. */
export const handoverFiles = sqliteTable(
  'handover_files',
  {
    /** Made by the client, so that sending twice stores once. */
    id: text('id').primaryKey(),
    reservationId: text('reservation_id')
      .notNull()
      .references(() => reservations.id),
    side: text('side').$type<'giver' | 'taker'>().notNull(),
    kind: text('kind').$type<HandoverFileKind>().notNull(),
    storageKey: text('storage_key').notNull(),
    /** Of the picture as it was sent. */
    sha256: text('sha256').notNull(),
    /** SHA-256 of the stored file; null until a job has noted it. */
    fileSha256: text('file_sha256'),
    /** Made by a computer for the demonstration; said on the picture. */
    isSynthetic: integer('is_synthetic', { mode: 'boolean' }).notNull().default(false),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    createdAtMs: integer('created_at_ms').notNull(),
  },
  (table) => [index('handover_files_reservation').on(table.reservationId, table.kind)],
)

export type PaperKind = 'transfer' | 'receipt'

/** Append-only: the facts that both sides signed, as each document states them; triggers refuse update and delete. */
export const handoverPapers = sqliteTable(
  'handover_papers',
  {
    /** What the short address ends with. */
    number: text('number').primaryKey(),
    handoverId: text('handover_id')
      .notNull()
      .references(() => handovers.id),
    kind: text('kind').$type<PaperKind>().notNull(),
    /** Canonical JSON of `PaperFacts`. */
    facts: text('facts').notNull(),
    /** SHA-256 of `facts`, hexadecimal. */
    factsSha256: text('facts_sha256').notNull(),
    issuedAtMs: integer('issued_at_ms').notNull(),
  },
  (table) => [
    uniqueIndex('handover_papers_kind').on(table.handoverId, table.kind),
    check('handover_papers_hash', sql`length(${table.factsSha256}) = 64`),
  ],
)

/** Append-only: the one file of a document in each language, drawn once; triggers refuse update and delete. */
export const handoverPaperFiles = sqliteTable(
  'handover_paper_files',
  {
    number: text('number')
      .notNull()
      .references(() => handoverPapers.number),
    locale: text('locale').$type<Locale>().notNull(),
    storageKey: text('storage_key').notNull(),
    sha256: text('sha256').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    drawnAtMs: integer('drawn_at_ms').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.number, table.locale] }),
    index('handover_paper_files_hash').on(table.sha256),
  ],
)
