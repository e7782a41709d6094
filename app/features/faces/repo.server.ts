import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { photos } from '~db/sqlite/photos'
import { photoSightings } from '~db/sqlite/sightings'

type SightingsRow = typeof photoSightings.$inferInsert

/** Keeps what was spotted in a photo, in place of what a former detector did; nothing when it shows other files by now. */
export async function keepSightings(
  tx: Tx,
  photo: { id: string; storageKey: string },
  row: SightingsRow,
): Promise<void> {
  const shown = await tx
    .select({ id: photos.id })
    .from(photos)
    .where(and(eq(photos.id, photo.id), eq(photos.storageKey, photo.storageKey)))
    .limit(1)
  if (shown.length === 0) return
  await tx.insert(photoSightings).values(row).onConflictDoUpdate({ target: photoSightings.photoId, set: row })
}

/** Notes who said that nothing is to be blurred; whether that was new. */
export async function setDismissed(
  tx: Tx,
  photoId: string,
  { userId, atMs }: { userId: string; atMs: number },
): Promise<boolean> {
  const rows = await tx
    .update(photoSightings)
    .set({ dismissedByUserId: userId, dismissedAtMs: atMs })
    .where(and(eq(photoSightings.photoId, photoId), isNull(photoSightings.dismissedAtMs)))
    .returning({ id: photoSightings.photoId })
  return rows.length > 0
}
