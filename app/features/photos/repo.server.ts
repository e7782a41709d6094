import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { photos } from '~db/sqlite/photos'

export type NewPhoto = typeof photos.$inferInsert

/** Inserts a photo once; says whether this call did. */
export async function insertPhoto(tx: Tx, photo: NewPhoto): Promise<boolean> {
  const inserted = await tx.insert(photos).values(photo).onConflictDoNothing().returning({ id: photos.id })
  return inserted.length === 1
}

/** Gives a photo of this organisation, not yet used elsewhere, to a lot; says whether it did. */
export async function attachPhoto(
  tx: Tx,
  photo: { id: string; organisationId: string; lotId: string; position: number },
): Promise<boolean> {
  const attached = await tx
    .update(photos)
    .set({ lotId: photo.lotId, position: photo.position })
    .where(
      and(eq(photos.id, photo.id), eq(photos.organisationId, photo.organisationId), isNull(photos.lotId)),
    )
    .returning({ id: photos.id })
  return attached.length === 1
}
