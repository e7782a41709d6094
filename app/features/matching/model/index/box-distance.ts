import { EARTH_RADIUS_KM } from '~/core/geo-point'

const RAD = Math.PI / 180

/** Up to so many degrees a sine is its angle but for a share that `SURE` takes off, with the rounding of last bits. */
const SMALL = 1
const SURE = 1 - 2e-5

/**
 * A distance in km that no point of a box is nearer than. Of the haversine, each term is taken at its least over the
 * box: no difference of latitude or longitude that the box spares, and the smallest cosine. An arc is no shorter than
 * its chord, which near differences tell without trigonometry.
 */
export function leastKmToBox(
  lat: number,
  lon: number,
  cosLat: number,
  latMin: number,
  latMax: number,
  lonMin: number,
  lonMax: number,
  cosMin: number,
): number {
  const dLat = lat < latMin ? latMin - lat : lat > latMax ? lat - latMax : 0
  const dLon = lon >= lonMin && lon <= lonMax ? 0 : Math.min(turn(lonMin - lon), turn(lon - lonMax))
  if (dLat === 0 && dLon === 0) return 0
  const sinLat = leastHalfSine(dLat)
  const sinLon = leastHalfSine(dLon)
  // A cosine of a pole may come out under nil in its last bit.
  const cos = Math.max(0, cosLat * cosMin)
  return SURE * 2 * EARTH_RADIUS_KM * Math.sqrt(sinLat * sinLat + cos * sinLon * sinLon)
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
