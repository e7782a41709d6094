import { and, eq } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { lotDrafts } from '~db/sqlite/lots'

export type DraftRow = typeof lotDrafts.$inferSelect

export async function findDraft(tx: Tx, id: string): Promise<DraftRow | null> {
  const rows = await tx.select().from(lotDrafts).where(eq(lotDrafts.id, id)).limit(1)
  return rows[0] ?? null
}

/** Writes a draft, new or not; its author and day of birth stay those of the first writing. */
export async function writeDraft(tx: Tx, draft: DraftRow): Promise<void> {
  const { answers, updatedAtMs } = draft
  await tx
    .insert(lotDrafts)
    .values(draft)
    .onConflictDoUpdate({ target: lotDrafts.id, set: { answers, updatedAtMs } })
}

/** Removes an organisation's own draft; says whether there was one. */
export async function removeDraft(tx: Tx, organisationId: string, id: string): Promise<boolean> {
  const removed = await tx
    .delete(lotDrafts)
    .where(and(eq(lotDrafts.id, id), eq(lotDrafts.organisationId, organisationId)))
    .returning({ id: lotDrafts.id })
  return removed.length === 1
}
