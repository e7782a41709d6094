import { foldText } from '~/core/fold'
import type { IsoDay } from '~/core/days'
import type { PlaceKind } from '~/core/place-terms'
import { placeStateOf, type Place, type PlaceState } from './place'

export type PlaceListFilter = { q: string; nature?: PlaceKind; etat?: PlaceState }

/** What the Métropole has to do first: check what was proposed, then look again at old checks. */
const ORDER: Record<PlaceState, number> = { propose: 0, 'a-revoir': 1, publie: 2, refuse: 3, retire: 3 }

/** The entries that a filter of the administration keeps, those to check first. */
export function filterPlaces(
  places: readonly Place[],
  { q, nature, etat }: PlaceListFilter,
  today: IsoDay,
): Place[] {
  const sought = foldText(q)
  return places
    .filter((place) => {
      if (nature && place.kind !== nature) return false
      if (etat && placeStateOf(place, today) !== etat) return false
      return [place.name, place.communeName, place.proposedByName].some((text) =>
        foldText(text).includes(sought),
      )
    })
    .sort((a, b) => ORDER[placeStateOf(a, today)] - ORDER[placeStateOf(b, today)])
}
