import { paths } from '~/core/paths'
import type { PublicPlace } from '~/features/directory/model/place'
import { clustersAt, within, type Bounds } from './model/clusters'
import { markerOf, type MapMarker } from './model/marker'

/** Entries of the directory that a viewport shows; several at one point lead to their commune's list. */
export function placeMarkers(
  { bbox, zoom }: { bbox: Bounds; zoom: number },
  places: readonly PublicPlace[],
): MapMarker[] {
  const communeOf = new Map(places.map(({ id, communeCode }) => [id, communeCode]))
  const items = places.map(({ id, name, point }) => ({ key: id, name, ...point, weight: 1 }))
  return within(clustersAt(items, zoom), bbox).map((cluster) =>
    markerOf(cluster, 'places', ({ items: [first, ...others], bounds: [west, south, east, north] }) => {
      if (!first) return null
      if (others.length === 0) return paths.place(first.key)
      const isOnePoint = west === east && south === north
      return isOnePoint ? paths.places(`?commune=${communeOf.get(first.key) ?? ''}`) : null
    }),
  )
}
