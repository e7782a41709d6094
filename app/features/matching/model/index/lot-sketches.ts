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
  valueOfCode,
} from './sketch'

/** How lots are sketched: the side to which each of their own numbers is rounded. */
export const LOT_ROUNDING = { quantity: codeAbove, first: codeBelow, second: codeBelow }

/** What a need is to sketches of lots. */
export type NeedAsked = ReturnType<typeof needAsked>

type Need = {
  from: number
  until: number
  days: number
  lat: number
  lon: number
  quantity: number
  radius: number
  condition: number
  budget: number | null
}

/** @param need its window counts from today on, if that matters */
export function needAsked(need: Need, weights: Weights['of']) {
  const { budget } = need
  const price = 10_000 * weights.price
  const isScale = budget !== null && budget > 0
  /** Of a lot that costs something, as far as its price does not matter. */
  const priced = isScale ? price : price * priceValue(1, budget)
  return {
    from: need.from,
    until: need.until,
    lat: stepsOf(need.lat, LAT_STEP),
    lon: stepsOf(need.lon, LON_STEP),
    quantity: mostCode(need.quantity),
    perKm: 1 / Math.max(need.radius, LEAST_RADIUS_KM),
    distance: 10_000 * weights.distance,
    price,
    perDay: (10_000 * weights.dates) / need.days,
    perQuantity: (10_000 * weights.cover) / need.quantity,
    condition: pointsByCondition(weights.condition, (offered) =>
      offered < need.condition ? null : conditionValue(offered, need.condition),
    ),
    dearest: isScale ? codeBelow(2 * budget) : 0,
    perCent: isScale ? price / (2 * budget) : 0,
    priced,
    gift: price - priced,
  }
}

/**
 * The first slot from one on, before another, of which the sketch lets a lot pass the filters and reach so many points
 * without fit and carbon; the other when there is none. `cosines` is what the product of both cosines of latitude does
 * not fall under.
 */
export function lotAbove(
  sketches: Uint16Array,
  from: number,
  end: number,
  reached: number,
  need: NeedAsked,
  cosines: number,
): number {
  const bar = reached - CUT_OFF
  for (let slot = from; slot < end; slot++) {
    const at = slot * SKETCH_SIZE
    const kind = sketches[at + SKETCH.kind]!
    if (kind >= ODD) return slot
    const overlap =
      least(sketches[at + SKETCH.until]!, need.until) - most(sketches[at + SKETCH.from]!, need.from)
    const dLat = LAT_STEP * stepsApart(need.lat, sketches[at + SKETCH.lat]!)
    const dLon = LON_STEP * stepsApart(need.lon, sketches[at + SKETCH.lon]!)
    const km = leastKmApart(dLat, dLon, cosines) - SKETCH_KM
    const near = 1 - km * need.perKm
    const ask = sketches[at + SKETCH.first]!
    const sum =
      need.distance * near +
      need.perDay * overlap +
      need.perQuantity * valueOfCode(least(need.quantity, sketches[at + SKETCH.quantity]!)) +
      need.condition[kind & CONDITION]! +
      need.priced -
      need.perCent * valueOfCode(least(ask, need.dearest)) +
      ((ask - 1) >>> 31) * need.gift
    const isOut = ((overlap - 1) | (near * FAR)) >> 31
    if (((sum & ~isOut) | (isOut & NEVER)) >= bar) return slot
  }
  return end
}
