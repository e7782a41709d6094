import { and, eq, inArray, isNull, lt, notInArray } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { lotAttachments } from '~db/sqlite/lots'

export type NewAttachment = typeof lotAttachments.$inferInsert

/** Inserts a document once; says whether this call did. */
export async function insertAttachment(tx: Tx, attachment: NewAttachment): Promise<boolean> {
  const inserted = await tx
    .insert(lotAttachments)
    .values(attachment)
    .onConflictDoNothing()
    .returning({ id: lotAttachments.id })
  return inserted.length === 1
}

/** Gives a document of this organisation, free or already of this lot, to the lot; says whether it did. */
export async function attachAttachment(
  tx: Tx,
  attachment: { id: string; organisationId: string; lotId: string },
): Promise<boolean> {
  const { id, organisationId, lotId } = attachment
  const own = and(eq(lotAttachments.id, id), eq(lotAttachments.organisationId, organisationId))
  const freed = await tx
    .update(lotAttachments)
    .set({ lotId })
    .where(and(own, isNull(lotAttachments.lotId)))
    .returning({ id: lotAttachments.id })
  if (freed.length === 1) return true
  const kept = await tx
    .select({ id: lotAttachments.id })
    .from(lotAttachments)
    .where(and(own, eq(lotAttachments.lotId, lotId)))
  return kept.length === 1
}

/** Takes from a lot every document but these. */
export async function detachOthers(
  tx: Tx,
  lot: { id: string; organisationId: string },
  kept: readonly string[],
): Promise<void> {
  await tx
    .update(lotAttachments)
    .set({ lotId: null })
    .where(
      and(
        eq(lotAttachments.lotId, lot.id),
        eq(lotAttachments.organisationId, lot.organisationId),
        notInArray(lotAttachments.id, [...kept]),
      ),
    )
}

/** Ids of documents that no lot has, sent before an instant. */
export async function listUnattached(tx: Tx, beforeMs: number): Promise<string[]> {
  const rows = await tx
    .select({ id: lotAttachments.id })
    .from(lotAttachments)
    .where(and(isNull(lotAttachments.lotId), lt(lotAttachments.createdAtMs, beforeMs)))
  return rows.map(({ id }) => id)
}

/** Deletes documents that still belong to no lot; returns where their files are. */
export async function deleteUnattached(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const deleted = await tx
    .delete(lotAttachments)
    .where(and(inArray(lotAttachments.id, [...ids]), isNull(lotAttachments.lotId)))
    .returning({ storageKey: lotAttachments.storageKey })
  return deleted.map(({ storageKey }) => storageKey)
}
