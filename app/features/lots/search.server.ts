import { communesWithin } from '~/features/communes/model/nearby'
import { listCommunes, type CommuneRow } from '~/features/communes/queries.server'
import type { LotFilters } from './queries.server'
import type { LotSearch } from './schema'

export type LotPlace = {
  communes: CommuneRow[]
  /** The commune searched around; null without one, or when it is unknown. */
  centre: CommuneRow | null
  /** Great-circle km by commune code, within the radius; null when the whole Métropole is searched. */
  near: Map<string, number> | null
}

/** Where a search looks: a commune alone (its own point, 0 km) or those within the radius. */
export async function placeOf(search: Pick<LotSearch, 'commune' | 'rayon'>): Promise<LotPlace> {
  const communes = await listCommunes()
  const near = search.commune ? communesWithin(communes, search.commune, search.rayon ?? 0) : null
  const centre = (near && communes.find(({ code }) => code === search.commune)) ?? null
  return { communes, centre, near }
}

/** The filters of a search as the query takes them. */
export function filtersOf(search: LotSearch, place: LotPlace): LotFilters {
  return {
    text: search.q,
    material: search.materiau,
    communeCodes: place.near ? [...place.near.keys()] : undefined,
  }
}
