import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm'
import type { MaterialType } from '~/core/material-types'
import { reader } from '~/platform/db.server'
import { classifications } from '~db/sqlite/classifier'
import { photos } from '~db/sqlite/photos'

export type PhotoClassification = {
  photoId: string
  modelVersion: string
  verdict: 'sure' | 'likely' | 'unsure' | 'not-a-material'
  candidates: { material: MaterialType; confidence: number }[]
}

/** What the model said of photos; a photo still in the queue is not in the answer. */
export async function listClassifications(photoIds: readonly string[]): Promise<PhotoClassification[]> {
  if (photoIds.length === 0) return []
  return reader()
    .select({
      photoId: classifications.photoId,
      modelVersion: classifications.modelVersion,
      verdict: classifications.verdict,
      candidates: classifications.candidates,
    })
    .from(classifications)
    .where(inArray(classifications.photoId, [...photoIds]))
}

export type MeasuredSpeed = { photos: number; medianMs: number }

/** How long the model really took here on its latest photos, at most 500; null before the first one. */
export async function measureSpeed(modelVersion: string): Promise<MeasuredSpeed | null> {
  const rows = await reader()
    .select({ ms: classifications.inferenceMs })
    .from(classifications)
    .where(and(eq(classifications.modelVersion, modelVersion), gt(classifications.inferenceMs, 0)))
    .orderBy(desc(classifications.classifiedAtMs))
    .limit(500)
  const sorted = rows.map(({ ms }) => ms).sort((a, b) => a - b)
  const medianMs = sorted[Math.floor(sorted.length / 2)]
  return medianMs === undefined ? null : { photos: sorted.length, medianMs }
}

/** Photos of lots that this model has not looked at, by id, after one of them. */
export async function listPhotosUnseenBy(
  modelVersion: string,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await reader()
    .select({ id: photos.id })
    .from(photos)
    .leftJoin(classifications, eq(classifications.photoId, photos.id))
    .where(
      and(
        isNotNull(photos.lotId),
        gt(photos.id, after),
        or(isNull(classifications.photoId), ne(classifications.modelVersion, modelVersion)),
      ),
    )
    .orderBy(asc(photos.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}
