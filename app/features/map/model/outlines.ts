import { canonicalCommuneCode } from '~/features/communes/model/commune'
import { topoFeatures, type Polygons, type Topology } from './topojson'

export type Outline = { code: string; polygons: Polygons }
export type OutlinesRead = {
  outlines: Outline[]
  /** Known communes that the file does not hold. */
  missing: string[]
  /** Features of the file that are no commune of the Métropole. */
  foreign: number
}

/** Where a feature may hold its INSEE code, the one asked for first. */
const PROPERTIES = ['code', 'INSEE_COM', 'insee_com', 'code_insee', 'codgeo']

/**
 * The outlines of known communes in a GeoJSON collection or a TopoJSON topology. Former communes and the
 * arrondissements of Paris join the commune that they belong to, as further polygons.
 * @throws Error with a sentence, for a file of another shape or in another projection
 */
export function readOutlineData(data: unknown, known: ReadonlySet<string>, property?: string): OutlinesRead {
  const byCode = new Map<string, Polygons>()
  let foreign = 0
  for (const { id, properties, polygons } of featuresOf(data)) {
    const code = codeOf(id, properties, property)
    if (code === null || !known.has(code)) {
      foreign += 1
      continue
    }
    byCode.set(code, [...(byCode.get(code) ?? []), ...polygons.map(rounded)])
  }
  const outlines = [...byCode].map(([code, polygons]) => ({ code, polygons }))
  return { outlines, missing: [...known].filter((code) => !byCode.has(code)), foreign }
}

/** Outlines as the map draws them (RFC 7946). */
export function outlineGeoJson(outlines: readonly Outline[]): string {
  const features = outlines.map(({ code, polygons }) => ({
    type: 'Feature',
    properties: { code },
    geometry: { type: 'MultiPolygon', coordinates: polygons },
  }))
  return JSON.stringify({ type: 'FeatureCollection', features })
}

type Feature = { id: unknown; properties: Record<string, unknown>; polygons: Polygons }

function featuresOf(data: unknown): Feature[] {
  if (isTyped(data, 'Topology') && 'arcs' in data && Array.isArray(data.arcs) && 'objects' in data) {
    return topoFeatures(data as unknown as Topology)
  }
  if (isTyped(data, 'FeatureCollection') && 'features' in data && Array.isArray(data.features)) {
    return data.features.flatMap(featureOf)
  }
  throw new Error('The file is neither a GeoJSON FeatureCollection nor a TopoJSON Topology.')
}

function featureOf(feature: unknown): Feature[] {
  if (!isTyped(feature, 'Feature') || !('geometry' in feature)) return []
  const { geometry } = feature
  const properties = 'properties' in feature && isRecord(feature.properties) ? feature.properties : {}
  const id = 'id' in feature ? feature.id : undefined
  if (!isRecord(geometry) || !Array.isArray(geometry.coordinates)) return []
  const coordinates = geometry.coordinates as unknown[]
  if (geometry.type === 'Polygon') return [{ id, properties, polygons: [coordinates] as Polygons }]
  return geometry.type === 'MultiPolygon' ? [{ id, properties, polygons: coordinates as Polygons }] : []
}

function codeOf(id: unknown, properties: Record<string, unknown>, property?: string): string | null {
  const values = property ? [properties[property]] : [...PROPERTIES.map((name) => properties[name]), id]
  for (const value of values) {
    const text = typeof value === 'number' ? String(value) : value
    if (typeof text === 'string' && /^\d[\dAB]\d{3}$/.test(text)) return canonicalCommuneCode(text)
  }
  return null
}

/** A polygon to 0.00001 degree, about a metre. */
function rounded(polygon: Polygons[number]): Polygons[number] {
  return polygon.map((ring) =>
    ring.map(([lon, lat]) => {
      if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
        throw new Error('The positions of the file are not degrees (WGS 84): convert it to EPSG:4326 first.')
      }
      return [Math.round(lon * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5]
    }),
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isTyped(value: unknown, type: string): value is Record<string, unknown> {
  return isRecord(value) && value.type === type
}
