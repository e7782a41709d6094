import { nowMs } from '~/core/clock'
import { addDays, isoDayOf } from '~/core/days'
import { widerRadius } from '~/core/shared-search'
import { communesWithin } from '~/features/communes/model/nearby'
import { searchPlace, type SearchPlace } from '~/features/communes/search-place.server'
import {
  activeFilters,
  sortingOf,
  withoutFilter,
  wordsOnly,
  type LotFilter,
  type LotSearchState,
} from './model/lot-search-query'
import type { LotViewer } from './model/visibility'
import type { LotFilters } from './queries/lot-filters.server'
import { asksWords, countLots } from './queries.server'
import { readLotSearch, type LotSearchRead } from './schema'
import { findAnswers } from './answers.server'

/** A search as an address asks for it, with where it looks; a commune that does not exist is told and left out. */
export async function readSearch(params: URLSearchParams): Promise<LotSearchRead & { place: SearchPlace }> {
  const { search, faults, sheet } = readLotSearch(params)
  const place = await searchPlace(search)
  if (!search.commune || place.centre) return { search, faults, sheet, place }
  const everywhere = { ...search, commune: undefined, rayon: undefined }
  return { search: everywhere, faults: { ...faults, commune: 'invalid_choice' }, sheet, place }
}

/** The filters of a search as the query takes them. */
export function filtersOf(search: LotSearchState, place: Pick<SearchPlace, 'near'>): LotFilters {
  return {
    text: search.q,
    material: search.materiau,
    family: search.famille,
    thereOn: search.dispo && isoDayOf(nowMs()),
    communeCodes: search.commune && place.near ? [...place.near.keys()] : undefined,
    nearKm: (search.commune && place.near) || undefined,
    radiusKm: search.rayon,
    around: search.commune && place.near ? { commune: search.commune, km: search.rayon ?? 0 } : undefined,
    from: search.du,
    until: search.au && addDays(search.au, 1),
    quantity: search.quantite && search.unite ? { milli: search.quantite, unit: search.unite } : undefined,
    minCondition: search.etat,
    isGift: search.don,
    mostCents: search.prix,
    trip: search.trajet,
    without: search.dangers,
    hasPhoto: search.photo,
    wanted: search.attributs,
    sorting: sortingOf(search),
  }
}

/** A search with one condition loosened, and how many lots it finds. */
export type Loosened = { filter: LotFilter | 'radius' | 'words'; search: LotSearchState; count: number }

/** Each loosened search is one count: what a search may ask of a sheet is bounded, and so is this. */
const MOST_LOOSENED = 16

/**
 * What a search that no lot answers whole would find without each of its filters, around a wider place, or with the
 * words of its text alone; these first, then most first. Each count is of lots that say all of the text; where there are
 * none, of those that say a part.
 * @param findsPart whether the search finds lots that say a part: then more of these are nothing to go on for
 */
export async function loosen(
  search: LotSearchState,
  place: SearchPlace,
  viewer: LotViewer,
  findsPart = false,
): Promise<Loosened[]> {
  const wider = search.commune ? widerRadius(search.rayon) : null
  const searches: Omit<Loosened, 'count'>[] = activeFilters(search)
    .slice(0, MOST_LOOSENED)
    .map((filter) => ({ filter, search: withoutFilter(search, filter) }))
  if (wider) searches.push({ filter: 'radius', search: { ...search, rayon: wider, page: 1 } })
  const words = wordsOnly(search.q)
  if (words) searches.push({ filter: 'words', search: { ...search, q: words, page: 1 } })
  const counted = await Promise.all(
    searches.map(async (one) => {
      const near =
        one.filter === 'radius' && search.commune
          ? communesWithin(place.communes, search.commune, wider ?? 0)
          : place.near
      return { ...one, ...(await countAnswers(filtersOf(one.search, { near }), viewer)) }
    }),
  )
  return counted
    .map(({ filter, search: looser, whole, total }) => ({
      filter,
      search: looser,
      count: whole > 0 || findsPart ? whole : total,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => Number(b.filter === 'words') - Number(a.filter === 'words') || b.count - a.count)
}

async function countAnswers(
  filters: LotFilters,
  viewer: LotViewer,
): Promise<{ whole: number; total: number }> {
  if (asksWords(filters)) return findAnswers(filters, viewer, { most: 0 })
  const total = await countLots(filters, viewer)
  return { whole: total, total }
}
