import { and, count, eq } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { basketLines, baskets } from '~db/sqlite/baskets'

type BasketRow = typeof baskets.$inferSelect
export type LineRow = typeof basketLines.$inferInsert

/** Rows of one insert statement, far below the limit of parameters. */
const CHUNK = 400

export async function insertBasket(tx: Tx, basket: typeof baskets.$inferInsert): Promise<void> {
  await tx.insert(baskets).values(basket)
}

export async function insertLines(tx: Tx, lines: readonly LineRow[]): Promise<void> {
  for (let start = 0; start < lines.length; start += CHUNK) {
    await tx.insert(basketLines).values(lines.slice(start, start + CHUNK))
  }
}

/** A bill whoever asks: the caller holds it against its organisation. */
export async function findBasketRow(tx: Tx, id: string): Promise<BasketRow | null> {
  const rows = await tx.select().from(baskets).where(eq(baskets.id, id)).limit(1)
  return rows[0] ?? null
}

export async function listLineRows(tx: Tx, basketId: string): Promise<(typeof basketLines.$inferSelect)[]> {
  return tx.select().from(basketLines).where(eq(basketLines.basketId, basketId)).orderBy(basketLines.position)
}

export async function countBasketsOf(tx: Tx, organisationId: string): Promise<number> {
  const rows = await tx
    .select({ total: count() })
    .from(baskets)
    .where(eq(baskets.organisationId, organisationId))
  return rows[0]?.total ?? 0
}

/** Changes what an organisation's own bill asks for. */
export async function updateBasket(
  tx: Tx,
  organisationId: string,
  id: string,
  change: Partial<Omit<BasketRow, 'id' | 'organisationId'>>,
): Promise<void> {
  await tx
    .update(baskets)
    .set(change)
    .where(and(eq(baskets.id, id), eq(baskets.organisationId, organisationId)))
}

export async function updateLine(
  tx: Tx,
  basketId: string,
  id: string,
  change: Omit<LineRow, 'id' | 'basketId' | 'position'>,
): Promise<void> {
  await tx
    .update(basketLines)
    .set(change)
    .where(and(eq(basketLines.id, id), eq(basketLines.basketId, basketId)))
}

export async function removeLine(tx: Tx, basketId: string, id: string): Promise<void> {
  await tx.delete(basketLines).where(and(eq(basketLines.id, id), eq(basketLines.basketId, basketId)))
}

/** Deletes an organisation's own bill with its lines. */
export async function removeBasket(tx: Tx, organisationId: string, id: string): Promise<void> {
  await tx.delete(basketLines).where(eq(basketLines.basketId, id))
  await tx.delete(baskets).where(and(eq(baskets.id, id), eq(baskets.organisationId, organisationId)))
}
