import { leastKmToBox } from './box-distance'
import { larger, smaller } from './extremes'
import type { LotAsked } from './need-sketches'
import { FAR, MOST_KM, ROUNDING, SPAN } from './side-numbers'
import { CONDITION, NEVER } from './sketch'

/** In bounds, a budget below any that is stated. */
export const NO_BUDGET = -1
/** Cents: what is below is as good as nothing. */
const LEAST_BUDGET = 1e-3
/** Kilometres, for a quotient by a nil radius. */
const SAME_PLACE = 1e-6

type Lot = { lat: number; lon: number; cosLat: number; quantity: number; ask: number; asked: LotAsked }

/**
 * Hundredths of points without fit and carbon that no need passes whose bounds begin at a place; below nil when none
 * passes the filters. Two bounds of the share of the days wanted hold: the most days in common over the fewest wanted,
 * and, of the longest window, what the lot's window cuts off every one.
 */
export function boundOfNeeds(bounds: Float32Array, at: number, lot: Lot): number {
  const { asked } = lot
  const firstFrom = larger(bounds[at + SPAN.from]!, asked.today)
  const overlap = smaller(asked.until, bounds[at + SPAN.until + 1]!) - larger(asked.from, firstFrom)
  const firstUntil = bounds[at + SPAN.until]!
  const fewest = larger(1, smaller(bounds[at + SPAN.days]!, firstUntil - asked.today))
  const most = bounds[at + SPAN.days + 1]!
  const lastFrom = larger(bounds[at + SPAN.from + 1]!, asked.today)
  const left = most - larger(0, asked.from - lastFrom) - larger(0, firstUntil - asked.until)
  const km = leastKmToBox(lot.lat, lot.lon, lot.cosLat, bounds, at + SPAN.box)
  const radius = bounds[at + SPAN.first + 1]!
  const quantity = bounds[at + SPAN.quantity]!
  const budget = larger(LEAST_BUDGET, bounds[at + SPAN.second + 1]!)
  const stated = larger(0, asked.price * (1 - lot.ask / (2 * budget)))
  const isUnstated = (bounds[at + SPAN.second]! | 0) >>> 31
  const sum =
    asked.distance * (1 - km / (radius + SAME_PLACE)) +
    asked.dates * smaller(overlap / fewest, left / most) +
    (asked.cover * smaller(lot.quantity, quantity)) / quantity +
    asked.condition[bounds[at + SPAN.condition]! & CONDITION]! +
    larger(stated, isUnstated * asked.unstated)
  const isOut = ((overlap - 1) | (left - 1) | (FAR * (Math.min(radius, MOST_KM) - km))) >> 31
  return ((sum + ROUNDING) & ~isOut) | (isOut & NEVER)
}
