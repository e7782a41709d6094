import { foldText } from '~/core/fold'
import { greatCircleKm, type GeoPoint } from '~/core/geo-point'
import type { MaterialType } from '~/core/material-types'
import type { PlaceKind, PlaceService } from '~/core/place-terms'
import { asQuery } from '~/core/shared-search'
import type { PublicPlace } from './place'

/** The filters of the directory, as its address holds them. */
export type PlaceSearch = {
  q: string
  nature?: PlaceKind
  service?: PlaceService
  materiau?: MaterialType
  commune?: string
  /** Great-circle kilometres around the commune; without it, the commune alone. */
  rayon?: number
}

/** The query string of a search with some filters changed; what is empty is left out, and so is a stray radius. */
export function placeQuery(search: PlaceSearch, changes: Partial<PlaceSearch> = {}): string {
  const { q, nature, service, materiau, commune, rayon } = { ...search, ...changes }
  const asked = Object.entries({ q, nature, service, materiau, commune, rayon: commune && rayon })
  return asQuery(
    new URLSearchParams(asked.flatMap(([name, value]) => (value ? [[name, String(value)]] : []))),
  )
}

/** A place with its distance from where the search looks; null when it looks nowhere in particular. */
export type FoundPlace<P = PublicPlace> = P & { km: number | null }

/**
 * The places that a search keeps: nearest first around a commune, by name otherwise. `centre` is the point of the
 * commune searched; a place without listed materials accepts any.
 */
export function findPlaces<P extends PublicPlace>(
  places: readonly P[],
  search: PlaceSearch,
  centre: GeoPoint | null,
): FoundPlace<P>[] {
  const words = foldText(search.q).split(' ').filter(Boolean)
  const found = places.flatMap((place) => {
    const km = centre && greatCircleKm(centre, place.point)
    if (search.nature && place.kind !== search.nature) return []
    if (search.service && !place.services.includes(search.service)) return []
    if (search.materiau && !accepts(place, search.materiau)) return []
    if (search.commune && !isNear(place, search, km)) return []
    const text = foldText([place.name, place.communeName, place.address, place.conditions].join(' '))
    return words.every((word) => text.includes(word)) ? [{ ...place, km }] : []
  })
  return found.sort((a, b) => (a.km ?? 0) - (b.km ?? 0) || a.name.localeCompare(b.name, 'fr'))
}

export function accepts(place: Pick<PublicPlace, 'materials'>, material: MaterialType): boolean {
  return place.materials.length === 0 || place.materials.includes(material)
}

function isNear(place: PublicPlace, { commune, rayon }: PlaceSearch, km: number | null): boolean {
  return rayon === undefined ? place.communeCode === commune : km !== null && km <= rayon
}

/** Services that a lot on the move asks for. */
export const HANDLING = ['storage', 'transport'] as const satisfies readonly PlaceService[]
export type Handling = (typeof HANDLING)[number]

/** The nearest places that store, and those that carry, a material; within a distance, a few of each. */
export function nearestHandling<P extends PublicPlace>(
  places: readonly P[],
  from: GeoPoint,
  material: MaterialType,
  { withinKm, most }: { withinKm: number; most: number },
): Record<Handling, FoundPlace<P>[]> {
  const near = (service: Handling) =>
    findPlaces(places, { q: '', service, materiau: material }, from)
      .filter(({ km }) => km !== null && km <= withinKm)
      .slice(0, most)
  return { storage: near('storage'), transport: near('transport') }
}
