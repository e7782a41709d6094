import { count, desc, eq, max, sql } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { reservationMessages } from '~db/sqlite/arrangements'
import { handoverFiles } from '~db/sqlite/handover-papers'
import { photoBlurs, photos } from '~db/sqlite/photos'
import type { PhotoView } from '../model/photo-view'

export type PhotoToBlur = PhotoView & {
  organisationId: string
  lotId: string | null
  messageId: string | null
  /** The picture of what was put back to work that it repeats. */
  handoverFileId: string | null
  /** Of the message, or of that picture. */
  reservationId: string | null
}

/** A photo, whoever posted it: callers ask `blurRightOf` before they show or change it. */
export async function findPhotoToBlur(id: string): Promise<PhotoToBlur | null> {
  const { organisationId, lotId, messageId, handoverFileId, storageKey, width, height } = photos
  const { isSynthetic, hasAvif } = photos
  const reservationId = sql<
    string | null
  >`coalesce(${reservationMessages.reservationId}, ${handoverFiles.reservationId})`
  const rows = await reader()
    .select({
      ...{ id: photos.id, organisationId, lotId, messageId, handoverFileId, reservationId },
      ...{ storageKey, width, height, isSynthetic, hasAvif },
    })
    .from(photos)
    .leftJoin(reservationMessages, eq(reservationMessages.id, photos.messageId))
    .leftJoin(handoverFiles, eq(handoverFiles.id, photos.handoverFileId))
    .where(eq(photos.id, id))
    .limit(1)
  return rows[0] ?? null
}

/** How often zones of a photo were blurred, when last, and whether the Métropole's team did it then. */
export async function findBlursOf(
  photoId: string,
): Promise<{ times: number; lastAtMs: number; isByTeam: boolean } | null> {
  const [all] = await reader()
    .select({ times: count(), lastAtMs: max(photoBlurs.atMs) })
    .from(photoBlurs)
    .where(eq(photoBlurs.photoId, photoId))
  if (!all?.lastAtMs) return null
  const [last] = await reader()
    .select({ isByTeam: photoBlurs.isByTeam })
    .from(photoBlurs)
    .where(eq(photoBlurs.photoId, photoId))
    .orderBy(desc(photoBlurs.atMs))
    .limit(1)
  return { times: all.times, lastAtMs: all.lastAtMs, isByTeam: last?.isByTeam ?? false }
}
