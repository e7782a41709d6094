import { and, eq, inArray, sql } from 'drizzle-orm'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import type { Tx } from '~/platform/transaction.server'
import { classifications, classifierUse, photoEmbeddings } from '~db/sqlite/classifier'
import { organisations } from '~db/sqlite/organisations'
import { photos } from '~db/sqlite/photos'
import { photoSightings } from '~db/sqlite/sightings'
import { settings } from '~db/sqlite/settings'

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

/** The lot that a photo belongs to now, or null; undefined when the photo is gone or shows other files by now. */
export async function findLotOfPhoto(
  tx: Tx,
  { id, storageKey }: { id: string; storageKey: string },
): Promise<string | null | undefined> {
  const rows = await tx
    .select({ lotId: photos.lotId })
    .from(photos)
    .where(and(eq(photos.id, id), eq(photos.storageKey, storageKey)))
    .limit(1)
  return rows[0]?.lotId
}

/**
 * Erases what the model said of an organisation's photos, and their vectors, if it still wants none analysed. Returns
 * the lots that had some.
 */
export async function deleteUnwantedClassifications(tx: Tx, organisationId: string): Promise<string[]> {
  const isUnwanted = and(eq(organisations.id, organisationId), eq(organisations.analysesPhotos, false))
  const lots = await tx
    .selectDistinct({ lotId: photos.lotId })
    .from(photos)
    .innerJoin(organisations, eq(organisations.id, photos.organisationId))
    .innerJoin(photoEmbeddings, eq(photoEmbeddings.photoId, photos.id))
    .where(isUnwanted)
  const unwanted = tx
    .select({ id: photos.id })
    .from(photos)
    .innerJoin(organisations, eq(organisations.id, photos.organisationId))
    .where(isUnwanted)
  await tx.delete(classifications).where(inArray(classifications.photoId, unwanted))
  await tx.delete(photoEmbeddings).where(inArray(photoEmbeddings.photoId, unwanted))
  await tx.delete(photoSightings).where(inArray(photoSightings.photoId, unwanted))
  return lots.flatMap(({ lotId }) => (lotId === null ? [] : [lotId]))
}

/** Adds to what the classifier was used for this month. */
export async function addUse(
  tx: Tx,
  { purpose, photos: count, cpuMs }: { purpose: 'lot' | 'visitor'; photos: number; cpuMs: number },
): Promise<void> {
  const month = isoDayOf(nowMs()).slice(0, 7)
  const row = { month, purpose, photos: count, cpuMs: Math.round(cpuMs) }
  await tx
    .insert(classifierUse)
    .values(row)
    .onConflictDoUpdate({
      target: [classifierUse.month, classifierUse.purpose],
      set: {
        photos: sql`${classifierUse.photos} + ${row.photos}`,
        cpuMs: sql`${classifierUse.cpuMs} + ${row.cpuMs}`,
      },
    })
}

export async function upsertSetting(tx: Tx, key: string, value: Record<string, unknown>): Promise<void> {
  const row = { key, value, updatedAtMs: nowMs() }
  await tx.insert(settings).values(row).onConflictDoUpdate({ target: settings.key, set: row })
}
