/** WGS 84 degrees. */
export type GeoPoint = { lat: number; lon: number }

const EARTH_RADIUS_KM = 6371.0088

/** Great-circle distance in km (haversine, mean Earth radius IUGG 1980). */
export function greatCircleKm(a: GeoPoint, b: GeoPoint): number {
  const rad = Math.PI / 180
  const dLat = (b.lat - a.lat) * rad
  const dLon = (b.lon - a.lon) * rad
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(dLon / 2) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Mean road detour over great-circle distance in 300 European cities, and its usual range. */
export const ROAD_DETOUR = { mean: 1.34, low: 1.2, high: 1.45 } as const

/** Estimated road distance in km when no routing engine is configured; never under 1 km. */
export function estimatedRoadKm(straightKm: number): number {
  return Math.max(1, ROAD_DETOUR.mean * straightKm)
}
