import { eq } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { classifications, photoEmbeddings } from '~db/sqlite/classifier'
import { photos } from '~db/sqlite/photos'

/** Keeps what the model said of a photo; a newer model's word replaces an older one's. */
export async function upsertClassification(tx: Tx, row: typeof classifications.$inferInsert): Promise<void> {
  await tx
    .insert(classifications)
    .values(row)
    .onConflictDoUpdate({ target: classifications.photoId, set: row })
}

/** Keeps a photo's vector in place of an older model's; a model that gives none leaves none. */
export async function replaceEmbedding(
  tx: Tx,
  photo: { photoId: string; modelVersion: string; vector: Int8Array | null },
): Promise<void> {
  await tx.delete(photoEmbeddings).where(eq(photoEmbeddings.photoId, photo.photoId))
  if (photo.vector) {
    await tx.insert(photoEmbeddings).values({ ...photo, vector: Buffer.from(photo.vector) })
  }
}

/** The lot that a photo belongs to now, or null; undefined when the photo is gone. */
export async function findLotOfPhoto(tx: Tx, photoId: string): Promise<string | null | undefined> {
  const rows = await tx.select({ lotId: photos.lotId }).from(photos).where(eq(photos.id, photoId)).limit(1)
  return rows[0]?.lotId
}
