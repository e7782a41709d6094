import { addDays } from '~/core/days'
import { communesWithin } from '~/features/communes/model/nearby'
import { listCommunes, type CommuneRow } from '~/features/communes/queries.server'
import {
  activeFilters,
  widerRadius,
  withoutFilter,
  type LotFilter,
  type LotSearchState,
} from './model/lot-search-query'
import type { LotViewer } from './model/visibility'
import type { LotFilters } from './queries/lot-filters.server'
import { countLots } from './queries.server'
import { readLotSearch, type LotSearchRead } from './schema'

type LotPlace = {
  communes: CommuneRow[]
  /** The commune searched around; null without one, or when it is unknown. */
  centre: CommuneRow | null
  /** Great-circle km by commune code, within the radius, nearest first; null when the whole Métropole is searched. */
  near: Map<string, number> | null
}

/** Where a search looks: a commune alone (its own point, 0 km) or those within the radius. */
async function placeOf(search: Pick<LotSearchState, 'commune' | 'rayon'>): Promise<LotPlace> {
  const communes = await listCommunes()
  const near = search.commune ? communesWithin(communes, search.commune, search.rayon ?? 0) : null
  const centre = (near && communes.find(({ code }) => code === search.commune)) ?? null
  return { communes, centre, near: near && new Map([...near].sort(([, a], [, b]) => a - b)) }
}

/** A search as an address asks for it, with where it looks; a commune that does not exist is told and left out. */
export async function readSearch(params: URLSearchParams): Promise<LotSearchRead & { place: LotPlace }> {
  const { search, faults, sheet } = readLotSearch(params)
  const place = await placeOf(search)
  if (!search.commune || place.centre) return { search, faults, sheet, place }
  const everywhere = { ...search, commune: undefined, rayon: undefined }
  return { search: everywhere, faults: { ...faults, commune: 'invalid_choice' }, sheet, place }
}

/** The filters of a search as the query takes them. */
export function filtersOf(search: LotSearchState, place: Pick<LotPlace, 'near'>): LotFilters {
  return {
    text: search.q,
    material: search.materiau,
    communeCodes: search.commune && place.near ? [...place.near.keys()] : undefined,
    from: search.du,
    until: search.au && addDays(search.au, 1),
    quantity: search.quantite && search.unite ? { milli: search.quantite, unit: search.unite } : undefined,
    minCondition: search.etat,
    isGift: search.don,
    hasPhoto: search.photo,
    wanted: search.attributs,
    sorting: search.tri,
  }
}

/** A search with one condition loosened, and how many lots it finds. */
export type Loosened = { filter: LotFilter | 'radius'; search: LotSearchState; count: number }

/** Each loosened search is one count: what a search may ask of a sheet is bounded, and so is this. */
const MOST_LOOSENED = 16

/** What a search that finds nothing would find without each of its filters, or around a wider place; most first. */
export async function loosen(
  search: LotSearchState,
  place: LotPlace,
  viewer: LotViewer,
): Promise<Loosened[]> {
  const wider = search.commune ? widerRadius(search.rayon) : null
  const searches: Omit<Loosened, 'count'>[] = activeFilters(search)
    .slice(0, MOST_LOOSENED)
    .map((filter) => ({ filter, search: withoutFilter(search, filter) }))
  if (wider) searches.push({ filter: 'radius', search: { ...search, rayon: wider, page: 1 } })
  const counted = await Promise.all(
    searches.map(async (one) => {
      const near =
        one.filter === 'radius' && search.commune
          ? communesWithin(place.communes, search.commune, wider ?? 0)
          : place.near
      return { ...one, count: await countLots(filtersOf(one.search, { near }), viewer) }
    }),
  )
  return counted.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)
}
