import { and, asc, count, eq, gt, isNull, sql } from 'drizzle-orm'
import { nowMs } from '~/core/clock'
import { placeholdersOf, preparedQuery } from '~/platform/prepared.server'
import type { Tx } from '~/platform/transaction.server'
import { matchPairs } from '~db/sqlite/matching'
import { events } from '~db/sqlite/platform'

export type PairRow = typeof matchPairs.$inferSelect

export async function findPairRow(tx: Tx, id: string): Promise<PairRow | null> {
  const rows = await tx.select().from(matchPairs).where(eq(matchPairs.id, id)).limit(1)
  return rows[0] ?? null
}

/** The pair of a lot and a need, whatever became of it; null when it was never proposed. */
export async function findPairOf(tx: Tx, lotId: string, needId: string): Promise<PairRow | null> {
  const [row] = await pairOf(tx).execute({ lotId, needId })
  return row ?? null
}

const pairOf = preparedQuery((db) =>
  db
    .select()
    .from(matchPairs)
    .where(
      and(eq(matchPairs.lotId, sql.placeholder('lotId')), eq(matchPairs.needId, sql.placeholder('needId'))),
    )
    .limit(1)
    .prepare(),
)

export async function insertPair(
  tx: Tx,
  pair: Pick<
    PairRow,
    'id' | 'lotId' | 'needId' | 'giverOrganisationId' | 'takerOrganisationId' | 'origin' | 'scoreCenti'
  >,
): Promise<void> {
  await pairInsert(tx).execute({ ...pair, proposedAtMs: nowMs(), updatedAtMs: nowMs() })
}

const pairInsert = preparedQuery((db) =>
  db
    .insert(matchPairs)
    .values(
      placeholdersOf([
        ...(['id', 'lotId', 'needId', 'giverOrganisationId', 'takerOrganisationId'] as const),
        ...(['origin', 'scoreCenti', 'proposedAtMs', 'updatedAtMs'] as const),
      ]),
    )
    .prepare(),
)

export async function updatePair(
  tx: Tx,
  id: string,
  fields: Partial<Pick<PairRow, 'scoreCenti' | 'isStale' | 'contactedAtMs' | 'contactedByOrganisationId'>>,
): Promise<void> {
  await tx
    .update(matchPairs)
    .set({ ...fields, updatedAtMs: nowMs() })
    .where(eq(matchPairs.id, id))
}

export type Dismissal = { organisationId: string; reason: string; note: string }

/** Sets a pair aside unless a side has done so already; says whether this one did. */
export async function markDismissed(tx: Tx, id: string, dismissal: Dismissal): Promise<boolean> {
  const marked = await tx
    .update(matchPairs)
    .set({
      dismissedAtMs: nowMs(),
      dismissedByOrganisationId: dismissal.organisationId,
      dismissedReason: dismissal.reason,
      dismissedNote: dismissal.note,
      updatedAtMs: nowMs(),
    })
    .where(and(eq(matchPairs.id, id), isNull(matchPairs.dismissedAtMs)))
    .returning({ id: matchPairs.id })
  return marked.length > 0
}

/** Ends the dismissal of an organisation; says whether there was one. */
export async function clearDismissal(tx: Tx, id: string, organisationId: string): Promise<boolean> {
  const cleared = await tx
    .update(matchPairs)
    .set({
      dismissedAtMs: null,
      dismissedByOrganisationId: null,
      dismissedReason: null,
      dismissedNote: '',
      updatedAtMs: nowMs(),
    })
    .where(and(eq(matchPairs.id, id), eq(matchPairs.dismissedByOrganisationId, organisationId)))
    .returning({ id: matchPairs.id })
  return cleared.length > 0
}

/** What people did with a pair, in the order in which it was written. */
export async function listPairActs(tx: Tx, pairId: string) {
  return tx
    .select({ kind: events.kind, detail: events.detail, actorUserId: events.actorUserId, atMs: events.atMs })
    .from(events)
    .where(and(eq(events.entity, 'match-pair'), eq(events.entityId, pairId)))
    .orderBy(asc(events.atMs), sql`${events}.rowid`)
}

/** How many messages about pairs a person has sent since an instant. */
export async function countMessagesBy(tx: Tx, userId: string, sinceMs: number): Promise<number> {
  const rows = await tx
    .select({ n: count() })
    .from(events)
    .where(
      and(
        eq(events.entity, 'match-pair'),
        eq(events.kind, 'contacted'),
        eq(events.actorUserId, userId),
        gt(events.atMs, sinceMs),
      ),
    )
  return rows[0]?.n ?? 0
}

/** Whether the Métropole's team has proposed a pair from its plan. */
export async function isPlannedPair(tx: Tx, pairId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.entity, 'match-pair'), eq(events.entityId, pairId), eq(events.kind, 'planned')))
    .limit(1)
  return rows.length > 0
}
