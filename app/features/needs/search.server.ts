import { addDays } from '~/core/days'
import { widerRadius } from '~/core/shared-search'
import { communesWithin } from '~/features/communes/model/nearby'
import { searchPlace, type SearchPlace } from '~/features/communes/search-place.server'
import type { SearchFaults } from '~/schema/search-fields'
import {
  activeNeedFilters,
  withoutNeedFilter,
  type NeedFilter,
  type NeedSearchState,
} from './model/need-search-query'
import type { NeedFilters } from './queries/need-filters.server'
import { countNeeds } from './queries.server'
import { readNeedSearch } from './schema'

type NeedSearch = { search: NeedSearchState; faults: SearchFaults; place: SearchPlace }

/** A search as an address asks for it, with where it looks; a commune that does not exist is told and left out. */
export async function readSearch(params: URLSearchParams): Promise<NeedSearch> {
  const { search, faults } = readNeedSearch(params)
  const place = await searchPlace(search)
  if (!search.commune || place.centre) return { search, faults, place }
  const everywhere = { ...search, commune: undefined, rayon: undefined }
  return { search: everywhere, faults: { ...faults, commune: 'invalid_choice' }, place }
}

/** The filters of a search as the query takes them. */
export function filtersOf(search: NeedSearchState, place: Pick<SearchPlace, 'near'>): NeedFilters {
  return {
    text: search.q,
    material: search.materiau,
    communeCodes: search.commune && place.near ? [...place.near.keys()] : undefined,
    nearKm: (search.commune && place.near) || undefined,
    radiusKm: search.rayon,
    around: search.commune && place.near ? { commune: search.commune, km: search.rayon ?? 0 } : undefined,
    from: search.du,
    until: search.au && addDays(search.au, 1),
    quantity: search.quantite && search.unite ? { milli: search.quantite, unit: search.unite } : undefined,
    budget: search.budget,
  }
}

/** A search with one condition loosened, and how many needs it finds. */
export type LoosenedNeeds = { filter: NeedFilter | 'radius'; search: NeedSearchState; count: number }

/** What a search that finds nothing would find without each of its filters, or around a wider place; most first. */
export async function loosen(search: NeedSearchState, place: SearchPlace): Promise<LoosenedNeeds[]> {
  const wider = search.commune ? widerRadius(search.rayon) : null
  const searches: Omit<LoosenedNeeds, 'count'>[] = activeNeedFilters(search).map((filter) => ({
    filter,
    search: withoutNeedFilter(search, filter),
  }))
  if (wider) searches.push({ filter: 'radius', search: { ...search, rayon: wider, page: 1 } })
  const counted = await Promise.all(
    searches.map(async (one) => {
      const { commune, rayon = 0 } = one.search
      const near = commune ? communesWithin(place.communes, commune, rayon) : null
      return { ...one, count: await countNeeds(filtersOf(one.search, { near })) }
    }),
  )
  return counted.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)
}
