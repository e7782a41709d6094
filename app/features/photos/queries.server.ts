import { and, asc, eq, gt, inArray, isNotNull, isNull, min } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { photos } from '~db/sqlite/photos'
import type { PhotoView } from './model/photo-view'
import { listPhotosBy, PHOTO_VIEW } from './queries/shown-photos.server'

/** A photo of an organisation; null when it is someone else's or does not exist. */
export async function findPhotoOf(
  organisationId: string,
  id: string,
): Promise<(PhotoView & { sha256: string; lotId: string | null }) | null> {
  const rows = await reader()
    .select({ ...PHOTO_VIEW, sha256: photos.sha256, lotId: photos.lotId })
    .from(photos)
    .where(and(eq(photos.id, id), eq(photos.organisationId, organisationId)))
    .limit(1)
  return rows[0] ?? null
}

/** Photos of an organisation by id, in the order asked for; unknown ids are left out. */
export async function listPhotosOf(organisationId: string, ids: readonly string[]): Promise<PhotoView[]> {
  if (ids.length === 0) return []
  const rows = await reader()
    .select(PHOTO_VIEW)
    .from(photos)
    .where(and(inArray(photos.id, [...ids]), eq(photos.organisationId, organisationId)))
  return ids.flatMap((id) => rows.filter((row) => row.id === id))
}

/** Photos of lots, by lot, in their order. */
export function listPhotosOfLots(lotIds: readonly string[]): Promise<Map<string, PhotoView[]>> {
  return listPhotosBy(photos.lotId, lotIds)
}

type PhotoFiles = { storageKey: string; hasAvif: boolean; filesSha256: Record<string, string> | null }

/** Where a photo's files are, for the worker. */
export async function findPhotoFiles(id: string): Promise<PhotoFiles | null> {
  const { storageKey, hasAvif, filesSha256 } = photos
  const rows = await reader()
    .select({ storageKey, hasAvif, filesSha256 })
    .from(photos)
    .where(eq(photos.id, id))
    .limit(1)
  return rows[0] ?? null
}

/** Photos whose row knows no hash of its files, one for each set of files, in the order of their ids. */
export async function listPhotosWithoutHashes(after: string, limit: number): Promise<string[]> {
  const rows = await reader()
    .select({ id: min(photos.id) })
    .from(photos)
    .where(isNull(photos.filesSha256))
    .groupBy(photos.storageKey)
    .having(gt(min(photos.id), after))
    .orderBy(asc(min(photos.id)))
    .limit(limit)
  return rows.flatMap(({ id }) => (id === null ? [] : [id]))
}

/** Shown photos without AVIF renditions, one for each set of files, oldest first. */
export async function listPhotosWithoutAvif(limit: number): Promise<string[]> {
  const rows = await reader()
    .select({ id: min(photos.id) })
    .from(photos)
    .where(and(eq(photos.hasAvif, false), isNotNull(photos.lotId)))
    .groupBy(photos.storageKey)
    .orderBy(asc(min(photos.id)))
    .limit(limit)
  return rows.flatMap(({ id }) => (id === null ? [] : [id]))
}

/** Whether any photo still shows these files: several rows may share them. */
export async function isPhotoStored(storageKey: string): Promise<boolean> {
  const rows = await reader()
    .select({ id: photos.id })
    .from(photos)
    .where(eq(photos.storageKey, storageKey))
    .limit(1)
  return rows.length > 0
}
