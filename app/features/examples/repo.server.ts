import { and, desc, eq, inArray, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { labelledExamples } from '~db/sqlite/examples'
import { organisations } from '~db/sqlite/organisations'
import { photos } from '~db/sqlite/photos'
import { events } from '~db/sqlite/platform'

export type ExampleRow = typeof labelledExamples.$inferSelect

/** Whether the organisation agrees that its photos teach the classifier. */
export async function isSharing(tx: Tx, organisationId: string): Promise<boolean> {
  const rows = await tx
    .select({ since: organisations.sharesPhotosSinceMs })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
    .limit(1)
  return rows[0]?.since != null
}

/** Keeps an example; of one there already, only another material than before is news. */
export async function upsertExample(tx: Tx, row: ExampleRow): Promise<void> {
  await tx
    .insert(labelledExamples)
    .values(row)
    .onConflictDoUpdate({
      target: labelledExamples.photoId,
      set: { ...row, keptSinceMs: sql`${labelledExamples.keptSinceMs}` },
      setWhere: and(isNull(labelledExamples.source), ne(labelledExamples.material, row.material ?? 'other')),
    })
}

/** Keeps the example of a photo once; says whether this call did. */
export async function insertExample(tx: Tx, row: ExampleRow): Promise<boolean> {
  const kept = await tx
    .insert(labelledExamples)
    .values(row)
    .onConflictDoNothing()
    .returning({ photoId: labelledExamples.photoId })
  return kept.length === 1
}

/** An example that may be looked at: of a folder, or of an organisation that agrees now. */
export async function findExampleRow(tx: Tx, photoId: string): Promise<ExampleRow | null> {
  const rows = await tx
    .select({ example: labelledExamples })
    .from(labelledExamples)
    .innerJoin(photos, eq(photos.id, labelledExamples.photoId))
    .innerJoin(organisations, eq(organisations.id, photos.organisationId))
    .where(
      and(
        eq(labelledExamples.photoId, photoId),
        or(isNotNull(labelledExamples.source), isNotNull(organisations.sharesPhotosSinceMs)),
      ),
    )
    .limit(1)
  return rows[0]?.example ?? null
}

export async function updateExample(
  tx: Tx,
  photoId: string,
  values: Pick<ExampleRow, 'label' | 'origin' | 'state' | 'decidedBy' | 'decidedAtMs'>,
): Promise<void> {
  await tx.update(labelledExamples).set(values).where(eq(labelledExamples.photoId, photoId))
}

/** Removes the examples of an organisation's own photos; says how many. */
export async function deleteExamplesOf(tx: Tx, organisationId: string): Promise<number> {
  const own = tx.select({ id: photos.id }).from(photos).where(eq(photos.organisationId, organisationId))
  return deleted(tx, and(isNull(labelledExamples.source), inArray(labelledExamples.photoId, own)))
}

/** Removes the examples of an organisation's own photos that no lot shows any more. */
export async function deleteDetachedExamples(tx: Tx, organisationId: string): Promise<number> {
  const free = tx
    .select({ id: photos.id })
    .from(photos)
    .where(and(eq(photos.organisationId, organisationId), isNull(photos.lotId)))
  return deleted(tx, and(isNull(labelledExamples.source), inArray(labelledExamples.photoId, free)))
}

/** Removes the examples of organisations' own photos kept since before an instant; says how many. */
export async function deleteExamplesBefore(tx: Tx, beforeMs: number): Promise<number> {
  return deleted(tx, and(isNull(labelledExamples.source), lt(labelledExamples.keptSinceMs, beforeMs)))
}

async function deleted(tx: Tx, where: ReturnType<typeof and>): Promise<number> {
  const rows = await tx.delete(labelledExamples).where(where).returning({ photoId: labelledExamples.photoId })
  return rows.length
}

/** What happened last to an example. */
export async function findLastEvent(
  tx: Tx,
  photoId: string,
): Promise<{ kind: string; detail: Record<string, unknown> } | null> {
  const rows = await tx
    .select({ kind: events.kind, detail: events.detail })
    .from(events)
    .where(and(eq(events.entity, 'labelled-example'), eq(events.entityId, photoId)))
    .orderBy(desc(events.atMs), desc(events.id))
    .limit(1)
  return rows[0] ?? null
}
