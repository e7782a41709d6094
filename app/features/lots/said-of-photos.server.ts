import type { MaterialType } from '~/core/material-types'
import { offeredOf } from '~/features/classifier/model/suggest'
import { listClassifications } from '~/features/classifier/queries.server'

export type Said = { photoId: string; modelVersion: string; verdict: string; offered: MaterialType[] }

/** What the model offered for each photo, kept beside what the person chose: a form alone cannot claim it. */
export async function saidOfPhotos(photoIds: readonly string[]): Promise<Said[]> {
  const said = await listClassifications(photoIds)
  return said.map((one) => ({
    photoId: one.photoId,
    modelVersion: one.modelVersion,
    verdict: one.verdict,
    offered: offeredOf(one).map(({ material }) => material),
  }))
}

/** Whether the person took the material that the model offered, or chose it themselves. */
export function materialSourceOf(
  lot: { material: MaterialType; suggested?: MaterialType },
  said: readonly Said[],
): 'person' | 'suggestion' {
  const isOffered = said.some(({ offered }) => offered.includes(lot.material))
  return lot.suggested === lot.material && isOffered ? 'suggestion' : 'person'
}
