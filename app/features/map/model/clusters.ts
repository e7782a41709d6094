import type { GeoPoint } from '~/core/geo-point'

/** Something that a map shows at a point: `weight` of them stand there. */
export type MapItem = GeoPoint & { key: string; name: string; weight: number }

/** West, south, east, north, in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number]

/** Items near one another at a zoom, drawn as one: at the place of its heaviest item, so never where nothing is. */
export type Cluster = GeoPoint & { items: readonly MapItem[]; weight: number; bounds: Bounds }

/** Side of the world at zoom 0, in pixels, as vector maps count it. */
const WORLD_PX = 512
/** Items closer than this on the screen would cover each other. */
const RADIUS_PX = 58

/**
 * Groups items that would cover each other at a whole zoom (Web Mercator). Each group forms around its heaviest item,
 * heaviest groups first, so that the same items always give the same groups, wherever the map looks.
 */
export function clustersAt(items: readonly MapItem[], zoom: number): Cluster[] {
  const scale = WORLD_PX * 2 ** Math.floor(zoom)
  const placed = [...items]
    .sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1))
    .map((item) => ({ item, ...project(item, scale) }))
  const cells = new Map<string, number[]>()
  placed.forEach(({ x, y }, index) => push(cells, cellOf(x, y), index))
  const taken = new Set<number>()
  return placed.flatMap(({ item, x, y }, index) => {
    if (taken.has(index)) return []
    const near = neighbours(cells, x, y).filter((other) => {
      const there = placed[other]!
      return !taken.has(other) && Math.hypot(there.x - x, there.y - y) < RADIUS_PX
    })
    for (const other of near) taken.add(other)
    const members = near.sort((a, b) => a - b).map((other) => placed[other]!.item)
    return [clusterOf(item, members)]
  })
}

/** The clusters that a viewport shows. */
export function within(clusters: readonly Cluster[], [west, south, east, north]: Bounds): Cluster[] {
  return clusters.filter(({ lat, lon }) => lon >= west && lon <= east && lat >= south && lat <= north)
}

/** The least bounds that hold all points; null without any. */
export function boundsOf(points: readonly GeoPoint[]): Bounds | null {
  if (points.length === 0) return null
  const lats = points.map(({ lat }) => lat)
  const lons = points.map(({ lon }) => lon)
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
}

function clusterOf({ lat, lon }: MapItem, items: readonly MapItem[]): Cluster {
  const weight = items.reduce((sum, item) => sum + item.weight, 0)
  return { lat, lon, items, weight, bounds: boundsOf(items) ?? [lon, lat, lon, lat] }
}

function project({ lat, lon }: GeoPoint, scale: number): { x: number; y: number } {
  const sin = Math.sin((lat * Math.PI) / 180)
  const y = 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)
  return { x: (lon / 360 + 0.5) * scale, y: y * scale }
}

function cellOf(x: number, y: number): string {
  return `${Math.floor(x / RADIUS_PX)}:${Math.floor(y / RADIUS_PX)}`
}

/** Indices of the items in the nine cells around a place, its own among them. */
function neighbours(cells: ReadonlyMap<string, number[]>, x: number, y: number): number[] {
  const steps = [-RADIUS_PX, 0, RADIUS_PX]
  return steps.flatMap((dx) => steps.flatMap((dy) => cells.get(cellOf(x + dx, y + dy)) ?? []))
}

function push(cells: Map<string, number[]>, cell: string, index: number): void {
  const known = cells.get(cell)
  if (known) known.push(index)
  else cells.set(cell, [index])
}
