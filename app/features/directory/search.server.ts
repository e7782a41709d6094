import type { CommuneRow } from '~/features/communes/queries.server'
import { searchPlace } from '~/features/communes/search-place.server'
import type { SearchFaults } from '~/schema/search-fields'
import { findPlaces, type FoundPlace, type PlaceSearch } from './model/place-search'
import { listPublishedPlaces } from './queries.server'
import { readPlaceSearch } from './schema'

export type PlaceSearchAnswer = {
  search: PlaceSearch
  faults: SearchFaults
  communes: readonly CommuneRow[]
  centre: CommuneRow | null
  places: FoundPlace[]
}

/** What an address asks of the directory, with what is found; a commune that does not exist is told and left out. */
export async function searchDirectory(params: URLSearchParams): Promise<PlaceSearchAnswer> {
  const { search, faults } = readPlaceSearch(params)
  const [{ communes, centre }, all] = await Promise.all([searchPlace(search), listPublishedPlaces()])
  if (!search.commune || centre) {
    return { search, faults, communes, centre, places: findPlaces(all, search, centre) }
  }
  const everywhere = { ...search, commune: undefined, rayon: undefined }
  const told = { ...faults, commune: 'invalid_choice' }
  return {
    search: everywhere,
    faults: told,
    communes,
    centre: null,
    places: findPlaces(all, everywhere, null),
  }
}
