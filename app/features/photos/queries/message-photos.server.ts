import { and, asc, eq, inArray } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { reservationMessages } from '~db/sqlite/arrangements'
import { photos } from '~db/sqlite/photos'
import type { PhotoView } from '../model/photo-view'

const view = {
  id: photos.id,
  storageKey: photos.storageKey,
  width: photos.width,
  height: photos.height,
  isSynthetic: photos.isSynthetic,
  hasAvif: photos.hasAvif,
}

/** Photos that came with messages, by message, in their order. For the two sides only. */
export async function findPhotosOfMessages(messageIds: readonly string[]): Promise<Map<string, PhotoView[]>> {
  const byMessage = new Map<string, PhotoView[]>()
  if (messageIds.length === 0) return byMessage
  const rows = await reader()
    .select({ ...view, messageId: photos.messageId })
    .from(photos)
    .where(inArray(photos.messageId, [...messageIds]))
    .orderBy(asc(photos.position), asc(photos.id))
  for (const { messageId, ...photo } of rows) {
    if (messageId) byMessage.set(messageId, [...(byMessage.get(messageId) ?? []), photo])
  }
  return byMessage
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
