/** WGS 84 degrees. */
export type GeoPoint = { lat: number; lon: number }

/** Mean radius (IUGG 1980). */
export const EARTH_RADIUS_KM = 6371.0088

const RAD = Math.PI / 180

/** Great-circle distance in km (haversine). */
export function greatCircleKm(a: GeoPoint, b: GeoPoint): number {
  return greatCircleKmOf(a.lat, a.lon, cosOfLat(a.lat), b.lat, b.lon, cosOfLat(b.lat))
}

/** Cosine of a latitude in degrees, which those who compare a point with many keep. */
export function cosOfLat(lat: number): number {
  return Math.cos(lat * RAD)
}

/** `greatCircleKm` on numbers, with the cosines of both latitudes; the same to the last bit either way round. */
export function greatCircleKmOf(
  latA: number,
  lonA: number,
  cosA: number,
  latB: number,
  lonB: number,
  cosB: number,
): number {
  const sinLat = Math.sin(((latB - latA) * RAD) / 2)
  const sinLon = Math.sin(((lonB - lonA) * RAD) / 2)
  const h = sinLat * sinLat + cosA * cosB * (sinLon * sinLon)
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Mean road detour over great-circle distance in 300 European cities, and its usual range. */
export const ROAD_DETOUR = { mean: 1.34, low: 1.2, high: 1.45 } as const

/** Estimated road distance in km when no routing engine is configured; never under 1 km. */
export function estimatedRoadKm(straightKm: number): number {
  return Math.max(1, ROAD_DETOUR.mean * straightKm)
}
