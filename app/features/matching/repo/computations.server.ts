import { desc, eq } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { matchComputations } from '~db/sqlite/matching'

export type ComputationRow = typeof matchComputations.$inferSelect

/** The latest computation kept of a pair; null for a pair that has none. */
export async function findLatestComputation(tx: Tx, pairId: string): Promise<ComputationRow | null> {
  const rows = await tx
    .select()
    .from(matchComputations)
    .where(eq(matchComputations.pairId, pairId))
    .orderBy(desc(matchComputations.computedAtMs), desc(matchComputations.id))
    .limit(1)
  return rows[0] ?? null
}

export async function insertComputation(tx: Tx, row: ComputationRow): Promise<void> {
  await tx.insert(matchComputations).values(row)
}
