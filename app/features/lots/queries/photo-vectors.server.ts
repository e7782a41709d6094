import { and, asc, eq, gt, inArray, isNotNull, max } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { photoEmbeddings } from '~db/sqlite/classifier'
import { lots } from '~db/sqlite/lots'
import { photos } from '~db/sqlite/photos'
import { changes } from '~db/sqlite/platform'

/** The vector of a photo of a lot. */
export type PhotoVector = { photoId: string; lotId: string; vector: Int8Array }

/** Read in some ten milliseconds, since requests wait meanwhile. */
const PAGE = 250

/** Vectors of the photos of published lots, by pages in the order of the photos' ids; an empty page ends them. */
export async function listPublishedVectors(modelVersion: string, after: string): Promise<PhotoVector[]> {
  return selectVectors(
    and(
      eq(photoEmbeddings.modelVersion, modelVersion),
      eq(lots.status, 'published'),
      gt(photoEmbeddings.photoId, after),
    ),
  )
    .orderBy(asc(photoEmbeddings.photoId))
    .limit(PAGE)
    .then((rows) => rows.flatMap(vectorOf))
}

/** The same of these lots, all at once. */
export async function listVectorsOfLots(
  modelVersion: string,
  lotIds: readonly string[],
  { publishedOnly }: { publishedOnly: boolean },
): Promise<PhotoVector[]> {
  if (lotIds.length === 0) return []
  const rows = await selectVectors(
    and(
      eq(photoEmbeddings.modelVersion, modelVersion),
      inArray(photos.lotId, [...lotIds]),
      publishedOnly ? eq(lots.status, 'published') : undefined,
    ),
  )
  return rows.flatMap(vectorOf)
}

/** The number of the last change; 0 before the first. */
export async function findLastChange(): Promise<number> {
  const rows = await reader()
    .select({ seq: max(changes.seq) })
    .from(changes)
  return rows[0]?.seq ?? 0
}

/** Lots that changed after a change, each once. */
export async function listLotsChangedSince(seq: number): Promise<string[]> {
  const rows = await reader()
    .selectDistinct({ lotId: changes.entityId })
    .from(changes)
    .where(and(gt(changes.seq, seq), eq(changes.entity, 'lot')))
  return rows.map(({ lotId }) => lotId)
}

function selectVectors(condition: ReturnType<typeof and>) {
  return reader()
    .select({ photoId: photoEmbeddings.photoId, lotId: photos.lotId, vector: photoEmbeddings.vector })
    .from(photoEmbeddings)
    .innerJoin(photos, eq(photos.id, photoEmbeddings.photoId))
    .innerJoin(lots, eq(lots.id, photos.lotId))
    .where(and(isNotNull(photos.lotId), condition))
}

function vectorOf(row: { photoId: string; lotId: string | null; vector: Buffer }): PhotoVector[] {
  const { photoId, lotId, vector } = row
  return lotId === null ? [] : [{ photoId, lotId, vector: Int8Array.from(new Int8Array(vector)) }]
}
