import { and, eq, gte, isNotNull, lt, or, sql } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { moderationDecisions, reports } from '~db/sqlite/moderation'
import { statisticsOf, type ModerationStatistics } from '../model/statistics'

/** What is told of the moderation of a calendar year of Paris. */
export async function readModerationStatistics(year: number): Promise<ModerationStatistics> {
  // A day more on both sides: the model keeps what is in the year of Paris.
  const from = Date.UTC(year - 1, 11, 30)
  const until = Date.UTC(year + 1, 0, 2)
  const within = (column: typeof reports.confirmedAtMs) => and(gte(column, from), lt(column, until))
  const decided = moderationDecisions
  const [reported, decisions] = await Promise.all([
    reader()
      .select({
        kind: reports.subjectKind,
        reason: reports.reason,
        confirmedAtMs: reports.confirmedAtMs,
        decidedAtMs: decided.decidedAtMs,
      })
      .from(reports)
      .leftJoin(decided, eq(decided.id, reports.decisionId))
      .where(and(isNotNull(reports.confirmedAtMs), within(reports.confirmedAtMs))),
    reader()
      .select({
        act: decided.act,
        ground: decided.ground,
        decidedAtMs: decided.decidedAtMs,
        isReported: sql<number>`exists (select 1 from ${reports} where ${reports.decisionId} = ${decided.id})`,
        appealedAtMs: decided.appealedAtMs,
        appealOutcome: decided.appealOutcome,
        appealDecidedAtMs: decided.appealDecidedAtMs,
      })
      .from(decided)
      .where(
        or(
          and(gte(decided.decidedAtMs, from), lt(decided.decidedAtMs, until)),
          and(gte(decided.appealedAtMs, from), lt(decided.appealedAtMs, until)),
        ),
      ),
  ])
  return statisticsOf(year, {
    reports: reported.flatMap(({ confirmedAtMs, ...row }) =>
      confirmedAtMs === null ? [] : [{ ...row, confirmedAtMs }],
    ),
    decisions: decisions.map((row) => ({ ...row, isReported: row.isReported === 1 })),
  })
}
