import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { users } from './identity'
import { lots } from './lots'
import { organisations } from './organisations'
import { reservations } from './reservations'

/** How an organisation attributes by default, and the delegation that its mayor holds. No row: nothing published. */
export const attributionProfiles = sqliteTable('attribution_profiles', {
  organisationId: text('organisation_id')
    .primaryKey()
    .references(() => organisations.id),
  /** In the order in which they count; null while none are published. */
  criteria: text('criteria', { mode: 'json' }).$type<string[]>(),
  /** Deliberation by which the council delegated sales; null while none is recorded. */
  delegationReference: text('delegation_reference'),
  delegationOn: text('delegation_on'),
  updatedAtMs: integer('updated_at_ms').notNull(),
})

/** The criteria of one lot: its own, or those of its organisation as they stood when it was first asked for. */
export const lotCriteria = sqliteTable('lot_criteria', {
  lotId: text('lot_id')
    .primaryKey()
    .references(() => lots.id),
  criteria: text('criteria', { mode: 'json' }).$type<string[]>().notNull(),
  source: text('source').$type<'lot' | 'organisation' | 'none'>().notNull(),
  updatedAtMs: integer('updated_at_ms').notNull(),
})

/** What a public body says of a lot for the checks before it cedes it. */
export const cessionTerms = sqliteTable('cession_terms', {
  lotId: text('lot_id')
    .primaryKey()
    .references(() => lots.id),
  /** Estimated value of one unit, cents ex-VAT; null when not said. */
  marketUnitCents: integer('market_unit_cents'),
  belowMarketReason: text('below_market_reason').notNull().default(''),
  deliberationReference: text('deliberation_reference'),
  deliberationOn: text('deliberation_on'),
  updatedAtMs: integer('updated_at_ms').notNull(),
})

/** A taker's promise not to sell again what a public body gives. One for a reservation, for good. */
export const resaleUndertakings = sqliteTable('resale_undertakings', {
  reservationId: text('reservation_id')
    .primaryKey()
    .references(() => reservations.id),
  userId: text('user_id')
    .notNull()
    .references(() => users.id),
  atMs: integer('at_ms').notNull(),
})

/** Rules for public givers, each set a version that stays. Without any, those that ship. */
export const publicRules = sqliteTable('public_rules', {
  version: text('version').primaryKey(),
  rules: text('rules', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  /** First day on which it applies. */
  validFrom: text('valid_from').notNull(),
  reason: text('reason').notNull(),
  setByUserId: text('set_by_user_id').notNull(),
  setAtMs: integer('set_at_ms').notNull(),
})

/**
 * What an acceptance or a refusal was founded on: criteria in force, ranking shown, checks, reason. Triggers protect
 * it from update and deletion.
 */
export const attributionDecisions = sqliteTable(
  'attribution_decisions',
  {
    id: text('id').primaryKey(),
    reservationId: text('reservation_id')
      .notNull()
      .references(() => reservations.id),
    lotId: text('lot_id')
      .notNull()
      .references(() => lots.id),
    giverOrganisationId: text('giver_organisation_id')
      .notNull()
      .references(() => organisations.id),
    takerOrganisationId: text('taker_organisation_id')
      .notNull()
      .references(() => organisations.id),
    outcome: text('outcome').$type<'accepted' | 'refused'>().notNull(),
    decidedByUserId: text('decided_by_user_id'),
    criteria: text('criteria', { mode: 'json' }).$type<string[]>().notNull(),
    criteriaSource: text('criteria_source').$type<'lot' | 'organisation' | 'none'>().notNull(),
    /** Every request that waited then, with its facts, in the order proposed. */
    ranking: text('ranking', { mode: 'json' }).$type<Record<string, unknown>[]>().notNull(),
    isAgainst: integer('is_against', { mode: 'boolean' }).notNull(),
    /** The giver's own choice of criterion, and the reason written with it. */
    criterion: text('criterion'),
    reason: text('reason').notNull().default(''),
    checks: text('checks', { mode: 'json' }).$type<Record<string, unknown>[]>().notNull(),
    /** Version of the rules that the checks applied; null for private givers. */
    rulesVersion: text('rules_version'),
    decidedAtMs: integer('decided_at_ms').notNull(),
  },
  (table) => [
    index('attribution_decisions_reservation').on(table.reservationId),
    index('attribution_decisions_lot').on(table.lotId, table.decidedAtMs),
    index('attribution_decisions_decided').on(table.decidedAtMs),
  ],
)
