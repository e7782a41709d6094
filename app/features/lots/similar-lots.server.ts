import { toUnit } from '~/features/classifier/model/embedding'
import { isClassifierOff } from '~/features/classifier/queries/settings.server'
import type { LotView } from './model/lot'
import type { AskedPhoto } from './model/photo-query'
import type { LotViewer } from './model/visibility'
import { nearestLots } from './photo-index.server'
import type { LotFilters } from './queries/lot-filters.server'
import { listVectorsOfLots } from './queries/photo-vectors.server'
import { listFoundLots } from './queries/found-lots.server'

/** Cosine that one pair in a hundred of different materials reaches: under it photos have little in common. See decision 012. */
export const LEAST_LIKENESS = 0.4
/** Photos looked at by the first round, and how much wider each further one is. */
const FIRST_MOST = 400
const WIDER = 8
/** Lots that one query checks. */
const BATCH = 200

export type SimilarLot = { lot: LotView; likeness: number }
type Asked = { filters?: LotFilters; viewer: LotViewer; limit: number }

/** Open lots that the viewer sees and that fit the filters, whose photos are like this one, most like first. */
export async function findLotsLikePhoto(photo: AskedPhoto, asked: Asked): Promise<SimilarLot[]> {
  const query = toUnit(photo.vector)
  return query ? similar(photo.modelVersion, [query], asked) : []
}

/** The same for all photos of a lot, itself left out. Empty while none of its photos has been looked at. */
export async function findLotsLikeLot(
  lotId: string,
  modelVersion: string,
  asked: Asked,
): Promise<SimilarLot[]> {
  const vectors = await listVectorsOfLots(modelVersion, [lotId], { publishedOnly: false })
  const queries = vectors.map(({ vector }) => toUnit(vector)).filter((unit) => unit !== null)
  return queries.length > 0 ? similar(modelVersion, queries, asked, lotId) : []
}

/** Looks at more and more photos until enough lots are found that this viewer may see; none while the classifier is off. */
async function similar(
  modelVersion: string,
  queries: Float32Array[],
  { filters = {}, viewer, limit }: Asked,
  excluded?: string,
): Promise<SimilarLot[]> {
  if (await isClassifierOff()) return []
  const found: SimilarLot[] = []
  const seen = new Set(excluded === undefined ? [] : [excluded])
  for (let most = FIRST_MOST; ; most *= WIDER) {
    const near = await nearestLots(modelVersion, queries, { most, least: LEAST_LIKENESS })
    const fresh = near.lots.filter(({ lotId }) => !seen.has(lotId))
    for (let from = 0; from < fresh.length && found.length < limit; from += BATCH) {
      const batch = fresh.slice(from, from + BATCH)
      const shown = await listFoundLots(
        batch.map(({ lotId }) => lotId),
        filters,
        viewer,
      )
      const byId = new Map(shown.map((lot) => [lot.id, lot]))
      for (const { lotId, likeness } of batch) {
        seen.add(lotId)
        const lot = byId.get(lotId)
        if (lot) found.push({ lot, likeness })
      }
    }
    if (found.length >= limit || near.isAll) return found.slice(0, limit)
  }
}
