import { inArray } from 'drizzle-orm'
import type { MaterialType } from '~/core/material-types'
import { reader } from '~/platform/db.server'
import { classifications } from '~db/sqlite/classifier'

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
