import { and, count, eq, inArray } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { keptLots } from '~db/sqlite/keep'

export async function insertKept(tx: Tx, row: typeof keptLots.$inferInsert): Promise<void> {
  await tx.insert(keptLots).values(row).onConflictDoNothing()
}

export async function deleteKept(tx: Tx, userId: string, lotIds: readonly string[]): Promise<void> {
  await tx.delete(keptLots).where(and(eq(keptLots.userId, userId), inArray(keptLots.lotId, [...lotIds])))
}

/** How many lots a person keeps beside this one. */
export async function countOthers(tx: Tx, userId: string, lotId: string): Promise<number> {
  const [all, own] = await Promise.all([
    tx.select({ total: count() }).from(keptLots).where(eq(keptLots.userId, userId)),
    tx
      .select({ total: count() })
      .from(keptLots)
      .where(and(eq(keptLots.userId, userId), eq(keptLots.lotId, lotId))),
  ])
  return (all[0]?.total ?? 0) - (own[0]?.total ?? 0)
}
