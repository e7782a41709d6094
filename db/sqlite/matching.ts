import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { lots } from './lots'
import { needs } from './needs'
import { organisations } from './organisations'

/** Weights of the score, each set a version that stays; the newest is in force. Without any, those that ship. */
export const matchWeights = sqliteTable('match_weights', {
  version: text('version').primaryKey(),
  /** Part of the score to its weight, as `makeWeights` checks them. */
  weights: text('weights', { mode: 'json' }).$type<Record<string, number>>().notNull(),
  /** Why they were changed, in the words of who did. */
  reason: text('reason').notNull().default(''),
  setByUserId: text('set_by_user_id').notNull(),
  setAtMs: integer('set_at_ms').notNull(),
})

/** A pair that was proposed to both sides, and what people made of it. One row for a lot and a need, for good. */
export const matchPairs = sqliteTable(
  'match_pairs',
  {
    id: text('id').primaryKey(),
    lotId: text('lot_id')
      .notNull()
      .references(() => lots.id),
    needId: text('need_id')
      .notNull()
      .references(() => needs.id),
    giverOrganisationId: text('giver_organisation_id')
      .notNull()
      .references(() => organisations.id),
    takerOrganisationId: text('taker_organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** What brought the two together first: a lot published, a need stated, or the plan for all. */
    origin: text('origin').$type<'lot' | 'need' | 'plan'>().notNull(),
    /** As last computed; `matchComputations` holds each time. */
    scoreCenti: integer('score_centi').notNull(),
    /** Passes the filters no more (dates gone, nothing free…): kept for its history, shown in no list of proposals. */
    isStale: integer('is_stale', { mode: 'boolean' }).notNull().default(false),
    proposedAtMs: integer('proposed_at_ms').notNull(),
    /** A person of one side wrote to the other. */
    contactedAtMs: integer('contacted_at_ms'),
    contactedByOrganisationId: text('contacted_by_organisation_id'),
    /** Set aside by one side: the engine proposes it to neither until it is taken back. */
    dismissedAtMs: integer('dismissed_at_ms'),
    dismissedByOrganisationId: text('dismissed_by_organisation_id'),
    dismissedReason: text('dismissed_reason'),
    dismissedNote: text('dismissed_note').notNull().default(''),
    updatedAtMs: integer('updated_at_ms').notNull(),
  },
  (table) => [
    uniqueIndex('match_pairs_lot_need').on(table.lotId, table.needId),
    index('match_pairs_need').on(table.needId),
    index('match_pairs_giver').on(table.giverOrganisationId, table.updatedAtMs),
    index('match_pairs_taker').on(table.takerOrganisationId, table.updatedAtMs),
    check('match_pairs_score', sql`${table.scoreCenti} between 0 and 10000`),
  ],
)

/** Each computation of a proposed pair with all that it read, so that it can be redone and shown long after. */
export const matchComputations = sqliteTable(
  'match_computations',
  {
    id: text('id').primaryKey(),
    pairId: text('pair_id')
      .notNull()
      .references(() => matchPairs.id),
    /** The two sides exactly as the score read them. */
    lotSide: text('lot_side', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    needSide: text('need_side', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    /** Version of the formula in the code, of the weights and of the emission factors. */
    formulaVersion: text('formula_version').notNull(),
    weightsVersion: text('weights_version').notNull(),
    factorVersion: text('factor_version').notNull(),
    scoreCenti: integer('score_centi').notNull(),
    /** Points of each part, hundredths. */
    partsCenti: text('parts_centi', { mode: 'json' }).$type<Record<string, number>>().notNull(),
    computedAtMs: integer('computed_at_ms').notNull(),
  },
  (table) => [index('match_computations_pair').on(table.pairId, table.computedAtMs)],
)

/** A plan for the whole Métropole: what an allocation proposed, kept with its proof. People commit, not the plan. */
export const allocationPlans = sqliteTable(
  'allocation_plans',
  {
    id: text('id').primaryKey(),
    computedAtMs: integer('computed_at_ms').notNull(),
    /** ISO day in Paris for which it was computed. */
    day: text('day').notNull(),
    /** Last change that it had read. */
    changeSeq: integer('change_seq').notNull(),
    formulaVersion: text('formula_version').notNull(),
    weightsVersion: text('weights_version').notNull(),
    factorVersion: text('factor_version').notNull(),
    /** Figures of the plan: gain, bound, gap, sizes, time, loss without splitting. */
    summary: text('summary', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  },
  (table) => [index('allocation_plans_time').on(table.computedAtMs)],
)

/** One part of a plan: this much of a lot for a need. */
export const allocationParts = sqliteTable(
  'allocation_parts',
  {
    planId: text('plan_id')
      .notNull()
      .references(() => allocationPlans.id),
    lotId: text('lot_id')
      .notNull()
      .references(() => lots.id),
    needId: text('need_id')
      .notNull()
      .references(() => needs.id),
    /** Thousandths of the common unit of the pair (kg for tonnes). */
    quantityMilli: integer('quantity_milli').notNull(),
    /** Net grams CO2e of this part by the exact formula; null without a claim. */
    netG: integer('net_g'),
    massG: integer('mass_g'),
    scoreCenti: integer('score_centi').notNull(),
    /** First day on which the pair can no longer be made, and so must be decided before. */
    criticalOn: text('critical_on').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.planId, table.lotId, table.needId] }),
    index('allocation_parts_order').on(table.planId, table.criticalOn),
    index('allocation_parts_lot').on(table.lotId),
    index('allocation_parts_need').on(table.needId),
  ],
)
