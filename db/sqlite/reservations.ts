import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { DayPart } from '../../app/core/lot-terms'
import type { ReservationStatus } from '../../app/core/reservation-status'
import { communes } from './communes'
import { lots } from './lots'
import { needs } from './needs'
import { organisations } from './organisations'
import { sites } from './sites'
import { users } from './identity'

/** What the giver says of the sorting of what leaves (environment code, L.541-4-4). */
export type StoredSorting = {
  legalStatus: 'reuse' | 'waste-reuse'
  operator: string
  /** ISO day, or null where nobody said. */
  sortedOn: string | null
  /** What shows it, in words. */
  evidence: string
}

export const reservations = sqliteTable(
  'reservations',
  {
    id: text('id').primaryKey(),
    lotId: text('lot_id')
      .notNull()
      .references(() => lots.id),
    needId: text('need_id').references(() => needs.id),
    giverOrganisationId: text('giver_organisation_id')
      .notNull()
      .references(() => organisations.id),
    takerOrganisationId: text('taker_organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** Where the material goes: the need's commune, or the taker's own. */
    takerCommuneCode: text('taker_commune_code').references(() => communes.code),
    takerSiteId: text('taker_site_id').references(() => sites.id),
    quantityMilli: integer('quantity_milli').notNull(),
    status: text('status').$type<ReservationStatus>().notNull(),
    message: text('message').notNull().default(''),
    /** Criterion and reason of the attribution or refusal, as the giver gave it. */
    decisionReason: text('decision_reason'),
    requestedByUserId: text('requested_by_user_id')
      .notNull()
      .references(() => users.id),
    /** The collection proposed or agreed: a day, a part of it, and who proposed last. */
    pickupOn: text('pickup_on'),
    pickupPart: text('pickup_part').$type<DayPart>(),
    pickupProposedBy: text('pickup_proposed_by').$type<'giver' | 'taker'>(),
    /** When the other side agreed to it; null while it is a proposal. */
    pickupAgreedAtMs: integer('pickup_agreed_at_ms'),
    /** Score shown to the taker when they reserved from a match. */
    matchScore: integer('match_score'),
    createdAtMs: integer('created_at_ms').notNull(),
    decidedAtMs: integer('decided_at_ms'),
    expiresAtMs: integer('expires_at_ms'),
  },
  (table) => [
    index('reservations_lot').on(table.lotId, table.status),
    index('reservations_giver').on(table.giverOrganisationId, table.createdAtMs),
    index('reservations_taker').on(table.takerOrganisationId, table.createdAtMs),
    index('reservations_expiry').on(table.status, table.expiresAtMs),
    check('reservations_quantity', sql`${table.quantityMilli} > 0`),
  ],
)

/** What each side signs at the handover. The handover is complete when both give the same mass. */
export const handoverConfirmations = sqliteTable(
  'handover_confirmations',
  {
    reservationId: text('reservation_id')
      .notNull()
      .references(() => reservations.id),
    side: text('side').$type<'giver' | 'taker'>().notNull(),
    massG: integer('mass_g').notNull(),
    signedName: text('signed_name').notNull(),
    /** The signature drawn on screen, as the `d` of an SVG path in a box of 300 by 100; null where the name is typed. */
    drawing: text('drawing'),
    /** The side whose account it was signed on; null for those of before phones were passed over: their own. */
    onSide: text('on_side').$type<'giver' | 'taker'>(),
    /** On the giver's signature only. */
    sorting: text('sorting', { mode: 'json' }).$type<StoredSorting>(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    /** When it was given, which may be before it arrived. */
    atMs: integer('at_ms').notNull(),
    /** When it arrived; null for those of before this was kept. */
    receivedAtMs: integer('received_at_ms'),
  },
  (table) => [
    primaryKey({ columns: [table.reservationId, table.side] }),
    check('handover_confirmations_mass', sql`${table.massG} > 0`),
  ],
)

export const handovers = sqliteTable(
  'handovers',
  {
    id: text('id').primaryKey(),
    reservationId: text('reservation_id')
      .notNull()
      .unique()
      .references(() => reservations.id),
    handedOverOn: text('handed_over_on').notNull(),
    massG: integer('mass_g').notNull(),
    quantityMilli: integer('quantity_milli').notNull(),
    /** Environment code L.541-1-1: reuse of a product that never became waste, or of waste prepared for it. */
    legalStatus: text('legal_status').$type<'reuse' | 'waste-reuse'>().notNull(),
    sortingOperator: text('sorting_operator').notNull(),
    /** The day of the sorting and what shows it, as the giver signed it. */
    sortedOn: text('sorted_on'),
    sortingEvidence: text('sorting_evidence').notNull().default(''),
    /** When the later of both signatures was given: what dates it. Null for those of before this was kept. */
    doneAtMs: integer('done_at_ms'),
    /** When the completing signature arrived. */
    completedAtMs: integer('completed_at_ms').notNull(),
  },
  (table) => [check('handovers_mass', sql`${table.massG} > 0`)],
)

/** What one side counted or loaded at a collection, item by item or as a whole. */
export const handoverChecks = sqliteTable(
  'handover_checks',
  {
    /** Made by the client, so that sending twice stores once. */
    id: text('id').primaryKey(),
    reservationId: text('reservation_id')
      .notNull()
      .references(() => reservations.id),
    side: text('side').$type<'giver' | 'taker'>().notNull(),
    /** What was counted, thousandths of the lot's unit. */
    countedMilli: integer('counted_milli').notNull(),
    /** Why it is not the reserved quantity: one of `DIFFERENCE_REASONS`, and words; empty when it is. */
    reason: text('reason'),
    difference: text('difference').notNull().default(''),
    /** Codes of the labelled pieces that were checked one by one. */
    items: text('items', { mode: 'json' }).$type<readonly string[]>().notNull().default([]),
    method: text('method').$type<'counted' | 'weighed'>().notNull().default('counted'),
    /** What the scale said, grams; null where nothing was weighed. */
    weighedG: integer('weighed_g'),
    slipNumber: text('slip_number').notNull().default(''),
    /** The picture of the weighing slip, of `handover_files`. */
    slipFileId: text('slip_file_id'),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    /** When the person counted, by the clock of their device. */
    countedAtMs: integer('counted_at_ms').notNull(),
    receivedAtMs: integer('received_at_ms').notNull(),
  },
  (table) => [
    index('handover_checks_reservation').on(table.reservationId, table.receivedAtMs),
    check('handover_checks_counted', sql`${table.countedMilli} >= 0`),
  ],
)
