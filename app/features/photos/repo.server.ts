import { and, eq, inArray, isNotNull, isNull, lt, notExists, notInArray, or, sql } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { classifications, photoEmbeddings } from '~db/sqlite/classifier'
import { labelledExamples } from '~db/sqlite/examples'
import { photos } from '~db/sqlite/photos'

export type NewPhoto = typeof photos.$inferInsert

/** Inserts a photo once; says whether this call did. */
export async function insertPhoto(tx: Tx, photo: NewPhoto): Promise<boolean> {
  const inserted = await tx.insert(photos).values(photo).onConflictDoNothing().returning({ id: photos.id })
  return inserted.length === 1
}

/** Gives a photo of this organisation, free or already of this lot, its place in the lot; says whether it did. */
export async function attachPhoto(
  tx: Tx,
  photo: { id: string; organisationId: string; lotId: string; position: number },
): Promise<boolean> {
  const attached = await tx
    .update(photos)
    .set({ lotId: photo.lotId, position: photo.position })
    .where(
      and(
        eq(photos.id, photo.id),
        eq(photos.organisationId, photo.organisationId),
        isNull(photos.messageId),
        isNull(photos.handoverFileId),
        or(isNull(photos.lotId), eq(photos.lotId, photo.lotId)),
      ),
    )
    .returning({ id: photos.id })
  return attached.length === 1
}

/** Gives a free photo of this organisation its place in a message; says whether it did. */
export async function attachPhotoToMessage(
  tx: Tx,
  photo: { id: string; organisationId: string; messageId: string; position: number },
): Promise<boolean> {
  const attached = await tx
    .update(photos)
    .set({ messageId: photo.messageId, position: photo.position })
    .where(
      and(
        eq(photos.id, photo.id),
        eq(photos.organisationId, photo.organisationId),
        isNull(photos.lotId),
        isNull(photos.messageId),
        isNull(photos.handoverFileId),
      ),
    )
    .returning({ id: photos.id })
  return attached.length === 1
}

/** Takes from a lot every photo but these. */
export async function detachOtherPhotos(
  tx: Tx,
  lot: { id: string; organisationId: string },
  kept: readonly string[],
): Promise<void> {
  await tx
    .update(photos)
    .set({ lotId: null })
    .where(
      and(
        eq(photos.lotId, lot.id),
        eq(photos.organisationId, lot.organisationId),
        notInArray(photos.id, [...kept]),
      ),
    )
}

/**
 * Notes that the AVIF renditions of these files exist, with the hash of each, on every photo that shows them. Where no
 * hash is noted yet, those of all files are noted together later.
 */
export async function markAvif(
  tx: Tx,
  storageKey: string,
  hashes: Readonly<Record<string, string>>,
): Promise<void> {
  const filesSha256 = sql`json_patch(${photos.filesSha256}, ${JSON.stringify(hashes)})`
  await tx.update(photos).set({ hasAvif: true, filesSha256 }).where(eq(photos.storageKey, storageKey))
}

/** Keeps the hashes of the files of every photo that shows them, unless they were noted meanwhile or AVIF ones came. */
export async function keepFileHashes(
  tx: Tx,
  { storageKey, hasAvif }: { storageKey: string; hasAvif: boolean },
  filesSha256: Record<string, string>,
): Promise<boolean> {
  const isSame = and(eq(photos.storageKey, storageKey), eq(photos.hasAvif, hasAvif))
  const kept = await tx
    .update(photos)
    .set({ filesSha256 })
    .where(and(isSame, isNull(photos.filesSha256)))
    .returning({ id: photos.id })
  return kept.length > 0
}

/** Ids of photos that no lot, message or picture of a handover has, sent before an instant; those imported to teach the classifier never had one. */
export async function listUnattachedPhotos(tx: Tx, beforeMs: number): Promise<string[]> {
  const rows = await tx
    .select({ id: photos.id })
    .from(photos)
    .where(
      and(
        isNull(photos.lotId),
        isNull(photos.messageId),
        isNull(photos.handoverFileId),
        lt(photos.createdAtMs, beforeMs),
        notExists(imported(tx)),
      ),
    )
  return rows.map(({ id }) => id)
}

function imported(tx: Tx) {
  return tx
    .select({ photoId: labelledExamples.photoId })
    .from(labelledExamples)
    .where(and(eq(labelledExamples.photoId, photos.id), isNotNull(labelledExamples.source)))
}

/** Deletes photos that still belong to no lot, message or picture, with what the model said of them; returns where their files are. */
export async function deleteUnattachedPhotos(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const free = await tx
    .select({ id: photos.id })
    .from(photos)
    .where(
      and(
        inArray(photos.id, [...ids]),
        isNull(photos.lotId),
        isNull(photos.messageId),
        isNull(photos.handoverFileId),
      ),
    )
  const freeIds = free.map(({ id }) => id)
  await tx.delete(classifications).where(inArray(classifications.photoId, freeIds))
  await tx.delete(photoEmbeddings).where(inArray(photoEmbeddings.photoId, freeIds))
  const deleted = await tx
    .delete(photos)
    .where(inArray(photos.id, freeIds))
    .returning({ storageKey: photos.storageKey })
  return deleted.map(({ storageKey }) => storageKey)
}
