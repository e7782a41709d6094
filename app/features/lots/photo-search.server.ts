import { classifierInfo } from '~/features/classifier/classifier.server'
import { isClassifierOff } from '~/features/classifier/queries/settings.server'
import { toBytes } from '~/features/classifier/model/embedding'
import { searchPlace, type SearchPlace } from '~/features/communes/search-place.server'
import type { LotView } from './model/lot'
import type { LotSearchState } from './model/lot-search-query'
import { photoQuery, readPhotoQuery } from './model/photo-query'
import type { LotViewer } from './model/visibility'
import { findVisibleLot } from './queries.server'
import type { SearchFaults } from '~/schema/search-fields'
import { filtersOf, readSearch } from './search.server'
import { findLotsLikeLot, findLotsLikePhoto, type SimilarLot } from './similar-lots.server'

/** Lots shown on a page and in its export; further ones have too little in common to be of use. */
export const MOST_SIMILAR = 24
/** Lots on the page of another. */
const ON_A_LOT = 3
/** Wider than the Métropole: the distance to every commune. */
const ANYWHERE_KM = 1000
/** What of an ordinary search applies beside a photo. */
const FILTERS = ['materiau', 'commune', 'rayon'] as const

export type PhotoSearch = {
  /**
   * - `off`: no model, or one that does not compare photos.
   * - `ask`: no photo yet.
   * - `stale`: a photo that cannot be read, or that another model looked at.
   */
  state: 'off' | 'ask' | 'stale' | 'found'
  /** The lot compared with; null for a photo. */
  lot: LotView | null
  found: SimilarLot[]
  /** The parameters that name the photo or the lot, to go on with. */
  asked: [name: string, text: string][]
  search: LotSearchState
  faults: SearchFaults
  place: SearchPlace
  dimensions: number
}

/** The model that compares photos, or null where there is none or the operator has switched it off. */
async function comparingModel(): Promise<{ version: string; dimensions: number } | null> {
  if (await isClassifierOff()) return null
  const { card } = classifierInfo()
  return card?.embeddingSize ? { version: card.version, dimensions: card.embeddingSize } : null
}

/** The address of the lots that look like a photo just looked at; null when the model gave no vector. */
export function similarQuery(said: {
  modelVersion: string
  embeddings: readonly (Float32Array | null)[]
}): string | null {
  const embedding = said.embeddings[0]
  return embedding ? photoQuery({ modelVersion: said.modelVersion, vector: toBytes(embedding) }) : null
}

/**
 * Lots that look like the photo or the lot that an address names, within its material and its place; null for a lot
 * that the viewer does not see.
 */
export async function searchByPhoto(params: URLSearchParams, viewer: LotViewer): Promise<PhotoSearch | null> {
  const kept = [...params].filter(([name]) => FILTERS.some((filter) => filter === name))
  const { search, faults, place } = await readSearch(new URLSearchParams(kept))
  const model = await comparingModel()
  const base = { lot: null, found: [], asked: [], search, faults, place, dimensions: model?.dimensions ?? 0 }
  if (!model) return { ...base, state: 'off' }
  const asked = { viewer, filters: filtersOf(search, place), limit: MOST_SIMILAR }
  const lotId = params.get('lot')
  if (lotId) {
    const lot = await findVisibleLot(lotId, viewer)
    if (!lot) return null
    const found = await findLotsLikeLot(lot.id, model.version, asked)
    return { ...base, state: 'found', lot, found, asked: [['lot', lot.id]] }
  }
  const photo = readPhotoQuery(params)
  if (photo === null) return { ...base, state: 'ask' }
  if (
    photo === 'unreadable' ||
    photo.modelVersion !== model.version ||
    photo.vector.length !== model.dimensions
  ) {
    return { ...base, state: 'stale' }
  }
  const found = await findLotsLikePhoto(photo, asked)
  return { ...base, state: 'found', found, asked: [...new URLSearchParams(photoQuery(photo))] }
}

/** For the page of a lot: the lots most like it, with the kilometres between their communes. */
export async function similarTo(
  lot: LotView,
  viewer: LotViewer,
): Promise<(SimilarLot & { km: number | null })[]> {
  const model = await comparingModel()
  if (!model) return []
  const found = await findLotsLikeLot(lot.id, model.version, { viewer, limit: ON_A_LOT })
  const km = await kilometresFrom(found.length > 0 ? lot.communeCode : undefined)
  return found.map((one) => ({ ...one, km: km.get(one.lot.communeCode) ?? null }))
}

/** Great-circle kilometres from a commune to all others, by code; none without a commune. */
export async function kilometresFrom(communeCode: string | undefined): Promise<Map<string, number>> {
  if (!communeCode) return new Map()
  const { near } = await searchPlace({ commune: communeCode, rayon: ANYWHERE_KM })
  return near ?? new Map()
}
