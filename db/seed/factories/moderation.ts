import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import type { moderationDecisions, reports } from '~db/sqlite/moderation'

export type ReportRow = typeof reports.$inferSelect
export type ModerationRow = typeof moderationDecisions.$inferSelect

/** A report of someone without an account who confirmed it by e-mail; it waits for a decision. */
export function makeReport(
  report: Pick<ReportRow, 'subjectKind' | 'subjectId'> & Partial<ReportRow>,
): ReportRow {
  const createdAtMs = report.createdAtMs ?? nowMs()
  return {
    id: newId(),
    photoId: null,
    reason: 'description',
    text: 'Les dimensions ne correspondent pas aux photos.',
    userId: null,
    email: 'odile.marchand@courrier.example',
    locale: 'fr',
    createdAtMs,
    confirmedAtMs: createdAtMs,
    decisionId: null,
    ...report,
  }
}

/** A decision that asks the owner of a listing to correct it, without an appeal. */
export function makeModeration(
  decision: Pick<ModerationRow, 'subjectKind' | 'subjectId' | 'organisationId' | 'decidedByUserId'> &
    Partial<ModerationRow>,
): ModerationRow {
  return {
    id: newId(),
    act: 'asked',
    ground: 'description',
    statement: 'Les photos montrent une autre épaisseur que celle qui est annoncée.',
    formerStatus: null,
    decidedAtMs: nowMs(),
    appealText: null,
    appealedByUserId: null,
    appealedAtMs: null,
    appealOutcome: null,
    appealAnswer: null,
    appealDecidedByUserId: null,
    appealDecidedAtMs: null,
    supersededAtMs: null,
    ...decision,
  }
}
