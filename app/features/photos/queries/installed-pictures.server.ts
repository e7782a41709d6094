import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { handoverFiles } from '~db/sqlite/handover-papers'
import { photos } from '~db/sqlite/photos'
import { reservations } from '~db/sqlite/reservations'

const isInstalled = and(eq(handoverFiles.kind, 'installed'), eq(handoverFiles.isSynthetic, false))

/** A picture of what was put back to work and the organisation that sent it; null for a drawn one, and once it is gone. */
export async function findInstalledPicture(
  id: string,
): Promise<{ storageKey: string; organisationId: string } | null> {
  const rows = await reader()
    .select({
      storageKey: handoverFiles.storageKey,
      organisationId: sql<string>`iif(${handoverFiles.side} = 'giver', ${reservations.giverOrganisationId}, ${reservations.takerOrganisationId})`,
    })
    .from(handoverFiles)
    .innerJoin(reservations, eq(reservations.id, handoverFiles.reservationId))
    .where(and(eq(handoverFiles.id, id), isInstalled))
    .limit(1)
  return rows[0] ?? null
}

/** The photo that repeats a picture, for looking and blurring; null while a job has not made it. */
export async function findPhotoOfPicture(
  fileId: string,
): Promise<{ id: string; isSynthetic: boolean } | null> {
  const rows = await reader()
    .select({ id: photos.id, isSynthetic: photos.isSynthetic })
    .from(photos)
    .where(eq(photos.handoverFileId, fileId))
    .limit(1)
  return rows[0] ?? null
}

/** Pictures of what was put back to work that no photo repeats, in the order of their ids. */
export async function listPicturesWithoutPhoto(after: string, limit: number): Promise<string[]> {
  const rows = await reader()
    .select({ id: handoverFiles.id })
    .from(handoverFiles)
    .leftJoin(photos, eq(photos.handoverFileId, handoverFiles.id))
    .where(and(gt(handoverFiles.id, after), isInstalled, isNull(photos.id)))
    .orderBy(asc(handoverFiles.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}
