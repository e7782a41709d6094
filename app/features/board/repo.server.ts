import { and, count, eq } from 'drizzle-orm'
import { nowMs } from '~/core/clock'
import type { Tx } from '~/platform/transaction.server'
import { communeMails, communePurchases } from '~db/sqlite/board'

export type PurchaseRow = typeof communePurchases.$inferSelect

/** Begins a monthly mail; says whether it had not begun yet. */
export async function insertMail(tx: Tx, mailed: { userId: string; communeCode: string }): Promise<boolean> {
  const begun = await tx
    .insert(communeMails)
    .values({ ...mailed, sinceMs: nowMs() })
    .onConflictDoNothing()
    .returning({ userId: communeMails.userId })
  return begun.length > 0
}

/** Ends a monthly mail; says whether there was one. */
export async function deleteMail(tx: Tx, { userId, communeCode }: { userId: string; communeCode: string }) {
  const ended = await tx
    .delete(communeMails)
    .where(and(eq(communeMails.userId, userId), eq(communeMails.communeCode, communeCode)))
    .returning({ userId: communeMails.userId })
  return ended.length > 0
}

export async function findPurchase(tx: Tx, id: string): Promise<PurchaseRow | null> {
  return (await tx.select().from(communePurchases).where(eq(communePurchases.id, id)))[0] ?? null
}

export async function countPurchases(tx: Tx, communeCode: string, year: number): Promise<number> {
  const rows = await tx.select({ total: count() }).from(communePurchases).where(ofYear(communeCode, year))
  return rows[0]?.total ?? 0
}

export async function insertPurchase(tx: Tx, row: PurchaseRow): Promise<void> {
  await tx.insert(communePurchases).values(row)
}

export async function deletePurchase(tx: Tx, id: string): Promise<void> {
  await tx.delete(communePurchases).where(eq(communePurchases.id, id))
}

/** Takes out all that a commune said of a year. */
export async function deletePurchases(tx: Tx, communeCode: string, year: number): Promise<void> {
  await tx.delete(communePurchases).where(ofYear(communeCode, year))
}

function ofYear(communeCode: string, year: number) {
  return and(eq(communePurchases.communeCode, communeCode), eq(communePurchases.year, year))
}
