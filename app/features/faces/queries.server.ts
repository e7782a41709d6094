import { and, asc, count, eq, gt, inArray, isNotNull, isNull, ne, notExists, or, sql, sum } from 'drizzle-orm'
import type { Sighting } from '~/core/sighting'
import { reader } from '~/platform/db.server'
import { photoBlurs, photos } from '~db/sqlite/photos'
import { photoSightings } from '~db/sqlite/sightings'
import { mayAnalyse } from '~/features/classifier/queries.server'
import type { SpottingReply } from '~/features/photos/model/spotting'
import { detectorInUse } from './card.server'

/** Whether this detector has seen a photo, or somebody has decided of it. */
export async function isSettled(photoId: string, detectorVersion: string): Promise<boolean> {
  const [seen] = await reader()
    .select({ version: photoSightings.detectorVersion, dismissedAtMs: photoSightings.dismissedAtMs })
    .from(photoSightings)
    .where(eq(photoSightings.photoId, photoId))
    .limit(1)
  if (seen && (seen.dismissedAtMs !== null || seen.version === detectorVersion)) return true
  return isBlurred(photoId)
}

/** What this detector spotted in the same file, as another photo shows it; null when it has not seen it. */
export async function findSightingsOfFile(
  storageKey: string,
  detectorVersion: string,
): Promise<Sighting[] | null> {
  const [seen] = await reader()
    .select({ sightings: photoSightings.sightings })
    .from(photos)
    .innerJoin(photoSightings, eq(photoSightings.photoId, photos.id))
    .where(and(eq(photos.storageKey, storageKey), eq(photoSightings.detectorVersion, detectorVersion)))
    .limit(1)
  return seen?.sightings ?? null
}

async function isBlurred(photoId: string): Promise<boolean> {
  const rows = await reader()
    .select({ id: photoBlurs.id })
    .from(photoBlurs)
    .where(eq(photoBlurs.photoId, photoId))
    .limit(1)
  return rows.length > 0
}

/** What is spotted in a photo and nobody has decided of, nothing in a rendering; that it was not looked at yet, or will not be. */
export async function spottingOf(photo: { id: string; isSynthetic: boolean }): Promise<SpottingReply> {
  const photoId = photo.id
  if (photo.isSynthetic) return { status: 'done', sightings: [] }
  const [seen] = await reader()
    .select({ sightings: photoSightings.sightings, dismissedAtMs: photoSightings.dismissedAtMs })
    .from(photoSightings)
    .where(eq(photoSightings.photoId, photoId))
    .limit(1)
  if (seen) return { status: 'done', sightings: seen.dismissedAtMs === null ? seen.sightings : [] }
  if (await isBlurred(photoId)) return { status: 'done', sightings: [] }
  return { status: detectorInUse() && (await mayAnalyse(photoId)) ? 'waiting' : 'off' }
}

/** What is spotted in each of these photos and nobody has decided of; photos without are left out. */
export async function listSightings(photoIds: readonly string[]): Promise<Map<string, Sighting[]>> {
  if (photoIds.length === 0) return new Map()
  const rows = await reader()
    .select({ photoId: photoSightings.photoId, sightings: photoSightings.sightings })
    .from(photoSightings)
    .where(and(inArray(photoSightings.photoId, [...photoIds]), isNull(photoSightings.dismissedAtMs)))
  return new Map(
    rows.filter(({ sightings }) => sightings.length > 0).map((row) => [row.photoId, row.sightings]),
  )
}

/** Photos of lots, messages and of what was put back to work that this detector has not seen and nobody has decided of, in the order of their ids. */
export async function listPhotosToLookAt(version: string, after: string, limit: number): Promise<string[]> {
  const blurred = reader()
    .select({ id: photoBlurs.id })
    .from(photoBlurs)
    .where(eq(photoBlurs.photoId, photos.id))
  const unseen = or(
    isNull(photoSightings.photoId),
    and(ne(photoSightings.detectorVersion, version), isNull(photoSightings.dismissedAtMs)),
  )
  const rows = await reader()
    .select({ id: photos.id })
    .from(photos)
    .leftJoin(photoSightings, eq(photoSightings.photoId, photos.id))
    .where(
      and(
        gt(photos.id, after),
        or(isNotNull(photos.lotId), isNotNull(photos.messageId), isNotNull(photos.handoverFileId)),
        eq(photos.isSynthetic, false),
        unseen,
        notExists(blurred),
      ),
    )
    .orderBy(asc(photos.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}

export type DetectorUse = {
  photos: number
  withSightings: number
  dismissed: number
  blurred: number
  cpuMs: number
}

/** How the detector was used on the photos that are still there, and what people decided. */
export async function detectorUse(): Promise<DetectorUse> {
  const has = sql<number>`coalesce(sum(case when json_array_length(${photoSightings.sightings}) > 0 then 1 else 0 end), 0)`
  const [seen] = await reader()
    .select({
      photos: count(),
      withSightings: has,
      dismissed: count(photoSightings.dismissedAtMs),
      cpuMs: sum(photoSightings.tookMs),
    })
    .from(photoSightings)
  const [blurs] = await reader()
    .select({ photos: sql<number>`count(distinct ${photoBlurs.photoId})` })
    .from(photoBlurs)
  return {
    photos: seen?.photos ?? 0,
    withSightings: seen?.withSightings ?? 0,
    dismissed: seen?.dismissed ?? 0,
    blurred: blurs?.photos ?? 0,
    cpuMs: Number(seen?.cpuMs ?? 0),
  }
}
