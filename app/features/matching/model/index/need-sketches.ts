import { conditionValue, priceValue } from '../score-parts'
import type { Weights } from '../weights'
import { leastKmApart } from './box-distance'
import { FAR } from './side-numbers'
import {
  codeAbove,
  codeBelow,
  CONDITION,
  CUT_OFF,
  LAT_STEP,
  LEAST_RADIUS_KM,
  least,
  LON_STEP,
  most,
  mostCode,
  NEVER,
  ODD,
  pointsByCondition,
  SKETCH,
  SKETCH_KM,
  SKETCH_SIZE,
  stepsApart,
  stepsOf,
  UNKNOWN_BIT,
  valueOfCode,
} from './sketch'

/** How needs are sketched: the side to which each of their own numbers is rounded. */
export const NEED_ROUNDING = { quantity: quantityCode, first: radiusCode, second: budgetCode }

/** What quantities and budgets divide, so that quotients have codes. */
const SCALE = 2 ** 30

/** Sketches of needs hold quotients by their numbers, as those who read them would divide by each. */
function quantityCode(quantity: number): number {
  return codeAbove(SCALE / quantity)
}

function radiusCode(radiusKm: number): number {
  return codeBelow(1 / Math.max(radiusKm, LEAST_RADIUS_KM))
}

function budgetCode(budget: number): number {
  return codeBelow(SCALE / Math.max(budget, 0))
}

/** What a lot is to sketches of needs. */
export type LotAsked = ReturnType<typeof lotAsked>

type Lot = {
  from: number
  until: number
  lat: number
  lon: number
  quantity: number
  condition: number
  ask: number
  today: number
}

/** A day before all others, where a sum of days remains a whole number. */
const EARLIEST = -(2 ** 20)

/** @param lot its window may be any, `today` −Infinity; `ask` in cents of a unit */
export function lotAsked(lot: Lot, weights: Weights['of']) {
  return {
    from: lot.from,
    until: lot.until,
    today: Math.max(EARLIEST, lot.today),
    lat: stepsOf(lot.lat, LAT_STEP),
    lon: stepsOf(lot.lon, LON_STEP),
    quantity: mostCode(SCALE / lot.quantity),
    /** Of the budget from which a price tells. */
    halfAsk: codeBelow((2 * SCALE) / Math.max(lot.ask, 0)),
    distance: 10_000 * weights.distance,
    dates: 10_000 * weights.dates,
    cover: 10_000 * weights.cover,
    coverOfOne: (10_000 * weights.cover * lot.quantity) / SCALE,
    condition: pointsByCondition(weights.condition, (wanted) =>
      lot.condition < wanted ? null : conditionValue(lot.condition, wanted),
    ),
    price: 10_000 * weights.price,
    priceOfOne: (10_000 * weights.price * Math.max(lot.ask, 0)) / (2 * SCALE),
    unstated: 10_000 * weights.price * priceValue(lot.ask, null),
  }
}

/**
 * The first slot from one on, before another, of which the sketch lets a need pass the filters and reach so many points
 * without fit and carbon; the other when there is none. `cosines` is what the product of both cosines of latitude does
 * not fall under.
 */
export function needAbove(
  sketches: Uint16Array,
  from: number,
  end: number,
  reached: number,
  lot: LotAsked,
  cosines: number,
): number {
  const bar = reached - CUT_OFF
  for (let slot = from; slot < end; slot++) {
    const at = slot * SKETCH_SIZE
    const kind = sketches[at + SKETCH.kind]!
    if (kind >= ODD) return slot
    const until = sketches[at + SKETCH.until]!
    const first = most(sketches[at + SKETCH.from]!, lot.today)
    const overlap = least(until, lot.until) - most(first, lot.from)
    const dLat = LAT_STEP * stepsApart(lot.lat, sketches[at + SKETCH.lat]!)
    const dLon = LON_STEP * stepsApart(lot.lon, sketches[at + SKETCH.lon]!)
    const km = leastKmApart(dLat, dLon, cosines) - SKETCH_KM
    const near = 1 - km * valueOfCode(sketches[at + SKETCH.first]!)
    const quantity = least(lot.quantity, sketches[at + SKETCH.quantity]!)
    const budget = least(lot.halfAsk, sketches[at + SKETCH.second]!)
    const stated = lot.price - lot.priceOfOne * valueOfCode(budget)
    const sum =
      lot.distance * near +
      (lot.dates * overlap) / (until - first) +
      lot.coverOfOne * valueOfCode(quantity) +
      lot.condition[kind & CONDITION]! +
      stated +
      ((kind >> UNKNOWN_BIT) & 1) * (lot.unstated - stated)
    const isOut = ((overlap - 1) | (near * FAR)) >> 31
    if (((sum & ~isOut) | (isOut & NEVER)) >= bar) return slot
  }
  return end
}
