import { and, asc, eq, inArray, lte } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { lotWaiters } from '~db/sqlite/waiting'

export type WaiterRow = typeof lotWaiters.$inferSelect

/** Where someone stands who has not had their turn. */
const LIVE = ['waiting', 'offered'] as const satisfies readonly WaiterRow['status'][]

export async function insertWaiter(tx: Tx, row: typeof lotWaiters.$inferInsert): Promise<void> {
  await tx.insert(lotWaiters).values(row)
}

export async function findWaiter(tx: Tx, id: string): Promise<WaiterRow | null> {
  const rows = await tx.select().from(lotWaiters).where(eq(lotWaiters.id, id)).limit(1)
  return rows[0] ?? null
}

/** The place of an organisation in the line of a lot. */
export async function findLiveWaiter(
  tx: Tx,
  { lotId, organisationId }: { lotId: string; organisationId: string },
): Promise<WaiterRow | null> {
  const rows = await tx
    .select()
    .from(lotWaiters)
    .where(
      and(
        eq(lotWaiters.lotId, lotId),
        eq(lotWaiters.organisationId, organisationId),
        inArray(lotWaiters.status, [...LIVE]),
      ),
    )
    .limit(1)
  return rows[0] ?? null
}

/** Everyone of a lot's line who waits, or whose quantity is kept for them. */
export async function listLiveWaiters(tx: Tx, lotId: string): Promise<WaiterRow[]> {
  return tx
    .select()
    .from(lotWaiters)
    .where(and(eq(lotWaiters.lotId, lotId), inArray(lotWaiters.status, [...LIVE])))
    .orderBy(asc(lotWaiters.joinedAtMs), asc(lotWaiters.id))
}

/** Those whose priority ran out by an instant. */
export async function listLapsedWaiters(tx: Tx, nowMs: number): Promise<WaiterRow[]> {
  return tx
    .select()
    .from(lotWaiters)
    .where(and(eq(lotWaiters.status, 'offered'), lte(lotWaiters.priorityUntilMs, nowMs)))
    .limit(200)
}

/** Moves someone who still is where the decision was made on; says whether they were. */
export async function moveWaiter(
  tx: Tx,
  { id, status }: Pick<WaiterRow, 'id' | 'status'>,
  change: Partial<Pick<WaiterRow, 'status' | 'quantityMilli' | 'priorityUntilMs' | 'endedAtMs'>>,
): Promise<boolean> {
  const moved = await tx
    .update(lotWaiters)
    .set(change)
    .where(and(eq(lotWaiters.id, id), eq(lotWaiters.status, status)))
    .returning({ id: lotWaiters.id })
  return moved.length === 1
}
