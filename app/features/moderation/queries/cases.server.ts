import { and, asc, count, desc, eq, isNotNull, isNull, min } from 'drizzle-orm'
import type { ReportedKind, ReportReason } from '~/core/moderation-terms'
import { listOf } from '~/platform/dialects/texts.server'
import { reader } from '~/platform/db.server'
import { users } from '~db/sqlite/identity'
import { moderationDecisions, reports } from '~db/sqlite/moderation'
import { isInForce } from '../model/appeal'
import type { DecisionEntry, ReportEntry, WaitingCase } from '../model/case'
import { findSubject } from './subjects.server'

/** What has reports or an appeal that wait, the oldest first, each once. */
export async function listWaitingCases(): Promise<WaitingCase[]> {
  const [reported, appealed] = await Promise.all([
    reader()
      .select({
        kind: reports.subjectKind,
        id: reports.subjectId,
        reports: count(),
        reasons: listOf(reports.reason),
        sinceMs: min(reports.createdAtMs),
      })
      .from(reports)
      .where(and(isNull(reports.decisionId), isNotNull(reports.confirmedAtMs)))
      .groupBy(reports.subjectKind, reports.subjectId)
      .orderBy(asc(min(reports.createdAtMs))),
    reader()
      .select({
        kind: moderationDecisions.subjectKind,
        id: moderationDecisions.subjectId,
        ground: moderationDecisions.ground,
        sinceMs: moderationDecisions.appealedAtMs,
      })
      .from(moderationDecisions)
      .where(and(isNotNull(moderationDecisions.appealedAtMs), isNull(moderationDecisions.appealOutcome))),
  ])
  const waiting = [
    ...reported.map((row) => ({
      ...row,
      reasons: row.reasons.split(',') as ReportReason[],
      isAppeal: false,
    })),
    ...appealed.map(({ ground, ...row }) => ({ ...row, reports: 0, reasons: [ground], isAppeal: true })),
  ]
  const cases: WaitingCase[] = []
  for (const one of waiting.sort((a, b) => (a.sinceMs ?? 0) - (b.sinceMs ?? 0))) {
    const subject = await findSubject(one.kind, one.id)
    if (!subject) continue
    const { title, organisationName } = subject
    cases.push({ ...one, sinceMs: one.sinceMs ?? 0, title, organisationName })
  }
  return cases
}

/** How many there are that wait. */
export async function countWaitingCases(): Promise<number> {
  return (await listWaitingCases()).length
}

/** What was reported of something and confirmed, the newest first. */
export async function listReportsOf(kind: ReportedKind, id: string): Promise<ReportEntry[]> {
  const rows = await reader()
    .select()
    .from(reports)
    .where(and(eq(reports.subjectKind, kind), eq(reports.subjectId, id), isNotNull(reports.confirmedAtMs)))
    .orderBy(desc(reports.createdAtMs))
    .limit(100)
  return rows.map(({ id: reportId, reason, text, photoId, userId, createdAtMs, decisionId }) => ({
    ...{ id: reportId, reason, text, photoId, createdAtMs },
    hasAccount: userId !== null,
    isOpen: decisionId === null,
  }))
}

function selectDecisions() {
  return reader()
    .select({ ...decisionColumns(), decidedByName: users.name })
    .from(moderationDecisions)
    .leftJoin(users, eq(users.id, moderationDecisions.decidedByUserId))
}

function decisionColumns() {
  const m = moderationDecisions
  return {
    ...{ id: m.id, subjectKind: m.subjectKind, subjectId: m.subjectId, organisationId: m.organisationId },
    ...{ act: m.act, ground: m.ground, statement: m.statement, formerStatus: m.formerStatus },
    ...{ decidedByUserId: m.decidedByUserId, decidedAtMs: m.decidedAtMs },
    ...{ appealText: m.appealText, appealedAtMs: m.appealedAtMs },
    ...{ appealOutcome: m.appealOutcome, appealAnswer: m.appealAnswer },
    ...{ appealDecidedAtMs: m.appealDecidedAtMs, supersededAtMs: m.supersededAtMs },
  }
}

/** What was decided of something, the newest first. */
export async function listDecisionsOf(kind: ReportedKind, id: string): Promise<DecisionEntry[]> {
  return selectDecisions()
    .where(and(eq(moderationDecisions.subjectKind, kind), eq(moderationDecisions.subjectId, id)))
    .orderBy(desc(moderationDecisions.decidedAtMs))
}

/** What the owner of something is told of the decision in force about it; null when there is none. */
export async function findDecisionInForce(
  kind: ReportedKind,
  id: string,
): Promise<Pick<DecisionEntry, 'id' | 'act' | 'ground' | 'decidedAtMs'> | null> {
  const [newest] = await listDecisionsOf(kind, id)
  if (!newest || !isInForce(newest)) return null
  const { act, ground, decidedAtMs } = newest
  return { id: newest.id, act, ground, decidedAtMs }
}

/** The decision that a change of the owner's ended, where it is the last about something and no appeal overturned it. */
export async function findSuperseded(
  kind: ReportedKind,
  id: string,
): Promise<Pick<DecisionEntry, 'act' | 'ground' | 'decidedAtMs'> | null> {
  const [newest] = await listDecisionsOf(kind, id)
  if (!newest || newest.supersededAtMs === null || newest.appealOutcome === 'overturned') return null
  const { act, ground, decidedAtMs } = newest
  return { act, ground, decidedAtMs }
}

/** The decisions in force about the listings of a kind of an organisation, by listing. */
export async function listDecisionsInForce(
  kind: ReportedKind,
  organisationId: string,
): Promise<Map<string, string>> {
  const rows = await selectDecisions()
    .where(
      and(eq(moderationDecisions.subjectKind, kind), eq(moderationDecisions.organisationId, organisationId)),
    )
    .orderBy(desc(moderationDecisions.decidedAtMs))
  const newest = new Map<string, DecisionEntry>()
  for (const row of rows) if (!newest.has(row.subjectId)) newest.set(row.subjectId, row)
  return new Map([...newest.values()].filter(isInForce).map((row) => [row.subjectId, row.id]))
}

export async function findDecision(id: string): Promise<DecisionEntry | null> {
  return (await selectDecisions().where(eq(moderationDecisions.id, id)).limit(1))[0] ?? null
}

/** Every decision, the newest first. */
export async function listDecisions(): Promise<DecisionEntry[]> {
  return selectDecisions().orderBy(desc(moderationDecisions.decidedAtMs))
}
