import { eq } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { programmeFiches, programmePosts } from '~db/sqlite/programme-library'

export type FicheRow = typeof programmeFiches.$inferSelect

export async function findFicheRow(tx: Tx, id: string): Promise<FicheRow | null> {
  const rows = await tx.select().from(programmeFiches).where(eq(programmeFiches.id, id)).limit(1)
  return rows[0] ?? null
}

export async function insertFiche(tx: Tx, row: typeof programmeFiches.$inferInsert): Promise<void> {
  await tx.insert(programmeFiches).values(row)
}

export async function updateFiche(tx: Tx, id: string, change: Partial<FicheRow>): Promise<void> {
  await tx.update(programmeFiches).set(change).where(eq(programmeFiches.id, id))
}

export async function findPostRow(tx: Tx, id: string): Promise<typeof programmePosts.$inferSelect | null> {
  const rows = await tx.select().from(programmePosts).where(eq(programmePosts.id, id)).limit(1)
  return rows[0] ?? null
}

export async function insertPost(tx: Tx, row: typeof programmePosts.$inferInsert): Promise<void> {
  await tx.insert(programmePosts).values(row)
}

export async function setPostHidden(
  tx: Tx,
  id: string,
  hidden: { hiddenAtMs: number | null; hiddenReason: string },
): Promise<void> {
  await tx.update(programmePosts).set(hidden).where(eq(programmePosts.id, id))
}
