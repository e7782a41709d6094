import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { needs } from '~db/sqlite/needs'

export type NeedRow = typeof needs.$inferSelect

export async function insertNeed(tx: Tx, need: typeof needs.$inferInsert): Promise<void> {
  await tx.insert(needs).values(need)
}

export async function findNeed(tx: Tx, id: string): Promise<NeedRow | null> {
  const rows = await tx.select().from(needs).where(eq(needs.id, id)).limit(1)
  return rows[0] ?? null
}

/** Sets what is still wanted to the quantity less what is served, never under zero. */
export async function setServed(tx: Tx, id: string, servedMilli: number): Promise<void> {
  await tx
    .update(needs)
    .set({
      openMilli: sql`case when ${needs.quantityMilli} > ${servedMilli} then ${needs.quantityMilli} - ${servedMilli} else 0 end`,
    })
    .where(eq(needs.id, id))
}

/**
 * Changes an organisation's own need. What is still wanted follows the quantity, less what is served; says whether it
 * was theirs and asks for at least what is served.
 */
export async function updateNeed(
  tx: Tx,
  organisationId: string,
  id: string,
  change: Omit<typeof needs.$inferInsert, 'id' | 'organisationId' | 'openMilli' | 'status' | 'createdAtMs'>,
): Promise<boolean> {
  const served = sql`(${needs.quantityMilli} - ${needs.openMilli})`
  const changed = await tx
    .update(needs)
    .set({ ...change, openMilli: sql`${change.quantityMilli} - ${served}` })
    .where(
      and(
        eq(needs.id, id),
        eq(needs.organisationId, organisationId),
        sql`${change.quantityMilli} >= ${served}`,
      ),
    )
    .returning({ id: needs.id })
  return changed.length === 1
}

/** Sets the status of an organisation's own need. */
export async function setNeedStatus(
  tx: Tx,
  organisationId: string,
  id: string,
  status: NeedRow['status'],
): Promise<void> {
  await tx
    .update(needs)
    .set({ status })
    .where(and(eq(needs.id, id), eq(needs.organisationId, organisationId)))
}
