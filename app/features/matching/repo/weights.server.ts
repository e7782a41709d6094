import { count, max } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { matchWeights } from '~db/sqlite/matching'

/** How many sets of weights were ever set, and when the newest was. */
export async function countWeights(tx: Tx): Promise<{ total: number; newestAtMs: number }> {
  const [row] = await tx.select({ total: count(), newestAtMs: max(matchWeights.setAtMs) }).from(matchWeights)
  return { total: row?.total ?? 0, newestAtMs: row?.newestAtMs ?? 0 }
}

export async function insertWeights(tx: Tx, row: typeof matchWeights.$inferInsert): Promise<void> {
  await tx.insert(matchWeights).values(row)
}
