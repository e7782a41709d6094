import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, sqliteView, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type {
  FactorRow,
  LedgerDecider,
  LedgerKind,
  LedgerReason,
  TruckName,
} from '../../app/core/ledger-terms'
import type { MaterialType } from '../../app/core/material-types'
import { communes } from './communes'
import { handovers } from './reservations'
import { sites } from './sites'

/**
 * Append-only: a row per confirmed handover, and for each correction of one its reversal and what replaces it; triggers
 * in the migrations refuse update and delete. Each row holds the hash of the one before (docs/ledger.md).
 * Sums and lists read `ledgerEntries`, the rows in effect.
 */
export const ledgerRows = sqliteTable(
  'ledger_rows',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    kind: text('kind').$type<LedgerKind>().notNull().default('handover'),
    handoverId: text('handover_id')
      .notNull()
      .references(() => handovers.id),
    fromSiteId: text('from_site_id')
      .notNull()
      .references(() => sites.id),
    fromCommuneCode: text('from_commune_code')
      .notNull()
      .references(() => communes.code),
    toCommuneCode: text('to_commune_code').references(() => communes.code),
    material: text('material').$type<MaterialType>().notNull(),
    /** Below zero in a reversal only. */
    massG: integer('mass_g').notNull(),
    /** Great-circle metres between the two communes' points; null when the destination is unknown. */
    straightM: integer('straight_m'),
    /** Net avoided emissions, grams CO2e, may be negative; null where no factor supports a claim. */
    netAvoidedGCo2e: integer('net_avoided_g_co2e'),
    /** The range of the net, from the road detour and from the factor where its source gives one. */
    netLowGCo2e: integer('net_low_g_co2e'),
    netHighGCo2e: integer('net_high_g_co2e'),
    factorVersion: text('factor_version'),
    /** Class of vehicle that the net counts, and the share of the way back that it counts empty. */
    truck: text('truck').$type<TruckName>(),
    emptyReturnPct: integer('empty_return_pct'),
    handedOverOn: text('handed_over_on').notNull(),
    recordedAtMs: integer('recorded_at_ms').notNull(),
    /** The row that a reversal undoes, or that a replacement stands for. */
    correctsSeq: integer('corrects_seq'),
    correctionId: text('correction_id'),
    reason: text('reason').$type<LedgerReason>(),
    decidedBy: text('decided_by').$type<LedgerDecider>(),
    /** SHA-256, lower-case hexadecimal. Null only in rows of before the chain, until the first start after it. */
    prevHash: text('prev_hash'),
    hash: text('hash').unique(),
  },
  (table) => [
    index('ledger_from_site').on(table.fromSiteId, table.handedOverOn, table.massG, table.kind),
    index('ledger_from_commune').on(table.fromCommuneCode, table.handedOverOn),
    index('ledger_to_commune').on(table.toCommuneCode, table.handedOverOn),
    // All that sums of a period, of a cohort and of exchanges read, so that they never open the rows themselves.
    index('ledger_sums').on(
      table.handedOverOn,
      table.material,
      table.toCommuneCode,
      table.massG,
      table.straightM,
      table.netAvoidedGCo2e,
      table.netLowGCo2e,
      table.netHighGCo2e,
      table.kind,
    ),
    index('ledger_flows').on(
      table.fromCommuneCode,
      table.toCommuneCode,
      table.handedOverOn,
      table.massG,
      table.kind,
    ),
    index('ledger_handover').on(table.handoverId),
    uniqueIndex('ledger_one_entry')
      .on(table.handoverId)
      .where(sql`kind = 'handover'`),
    uniqueIndex('ledger_one_reversal')
      .on(table.correctsSeq)
      .where(sql`kind = 'reversal'`),
    uniqueIndex('ledger_one_replacement')
      .on(table.correctsSeq)
      .where(sql`kind = 'replacement'`),
    check(
      'ledger_mass',
      sql`(${table.kind} = 'reversal' AND ${table.massG} < 0) OR (${table.kind} <> 'reversal' AND ${table.massG} > 0)`,
    ),
    check('ledger_corrects', sql`(${table.kind} = 'handover') = (${table.correctsSeq} IS NULL)`),
  ],
)

/** The rows in effect: those that no correction undid. Their sums are those of all rows; their number is not. */
export const ledgerEntries = sqliteView('ledger_entries').as((query) =>
  query
    .select()
    .from(ledgerRows)
    .where(
      sql`kind <> 'reversal' AND NOT EXISTS (SELECT 1 FROM ledger_rows AS later WHERE later.corrects_seq = ledger_rows.seq AND later.kind = 'reversal')`,
    ),
)

/**
 * What someone wants corrected in the ledger, and what was decided. The free words and the people are here and not in
 * the ledger, so that they can be erased without touching a row of the chain.
 */
export const ledgerCorrections = sqliteTable(
  'ledger_corrections',
  {
    /** Made by the client, so that sending twice asks once. */
    id: text('id').primaryKey(),
    handoverId: text('handover_id')
      .notNull()
      .references(() => handovers.id),
    /** The row in effect when it was asked. */
    correctsSeq: integer('corrects_seq').notNull(),
    /** What the mass should be; 0 when nothing was handed over. */
    massG: integer('mass_g').notNull(),
    reason: text('reason').$type<LedgerReason>().notNull(),
    note: text('note').notNull().default(''),
    askedBy: text('asked_by').$type<'giver' | 'taker' | 'team'>().notNull(),
    askedByUserId: text('asked_by_user_id').notNull(),
    askedAtMs: integer('asked_at_ms').notNull(),
    state: text('state').$type<'asked' | 'entered' | 'declined' | 'withdrawn'>().notNull(),
    decidedByUserId: text('decided_by_user_id'),
    decidedAtMs: integer('decided_at_ms'),
    answer: text('answer').notNull().default(''),
  },
  (table) => [
    index('ledger_corrections_handover').on(table.handoverId, table.askedAtMs),
    uniqueIndex('ledger_corrections_open')
      .on(table.handoverId)
      .where(sql`state = 'asked'`),
    check('ledger_corrections_mass', sql`${table.massG} >= 0`),
  ],
)

/** The head of the chain at the end of each day on which it grew, published so that anyone keeps a copy. */
export const ledgerHeads = sqliteTable('ledger_heads', {
  day: text('day').primaryKey(),
  seq: integer('seq').notNull(),
  hash: text('hash').notNull(),
  publishedAtMs: integer('published_at_ms').notNull(),
})

/** Tables of emission factors, each a version that stays; triggers refuse update and delete. */
export const factorVersions = sqliteTable('factor_versions', {
  version: text('version').primaryKey(),
  /** First day of handovers that it applies to. */
  validFrom: text('valid_from').notNull(),
  rows: text('rows', { mode: 'json' }).$type<FactorRow[]>().notNull(),
  reason: text('reason').notNull(),
  publishedByUserId: text('published_by_user_id').notNull(),
  publishedAtMs: integer('published_at_ms').notNull(),
})

/** The vehicle of a collection where someone said it: without a row, the class is estimated from the mass. */
export const haulChoices = sqliteTable('haul_choices', {
  reservationId: text('reservation_id').primaryKey(),
  truck: text('truck').$type<TruckName>().notNull(),
  /** Share of the way back that counts as driven empty: 100 a trip of its own, 0 a vehicle that came loaded anyway. */
  emptyReturnPct: integer('empty_return_pct').notNull(),
  userId: text('user_id').notNull(),
  atMs: integer('at_ms').notNull(),
})
