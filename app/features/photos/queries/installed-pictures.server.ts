import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { handoverFiles } from '~db/sqlite/handover-papers'
import { organisations } from '~db/sqlite/organisations'
import { photos } from '~db/sqlite/photos'
import { reservations } from '~db/sqlite/reservations'

const isInstalled = and(eq(handoverFiles.kind, 'installed'), eq(handoverFiles.isSynthetic, false))
const senderId = sql<string>`case when ${handoverFiles.side} = 'giver' then ${reservations.giverOrganisationId} else ${reservations.takerOrganisationId} end`
/** What an organisation leaves behind when it closes is no longer looked at: its photos go, its pictures stay. */
const isSenderOpen = isNull(organisations.suspendedAtMs)

/** A picture of what was put back to work and the organisation that sent it; null for a drawn one, and once either is gone. */
export async function findInstalledPicture(
  id: string,
): Promise<{ storageKey: string; organisationId: string } | null> {
  const rows = await reader()
    .select({
      storageKey: handoverFiles.storageKey,
      organisationId: senderId,
    })
    .from(handoverFiles)
    .innerJoin(reservations, eq(reservations.id, handoverFiles.reservationId))
    .innerJoin(organisations, eq(organisations.id, senderId))
    .where(and(eq(handoverFiles.id, id), isInstalled, isSenderOpen))
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

/** Pictures of what was put back to work that no photo repeats, of open organisations, in the order of their ids. */
export async function listPicturesWithoutPhoto(after: string, limit: number): Promise<string[]> {
  const rows = await reader()
    .select({ id: handoverFiles.id })
    .from(handoverFiles)
    .innerJoin(reservations, eq(reservations.id, handoverFiles.reservationId))
    .innerJoin(organisations, eq(organisations.id, senderId))
    .leftJoin(photos, eq(photos.handoverFileId, handoverFiles.id))
    .where(and(gt(handoverFiles.id, after), isInstalled, isSenderOpen, isNull(photos.id)))
    .orderBy(asc(handoverFiles.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}
