import { and, asc, count, desc, eq, gt, inArray } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { stagedLines } from '~db/sqlite/imports'
import { lotDrafts } from '~db/sqlite/lots'

/** Of what an import made ready, how many lines have a reusable part. */
export async function countReusable(tx: Tx, importId: string): Promise<number> {
  const reusable = and(eq(stagedLines.importId, importId), gt(stagedLines.reusableMassG, 0))
  return (await tx.select({ total: count() }).from(stagedLines).where(reusable))[0]?.total ?? 0
}

/** Takes some of what an import made ready, the heaviest reusable lines first; those taken are there no more. */
export async function takeHeaviestReusable(tx: Tx, importId: string, most: number) {
  const lines = await tx
    .select()
    .from(stagedLines)
    .where(and(eq(stagedLines.importId, importId), gt(stagedLines.reusableMassG, 0)))
    .orderBy(desc(stagedLines.reusableMassG), asc(stagedLines.position))
    .limit(most)
  const ids = lines.map(({ id }) => id)
  await tx.delete(stagedLines).where(inArray(stagedLines.id, ids))
  return lines
}

export async function insertDrafts(
  tx: Tx,
  drafts: readonly (typeof lotDrafts.$inferInsert)[],
): Promise<void> {
  if (drafts.length > 0) await tx.insert(lotDrafts).values([...drafts])
}
