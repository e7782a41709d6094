import { priceValue } from '../score-parts'
import { leastKmToBox } from './box-distance'
import { larger, smaller } from './extremes'
import type { NeedAsked } from './lot-sketches'
import { FAR, MOST_KM, ROUNDING, SPAN } from './side-numbers'
import { CONDITION, NEVER } from './sketch'

type Need = {
  lat: number
  lon: number
  cosLat: number
  quantity: number
  radius: number
  budget: number | null
  asked: NeedAsked
}

/**
 * Hundredths of points without fit and carbon that no lot passes whose bounds begin at a place; below nil when none
 * passes the filters. Neither the outermost dates nor the longest window allow more days in common.
 */
export function boundOfLots(bounds: Float32Array, at: number, need: Need): number {
  const { asked } = need
  const inner =
    smaller(asked.until, bounds[at + SPAN.until + 1]!) - larger(asked.from, bounds[at + SPAN.from]!)
  const overlap = smaller(inner, bounds[at + SPAN.days + 1]!)
  const km = leastKmToBox(need.lat, need.lon, need.cosLat, bounds, at + SPAN.box)
  const sum =
    asked.distance * (1 - km * asked.perKm) +
    asked.perDay * overlap +
    asked.perQuantity * smaller(bounds[at + SPAN.quantity + 1]!, need.quantity) +
    asked.condition[bounds[at + SPAN.condition + 1]! & CONDITION]! +
    asked.price * priceValue(bounds[at + SPAN.first]!, need.budget)
  const isOut = ((overlap - 1) | (FAR * (Math.min(need.radius, MOST_KM) - km))) >> 31
  return ((sum + ROUNDING) & ~isOut) | (isOut & NEVER)
}
