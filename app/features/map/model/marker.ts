import type { Bounds, Cluster } from './clusters'

export const LAYERS = ['lots', 'places'] as const
export type MapLayer = (typeof LAYERS)[number]

/** What the browser draws for a cluster. One that leads somewhere is a link; several communes are a way to zoom in. */
export type MapMarker = {
  key: string
  layer: MapLayer
  lon: number
  lat: number
  count: number
  /** Names of the first few members, the heaviest first. */
  names: readonly string[]
  /** Members beyond those named. */
  more: number
  to: string | null
  bounds: Bounds
}

/** Names that a marker says before it counts the rest. */
const NAMED = 3

/** A cluster as a marker; `hrefOf` gives where one that stands for a single place leads, or null to zoom in. */
export function markerOf(
  cluster: Cluster,
  layer: MapLayer,
  hrefOf: (cluster: Cluster) => string | null,
): MapMarker {
  const { items, lat, lon, weight, bounds } = cluster
  return {
    key: `${layer}-${items[0]?.key ?? ''}`,
    layer,
    lon,
    lat,
    count: weight,
    names: items.slice(0, NAMED).map(({ name }) => name),
    more: Math.max(0, items.length - NAMED),
    to: hrefOf(cluster),
    bounds,
  }
}
