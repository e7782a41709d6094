import { and, eq, inArray } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import type { Tx } from '~/platform/transaction.server'
import { classifications, photoEmbeddings } from '~db/sqlite/classifier'
import { photoBlurs, photos } from '~db/sqlite/photos'
import { photoSightings } from '~db/sqlite/sightings'

/** Whether this blurring was done; an id that was used for another photo is none of it. */
export async function isBlurKnown(id: string, photoId: string): Promise<boolean> {
  const rows = await reader()
    .select({ id: photoBlurs.id })
    .from(photoBlurs)
    .where(and(eq(photoBlurs.id, id), eq(photoBlurs.photoId, photoId)))
    .limit(1)
  return rows.length > 0
}

export async function insertBlur(tx: Tx, blur: typeof photoBlurs.$inferInsert): Promise<void> {
  await tx.insert(photoBlurs).values(blur)
}

type Moved = {
  photo: { organisationId: string; storageKey: string }
  storageKey: string
  filesSha256: Record<string, string>
}

/**
 * Makes every photo of the organisation that shows these files show others, and drops what models said of the former.
 * @returns their ids: none when the photo shows other files by now
 */
export async function moveToFiles(tx: Tx, { photo, storageKey, filesSha256 }: Moved): Promise<string[]> {
  const moved = await tx
    .update(photos)
    .set({ storageKey, filesSha256, hasAvif: false })
    .where(and(eq(photos.storageKey, photo.storageKey), eq(photos.organisationId, photo.organisationId)))
    .returning({ id: photos.id })
  const ids = moved.map(({ id }) => id)
  await tx.delete(classifications).where(inArray(classifications.photoId, ids))
  await tx.delete(photoSightings).where(inArray(photoSightings.photoId, ids))
  await tx.delete(photoEmbeddings).where(inArray(photoEmbeddings.photoId, ids))
  return ids
}
