import { asc, inArray } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { photos } from '~db/sqlite/photos'
import type { PhotoView } from '../model/photo-view'

/** What a page needs to show a photo. */
export const PHOTO_VIEW = {
  id: photos.id,
  storageKey: photos.storageKey,
  width: photos.width,
  height: photos.height,
  isSynthetic: photos.isSynthetic,
  hasAvif: photos.hasAvif,
}

/** Photos by the id of what they are shown with, in their order; ids without a photo are left out. */
export async function listPhotosBy(
  column: typeof photos.lotId | typeof photos.messageId,
  ids: readonly string[],
): Promise<Map<string, PhotoView[]>> {
  const byId = new Map<string, PhotoView[]>()
  if (ids.length === 0) return byId
  const rows = await reader()
    .select({ ...PHOTO_VIEW, of: column })
    .from(photos)
    .where(inArray(column, [...ids]))
    .orderBy(asc(photos.position), asc(photos.id))
  for (const { of, ...photo } of rows) {
    if (of) byId.set(of, [...(byId.get(of) ?? []), photo])
  }
  return byId
}
