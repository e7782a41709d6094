import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { communes } from './communes'
import { users } from './identity'
import { organisations } from './organisations'

export type DossierState =
  | 'draft'
  | 'submitted'
  | 'withdrawn'
  | 'declined'
  | 'postponed'
  | 'admitted'
  | 'running'
  | 'reported'
  | 'scaled'

/** What the communes ask of the reuse track, and what became of it. */
export const programmeDossiers = sqliteTable(
  'programme_dossiers',
  {
    /** Made by the client, so that sending twice stores once. */
    id: text('id').primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    communeCode: text('commune_code')
      .notNull()
      .references(() => communes.code),
    state: text('state').$type<DossierState>().notNull(),
    /** Texts are empty while a draft does not say them. */
    aim: text('aim').notNull().default(''),
    sites: text('sites').notNull().default(''),
    referent: text('referent').notNull().default(''),
    referentEmail: text('referent_email').notNull().default(''),
    elected: text('elected').notNull().default(''),
    /** `YYYY-MM`, and whole months from its first day. */
    startMonth: text('start_month'),
    months: integer('months'),
    askedCents: integer('asked_cents'),
    /** Targets over the experiment; at least one once submitted. */
    targetMassG: integer('target_mass_g'),
    targetRatePercent: integer('target_rate_percent'),
    targetSurveys: integer('target_surveys'),
    otherTarget: text('other_target').notNull().default(''),
    /** The criteria it is scored against: those published when it was last submitted. */
    criteriaVersion: integer('criteria_version'),
    submittedAtMs: integer('submitted_at_ms'),
    /** What the Métropole answered last; empty before. */
    decisionReason: text('decision_reason').notNull().default(''),
    decidedAtMs: integer('decided_at_ms'),
    decidedByUserId: text('decided_by_user_id').references(() => users.id),
    /** Taken out of the fund while admitted and after; null otherwise. */
    grantedCents: integer('granted_cents'),
    startedOn: text('started_on'),
    /** The day after the last one. */
    endsOn: text('ends_on'),
    /** How what was tried goes on, once scaled up. */
    scaling: text('scaling').notNull().default(''),
    createdByUserId: text('created_by_user_id')
      .notNull()
      .references(() => users.id),
    createdAtMs: integer('created_at_ms').notNull(),
    updatedAtMs: integer('updated_at_ms').notNull(),
  },
  (table) => [
    index('programme_dossiers_organisation').on(table.organisationId, table.createdAtMs),
    index('programme_dossiers_state').on(table.state),
    uniqueIndex('programme_dossiers_live')
      .on(table.communeCode)
      .where(sql`${table.state} not in ('withdrawn', 'declined')`),
    check('programme_dossiers_months', sql`${table.months} is null or ${table.months} between 1 and 12`),
  ],
)

/** The money of the track: one row once the Métropole has set it. The check keeps it from being granted twice. */
export const programmeFund = sqliteTable(
  'programme_fund',
  {
    id: text('id').primaryKey(),
    amountCents: integer('amount_cents').notNull(),
    grantedCents: integer('granted_cents').notNull(),
    setByUserId: text('set_by_user_id')
      .notNull()
      .references(() => users.id),
    updatedAtMs: integer('updated_at_ms').notNull(),
  },
  (table) => [check('programme_fund_kept', sql`${table.grantedCents} between 0 and ${table.amountCents}`)],
)

export type StoredCriterion = { id: string; name: string; text: string; weight: number }

/** Every version of the published criteria; the highest is in force. */
export const programmeCriteria = sqliteTable('programme_criteria', {
  version: integer('version').primaryKey(),
  criteria: text('criteria', { mode: 'json' }).$type<StoredCriterion[]>().notNull(),
  reason: text('reason').notNull(),
  publishedByUserId: text('published_by_user_id')
    .notNull()
    .references(() => users.id),
  publishedAtMs: integer('published_at_ms').notNull(),
})

/** Who sits on the review committee. */
export const programmeReviewers = sqliteTable('programme_reviewers', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id),
  addedByUserId: text('added_by_user_id')
    .notNull()
    .references(() => users.id),
  addedAtMs: integer('added_at_ms').notNull(),
})

/** One reviewer's scores of a dossier, by criterion. */
export const programmeReviews = sqliteTable(
  'programme_reviews',
  {
    dossierId: text('dossier_id')
      .notNull()
      .references(() => programmeDossiers.id),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    criteriaVersion: integer('criteria_version').notNull(),
    scores: text('scores', { mode: 'json' }).$type<Record<string, number>>().notNull(),
    comment: text('comment').notNull().default(''),
    updatedAtMs: integer('updated_at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.dossierId, table.userId, table.criteriaVersion] })],
)

/** What the grant of an experiment is for: planned, committed, spent. */
export const programmeBudgetLines = sqliteTable(
  'programme_budget_lines',
  {
    id: text('id').primaryKey(),
    dossierId: text('dossier_id')
      .notNull()
      .references(() => programmeDossiers.id),
    label: text('label').notNull(),
    plannedCents: integer('planned_cents').notNull(),
    committedCents: integer('committed_cents').notNull(),
    spentCents: integer('spent_cents').notNull(),
    createdAtMs: integer('created_at_ms').notNull(),
  },
  (table) => [index('programme_budget_dossier').on(table.dossierId, table.createdAtMs)],
)

export const programmeMilestones = sqliteTable(
  'programme_milestones',
  {
    id: text('id').primaryKey(),
    dossierId: text('dossier_id')
      .notNull()
      .references(() => programmeDossiers.id),
    label: text('label').notNull(),
    dueOn: text('due_on').notNull(),
    doneOn: text('done_on'),
    createdAtMs: integer('created_at_ms').notNull(),
  },
  (table) => [index('programme_milestones_dossier').on(table.dossierId, table.dueOn)],
)

/** What a commune says at the end; the figures stand as they were when it was submitted. */
export const programmeReports = sqliteTable('programme_reports', {
  dossierId: text('dossier_id')
    .primaryKey()
    .references(() => programmeDossiers.id),
  results: text('results').notNull(),
  lessons: text('lessons').notNull(),
  difficulties: text('difficulties').notNull(),
  sequel: text('sequel').notNull(),
  figures: text('figures', { mode: 'json' }).$type<Record<string, unknown>>(),
  submittedAtMs: integer('submitted_at_ms'),
  updatedAtMs: integer('updated_at_ms').notNull(),
})
