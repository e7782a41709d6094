import { and, desc, eq, inArray, isNull, lte, ne, or } from 'drizzle-orm'
import type { ReportedKind } from '~/core/moderation-terms'
import type { Tx } from '~/platform/transaction.server'
import { moderationDecisions, reports } from '~db/sqlite/moderation'

type DecisionRow = typeof moderationDecisions.$inferSelect

export async function insertReport(tx: Tx, report: typeof reports.$inferInsert): Promise<void> {
  await tx.insert(reports).values(report)
}

export async function isReportKnown(tx: Tx, id: string): Promise<boolean> {
  return (await tx.select({ id: reports.id }).from(reports).where(eq(reports.id, id)).limit(1)).length > 0
}

/** Confirms a report; whether it waited for it. */
export async function setConfirmed(tx: Tx, id: string, atMs: number): Promise<boolean> {
  const rows = await tx
    .update(reports)
    .set({ confirmedAtMs: atMs })
    .where(and(eq(reports.id, id), isNull(reports.confirmedAtMs)))
    .returning({ id: reports.id })
  return rows.length > 0
}

/** Binds the reports that wait to the decision that answers them. */
export async function closeReports(
  tx: Tx,
  subject: { kind: ReportedKind; id: string },
  decisionId: string,
): Promise<void> {
  await tx
    .update(reports)
    .set({ decisionId })
    .where(
      and(
        eq(reports.subjectKind, subject.kind),
        eq(reports.subjectId, subject.id),
        isNull(reports.decisionId),
      ),
    )
}

export async function insertDecision(
  tx: Tx,
  decision: typeof moderationDecisions.$inferInsert,
): Promise<void> {
  await tx.insert(moderationDecisions).values(decision)
}

export async function findDecisionRow(tx: Tx, id: string): Promise<DecisionRow | null> {
  const rows = await tx.select().from(moderationDecisions).where(eq(moderationDecisions.id, id)).limit(1)
  return rows[0] ?? null
}

/** The status that a subject had when it was last hidden. */
export async function formerStatusOf(
  tx: Tx,
  subject: { kind: ReportedKind; id: string },
): Promise<string | null> {
  const rows = await tx
    .select({ former: moderationDecisions.formerStatus, atMs: moderationDecisions.decidedAtMs })
    .from(moderationDecisions)
    .where(
      and(
        eq(moderationDecisions.subjectKind, subject.kind),
        eq(moderationDecisions.subjectId, subject.id),
        eq(moderationDecisions.act, 'hidden'),
      ),
    )
  return rows.sort((a, b) => b.atMs - a.atMs)[0]?.former ?? null
}

/**
 * Ends the decisions about a subject that hid it or asked for a correction by an instant, and still stand.
 * @returns their ids
 */
export async function setSuperseded(
  tx: Tx,
  subject: { kind: ReportedKind; id: string },
  atMs: number,
): Promise<string[]> {
  const m = moderationDecisions
  const ended = await tx
    .update(m)
    .set({ supersededAtMs: atMs })
    .where(
      and(
        eq(m.subjectKind, subject.kind),
        eq(m.subjectId, subject.id),
        inArray(m.act, ['hidden', 'asked']),
        lte(m.decidedAtMs, atMs),
        isNull(m.supersededAtMs),
        or(isNull(m.appealOutcome), ne(m.appealOutcome, 'overturned')),
      ),
    )
    .returning({ id: m.id })
  return ended.map(({ id }) => id)
}

/** Whether a decision is the last one about what it is about: later ones would be undone with it. */
export async function isLastDecision(tx: Tx, decision: DecisionRow): Promise<boolean> {
  const m = moderationDecisions
  const [last] = await tx
    .select({ id: m.id })
    .from(m)
    .where(and(eq(m.subjectKind, decision.subjectKind), eq(m.subjectId, decision.subjectId)))
    .orderBy(desc(m.decidedAtMs))
    .limit(1)
  return last?.id === decision.id
}

export async function updateDecision(tx: Tx, id: string, values: Partial<DecisionRow>): Promise<void> {
  await tx.update(moderationDecisions).set(values).where(eq(moderationDecisions.id, id))
}
