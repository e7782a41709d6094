type Position = [lon: number, lat: number]
type Arc = number[][]

/** What of TopoJSON (specification 1.0) is read: polygons of its objects, with their properties and ids. */
export type Topology = {
  type: 'Topology'
  arcs: Arc[]
  transform?: { scale: [number, number]; translate: [number, number] }
  objects: Record<string, unknown>
}
export type Polygons = Position[][][]
export type TopoFeature = { id: unknown; properties: Record<string, unknown>; polygons: Polygons }

/** The polygons of a topology, each ring put together from its arcs; other geometries are left out. */
export function topoFeatures(topology: Topology): TopoFeature[] {
  const arcs = topology.arcs.map((arc) => positionsOf(arc, topology.transform))
  return Object.values(topology.objects)
    .flatMap(geometriesOf)
    .flatMap(({ id, properties, type, arcs: indices }) => {
      const polygons = (
        type === 'Polygon' ? [indices] : type === 'MultiPolygon' ? indices : []
      ) as number[][][]
      if (polygons.length === 0) return []
      const rings = polygons.map((polygon) => polygon.map((ring) => ringOf(ring, arcs)))
      return [{ id, properties: properties ?? {}, polygons: rings }]
    })
}

type Geometry = {
  type: string
  id?: unknown
  properties?: Record<string, unknown>
  arcs?: unknown
  geometries?: unknown[]
}

function geometriesOf(object: unknown): Geometry[] {
  if (typeof object !== 'object' || object === null || !('type' in object)) return []
  const geometry = object as Geometry
  return geometry.type === 'GeometryCollection'
    ? (geometry.geometries ?? []).flatMap(geometriesOf)
    : [geometry]
}

/** An arc in degrees: quantised arcs hold steps from one position to the next. */
function positionsOf(arc: Arc, transform: Topology['transform']): Position[] {
  if (!transform) return arc.map(([lon = NaN, lat = NaN]) => [lon, lat])
  const { scale, translate } = transform
  let [x, y] = [0, 0]
  return arc.map(([dx = NaN, dy = NaN]) => {
    x += dx
    y += dy
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]]
  })
}

/** A ring of arcs end to end; the complement of an index is that arc backwards. */
function ringOf(indices: readonly number[], arcs: readonly Position[][]): Position[] {
  const ring: Position[] = []
  for (const index of indices) {
    const arc = index < 0 ? [...(arcs[~index] ?? [])].reverse() : (arcs[index] ?? [])
    // The first position of an arc is the last of the one before.
    ring.push(...(ring.length === 0 ? arc : arc.slice(1)))
  }
  return ring
}
