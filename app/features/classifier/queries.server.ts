import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, like, ne, or, sum } from 'drizzle-orm'
import type { MaterialType } from '~/core/material-types'
import { reader, type Db } from '~/platform/db.server'
import { classifications, classifierUse } from '~db/sqlite/classifier'
import { organisations } from '~db/sqlite/organisations'
import { photos } from '~db/sqlite/photos'
import { isClassifierOff } from './queries/settings.server'

export type PhotoClassification = {
  photoId: string
  modelVersion: string
  verdict: 'sure' | 'likely' | 'unsure' | 'not-a-material'
  candidates: { material: MaterialType; confidence: number }[]
}

/**
 * What the model said of photos; a photo still in the queue is not in the answer, nor one of an organisation that
 * wants none analysed. Nothing while the classifier is off.
 */
export async function listClassifications(photoIds: readonly string[]): Promise<PhotoClassification[]> {
  if (photoIds.length === 0 || (await isClassifierOff())) return []
  return reader()
    .select({
      photoId: classifications.photoId,
      modelVersion: classifications.modelVersion,
      verdict: classifications.verdict,
      candidates: classifications.candidates,
    })
    .from(classifications)
    .innerJoin(photos, eq(photos.id, classifications.photoId))
    .innerJoin(organisations, eq(organisations.id, photos.organisationId))
    .where(and(inArray(classifications.photoId, [...photoIds]), eq(organisations.analysesPhotos, true)))
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

/** Photos of lots that this model has not looked at and may, by id, after one of them. */
export async function listPhotosUnseenBy(
  modelVersion: string,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await reader()
    .select({ id: photos.id })
    .from(photos)
    .innerJoin(organisations, eq(organisations.id, photos.organisationId))
    .leftJoin(classifications, eq(classifications.photoId, photos.id))
    .where(
      and(
        isNotNull(photos.lotId),
        eq(organisations.analysesPhotos, true),
        gt(photos.id, after),
        or(isNull(classifications.photoId), ne(classifications.modelVersion, modelVersion)),
      ),
    )
    .orderBy(asc(photos.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** Whether the organisation of a photo lets it be analysed; false for a photo that is gone. */
export async function mayAnalyse(photoId: string, db: Db = reader()): Promise<boolean> {
  const rows = await db
    .select({ analyses: organisations.analysesPhotos })
    .from(photos)
    .innerJoin(organisations, eq(organisations.id, photos.organisationId))
    .where(eq(photos.id, photoId))
    .limit(1)
  return rows[0]?.analyses ?? false
}

/** The organisations that want none of their photos analysed. */
export async function countOrganisationsOff(): Promise<number> {
  const rows = await reader()
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.analysesPhotos, false))
  return rows.length
}

export type ClassifierUse = { purpose: 'lot' | 'visitor'; photos: number; cpuMs: number }

/** What the classifier was used for in a year, by purpose. */
export async function readUse(year: number): Promise<ClassifierUse[]> {
  const rows = await reader()
    .select({
      purpose: classifierUse.purpose,
      photos: sum(classifierUse.photos).mapWith(Number),
      cpuMs: sum(classifierUse.cpuMs).mapWith(Number),
    })
    .from(classifierUse)
    .where(like(classifierUse.month, `${year}-%`))
    .groupBy(classifierUse.purpose)
    .orderBy(classifierUse.purpose)
  return rows
}
