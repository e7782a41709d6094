import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ModerationAct, ReportedKind, ReportReason } from '../../app/core/moderation-terms'
import { organisations } from './organisations'

/** What people report of what others published. Unconfirmed ones of people without an account wait for their e-mail. */
export const reports = sqliteTable(
  'reports',
  {
    /** Made by the client, so that sending twice reports once. */
    id: text('id').primaryKey(),
    subjectKind: text('subject_kind').$type<ReportedKind>().notNull(),
    subjectId: text('subject_id').notNull(),
    /** The photo of it that it is about; null: all of it. */
    photoId: text('photo_id'),
    reason: text('reason').$type<ReportReason>().notNull(),
    text: text('text').notNull(),
    userId: text('user_id'),
    /** Where the outcome is told. */
    email: text('email').notNull(),
    locale: text('locale').$type<'fr' | 'en'>().notNull(),
    createdAtMs: integer('created_at_ms').notNull(),
    confirmedAtMs: integer('confirmed_at_ms'),
    /** The decision that answered it. */
    decisionId: text('decision_id'),
  },
  (table) => [
    index('reports_open').on(table.decisionId, table.confirmedAtMs),
    index('reports_subject').on(table.subjectKind, table.subjectId, table.createdAtMs),
  ],
)

/** What the Métropole's team decided of something published, why, and what became of an appeal. */
export const moderationDecisions = sqliteTable(
  'moderation_decisions',
  {
    id: text('id').primaryKey(),
    subjectKind: text('subject_kind').$type<ReportedKind>().notNull(),
    subjectId: text('subject_id').notNull(),
    /** Whose it is: its people read the decision and may appeal. */
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    act: text('act').$type<ModerationAct>().notNull(),
    ground: text('ground').$type<ReportReason>().notNull(),
    statement: text('statement').notNull(),
    /** What a hidden record goes back to. */
    formerStatus: text('former_status'),
    decidedByUserId: text('decided_by_user_id').notNull(),
    decidedAtMs: integer('decided_at_ms').notNull(),
    appealText: text('appeal_text'),
    appealedByUserId: text('appealed_by_user_id'),
    appealedAtMs: integer('appealed_at_ms'),
    appealOutcome: text('appeal_outcome').$type<'upheld' | 'overturned'>(),
    appealAnswer: text('appeal_answer'),
    appealDecidedByUserId: text('appeal_decided_by_user_id'),
    appealDecidedAtMs: integer('appeal_decided_at_ms'),
    /** When its owner changed what it was about, which others then have to look at anew; null while it stands. */
    supersededAtMs: integer('superseded_at_ms'),
  },
  (table) => [
    index('moderation_decisions_subject').on(table.subjectKind, table.subjectId, table.decidedAtMs),
    index('moderation_decisions_at').on(table.decidedAtMs),
    index('moderation_decisions_appeals').on(table.appealOutcome, table.appealedAtMs),
  ],
)
