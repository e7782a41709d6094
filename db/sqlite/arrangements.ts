import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { DayPart } from '../../app/core/lot-terms'
import { users } from './identity'
import { reservations } from './reservations'

/** What one side says went wrong with a granted reservation, and how it was settled. One is open at a time. */
export const reservationDisputes = sqliteTable(
  'reservation_disputes',
  {
    /** Made by the client, so that sending twice opens once. */
    id: text('id').primaryKey(),
    reservationId: text('reservation_id')
      .notNull()
      .references(() => reservations.id),
    openedBy: text('opened_by').$type<'giver' | 'taker'>().notNull(),
    openedByUserId: text('opened_by_user_id')
      .notNull()
      .references(() => users.id),
    cause: text('cause').$type<'mass-differs' | 'nobody-came' | 'not-as-described' | 'other'>().notNull(),
    text: text('text').notNull(),
    openedAtMs: integer('opened_at_ms').notNull(),
    /** What one side proposes last; the other agrees to it, or proposes the contrary. */
    proposedOutcome: text('proposed_outcome').$type<'resume' | 'cancel'>(),
    proposedBy: text('proposed_by').$type<'giver' | 'taker'>(),
    proposedNote: text('proposed_note').notNull().default(''),
    /** Set once it is settled, by both sides or by the Métropole's team. */
    outcome: text('outcome').$type<'resume' | 'cancel'>(),
    settledBy: text('settled_by').$type<'both' | 'team'>(),
    settledNote: text('settled_note').notNull().default(''),
    settledAtMs: integer('settled_at_ms'),
  },
  (table) => [
    uniqueIndex('reservation_disputes_open')
      .on(table.reservationId)
      .where(sql`${table.settledAtMs} is null`),
    index('reservation_disputes_reservation').on(table.reservationId, table.openedAtMs),
  ],
)

/** The half-days among which the giver lets the taker choose. */
export const pickupOffers = sqliteTable(
  'pickup_offers',
  {
    reservationId: text('reservation_id')
      .notNull()
      .references(() => reservations.id),
    on: text('on_day').notNull(),
    part: text('part').$type<DayPart>().notNull(),
    offeredByUserId: text('offered_by_user_id')
      .notNull()
      .references(() => users.id),
    offeredAtMs: integer('offered_at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.reservationId, table.on, table.part] })],
)

/** Links of e-mails with which somebody acted: each serves once. The link is stored hashed only. */
export const usedActLinks = sqliteTable('used_act_links', {
  linkHash: text('link_hash').primaryKey(),
  reservationId: text('reservation_id')
    .notNull()
    .references(() => reservations.id),
  userId: text('user_id')
    .notNull()
    .references(() => users.id),
  act: text('act').$type<'accept' | 'refuse' | 'confirm-slot' | 'choose-slot'>().notNull(),
  usedAtMs: integer('used_at_ms').notNull(),
})

/** What the two sides of a reservation write to each other. */
export const reservationMessages = sqliteTable(
  'reservation_messages',
  {
    /** Made by the client, so that sending twice writes once. */
    id: text('id').primaryKey(),
    reservationId: text('reservation_id')
      .notNull()
      .references(() => reservations.id),
    side: text('side').$type<'giver' | 'taker'>().notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    text: text('text').notNull(),
    sentAtMs: integer('sent_at_ms').notNull(),
  },
  (table) => [index('reservation_messages_reservation').on(table.reservationId, table.sentAtMs)],
)

/** Up to when a person has read what was written of a reservation. */
export const reservationReads = sqliteTable(
  'reservation_reads',
  {
    reservationId: text('reservation_id')
      .notNull()
      .references(() => reservations.id),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    readAtMs: integer('read_at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.reservationId, table.userId] })],
)
