import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { lots } from './lots'
import { organisations } from './organisations'
import { reservations } from './reservations'

/** A code on a label: of a lot, of one item of it, or blank until someone claims it on site. */
export const labelCodes = sqliteTable(
  'label_codes',
  {
    /** What the short address ends with. */
    code: text('code').primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** Null while the label is blank. */
    lotId: text('lot_id').references(() => lots.id),
    /** The draft that a blank label was claimed for, until it is published under the same id. */
    draftId: text('draft_id'),
    /** Which piece of the lot, from 1; null for the lot as a whole. */
    item: integer('item'),
    /** The printing that a blank label came with; null for a label made for its lot. */
    batchId: text('batch_id'),
    claimedByUserId: text('claimed_by_user_id'),
    claimedAtMs: integer('claimed_at_ms'),
    createdAtMs: integer('created_at_ms').notNull(),
  },
  (table) => [
    uniqueIndex('label_codes_item').on(table.lotId, table.item),
    index('label_codes_organisation').on(table.organisationId, table.createdAtMs),
    index('label_codes_batch').on(table.batchId),
    index('label_codes_draft').on(table.draftId),
  ],
)

/** What was done with a labelled item, scan by scan. */
export const labelScans = sqliteTable(
  'label_scans',
  {
    /** Made by the client, so that sending twice stores once. */
    id: text('id').primaryKey(),
    code: text('code')
      .notNull()
      .references(() => labelCodes.code),
    act: text('act').$type<'counted' | 'loaded' | 'handed-over'>().notNull(),
    reservationId: text('reservation_id').references(() => reservations.id),
    userId: text('user_id').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [
    index('label_scans_code').on(table.code, table.atMs),
    index('label_scans_reservation').on(table.reservationId),
  ],
)
