import { and, eq } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { reservationMessages } from '~db/sqlite/arrangements'
import { photos } from '~db/sqlite/photos'
import type { PhotoView } from '../model/photo-view'
import { listPhotosBy } from './shown-photos.server'

/** Photos that came with messages, by message, in their order. For the two sides only. */
export function findPhotosOfMessages(messageIds: readonly string[]): Promise<Map<string, PhotoView[]>> {
  return listPhotosBy(photos.messageId, messageIds)
}

/** Where the files of a photo are that came with a message about this reservation; null for any other. */
export async function findMessagePhotoKey(reservationId: string, photoId: string): Promise<string | null> {
  const rows = await reader()
    .select({ storageKey: photos.storageKey })
    .from(photos)
    .innerJoin(reservationMessages, eq(reservationMessages.id, photos.messageId))
    .where(and(eq(photos.id, photoId), eq(reservationMessages.reservationId, reservationId)))
    .limit(1)
  return rows[0]?.storageKey ?? null
}
