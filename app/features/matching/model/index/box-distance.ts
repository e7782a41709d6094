import { EARTH_RADIUS_KM } from '~/core/geo-point'

const RAD = Math.PI / 180

/** Up to so many degrees a sine is its angle but for a share that `SURE` takes off, with the rounding of last bits. */
const SMALL = 1
const SURE = 1 - 2e-5
const KM_PER_DEGREE = SURE * EARTH_RADIUS_KM * RAD

/** Numbers of a box: the least and greatest latitude and longitude, and the least cosine of latitude. */
const BOX = { latMin: 0, latMax: 1, lonMin: 2, lonMax: 3, cosMin: 4 } as const

/**
 * A distance in km that no point of a box, of which the numbers begin at `at`, is nearer than. Of the haversine, each
 * term is taken at its least over the box: no difference of latitude or longitude that the box spares, and the smallest
 * cosine.
 */
export function leastKmToBox(
  lat: number,
  lon: number,
  cosLat: number,
  numbers: Float32Array,
  at: number,
): number {
  const lonMin = numbers[at + BOX.lonMin]!
  const lonMax = numbers[at + BOX.lonMax]!
  const dLat = outside(lat, numbers[at + BOX.latMin]!, numbers[at + BOX.latMax]!)
  const dLon = outside(lon, lonMin, lonMax)
  const cosines = leastCosines(cosLat, numbers[at + BOX.cosMin]!)
  // Round the other way may be shorter where the box is far, or wide.
  const isSure = dLon <= SMALL && lonMax - lonMin <= 180
  return leastKmApart(dLat, isSure ? dLon : leastTurn(lon, lonMin, lonMax), cosines)
}

/** How far a number lies from an interval, right to the last bits and without a branch. */
function outside(value: number, min: number, max: number): number {
  return 0.5 * (Math.abs(value - min) + Math.abs(value - max) - (max - min))
}

function leastTurn(lon: number, lonMin: number, lonMax: number): number {
  if (lon >= lonMin && lon <= lonMax) return 0
  return Math.min(turn(lonMin - lon), turn(lon - lonMax))
}

/** A product of cosines of latitude; one of a pole may come out under nil in its last bit. */
export function leastCosines(cosA: number, cosB: number): number {
  const cosines = cosA * cosB
  return cosines > 0 ? cosines : 0
}

/**
 * Kilometres that two points are not nearer than, from their differences in degrees and a product of cosines that theirs
 * does not fall under. An arc is no shorter than its chord, which near differences tell without trigonometry.
 */
export function leastKmApart(dLat: number, dLon: number, cosines: number): number {
  const y = dLat * dLat
  const x = dLon * dLon
  if (y <= SMALL && x <= SMALL) return KM_PER_DEGREE * Math.sqrt(y + cosines * x)
  return leastKmFarApart(Math.abs(dLat), turn(dLon), cosines)
}

function leastKmFarApart(dLat: number, dLon: number, cosines: number): number {
  const sinLat = leastHalfSine(dLat)
  const sinLon = leastHalfSine(dLon)
  return SURE * 2 * EARTH_RADIUS_KM * Math.sqrt(sinLat * sinLat + cosines * sinLon * sinLon)
}

function leastHalfSine(degrees: number): number {
  const half = (degrees * RAD) / 2
  return degrees <= SMALL ? half : Math.sin(half)
}

/** The lesser of the two ways round between meridians that differ by so many degrees. */
function turn(degrees: number): number {
  const way = Math.abs(degrees) % 360
  return Math.min(way, 360 - way)
}
