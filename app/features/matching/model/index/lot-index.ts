import { dayNumber, type IsoDay } from '~/core/days'
import { cosOfLat, greatCircleKmOf } from '~/core/geo-point'
import { judgeSheets } from '../judge-sheets'
import type { Ranked } from '../rank'
import { coveredMassG, type MatchLot, type MatchNeed, type PairScore, scoreOf } from '../score'
import {
  centiPoints,
  conditionValue,
  coverValue,
  datesValue,
  distanceValue,
  priceValue,
} from '../score-parts'
import { listServing } from '../substitutions'
import type { Scoring } from '../scoring'
import { BestList } from './best-list'
import { groupOf } from './bucket-key'
import { leastKmApart } from './box-distance'
import { carbonPoints } from './carbon-points'
import { larger, smaller } from './extremes'
import { type PairTerms, pairTerms } from './pair-terms'
import { type Found, ROUNDING, type Search, type Searched, type SearchOptions, SideIndex } from './side-index'
import { BOUNDS_SIZE, ENTRY, ENTRY_SIZE, SKETCH_KM, SPAN } from './side-numbers'

/** In bounds, the mass of a unit that nobody knows: such a lot claims nothing. */
const NO_MASS = 0

/** Lots, from which the best for a need are found: those of `topK` with `scorePair`, to the hundredth and in order. */
export class LotIndex<Item extends MatchLot> extends SideIndex<Item, NeedQuery> {
  constructor() {
    super(({ condition, unitPriceCents, massGPerUnit }) => {
      return { condition, first: unitPriceCents, second: massGPerUnit ?? NaN, hasSheet: true }
    }, NO_MASS)
  }

  /** The `k` best lots for a need, best first, ties by ascending id. */
  topK(need: MatchNeed, k: number, options: SearchOptions<Item>): Ranked<Item>[] {
    const query = needQuery(need, options.today)
    return this.bestFor(query, k, options)
      .all()
      .map((found) => ({ item: found.item, pair: this.scoreOf(found, query, options.scoring) }))
  }

  /** How many lots pass the filters for a need. */
  count(need: MatchNeed, options: SearchOptions<Item>): number {
    return this.bestFor(needQuery(need, options.today), Infinity, options).size
  }

  private bestFor(query: NeedQuery, k: number, { scoring, accepts }: SearchOptions<Item>) {
    const best = new BestList<Found<Item>>(k)
    const { need } = query
    if (k < 1 || !(query.quantity > 0)) return best
    const searched: Searched[] = []
    for (const offered of listServing(need.material)) {
      const group = groupOf(offered, need.unit)
      if (this.holds(group))
        searched.push({ group, terms: pairTerms(offered, need.material, scoring, Infinity) })
    }
    this.find({ query, weights: scoring.weights.of, accepts, best }, searched)
    return best
  }

  /** The score of a lot found, from the numbers that were compared. */
  private scoreOf({ slot, terms, toCheck }: Found<Item>, query: NeedQuery, scoring: Scoring): PairScore {
    const { entries } = this.numbers
    const at = slot * ENTRY_SIZE
    const [lat, lon] = [entries[at + ENTRY.lat]!, entries[at + ENTRY.lon]!]
    const unitMass = entries[at + ENTRY.second]!
    return scoreOf(
      {
        offered: terms.offered,
        unit: query.need.unit,
        substitution: terms.carbon.substitution,
        toCheck,
        straightKm: greatCircleKmOf(lat, lon, cosOfLat(lat), query.lat, query.lon, query.cosLat),
        radiusKm: query.radius,
        overlapDays:
          Math.min(entries[at + ENTRY.until]!, query.until) - Math.max(entries[at + ENTRY.from]!, query.from),
        wantedDays: query.days,
        freeMilli: entries[at + ENTRY.quantity]!,
        wantedMilli: query.quantity,
        condition: entries[at + ENTRY.condition]!,
        minCondition: query.condition,
        massGPerUnit: Number.isNaN(unitMass) ? null : unitMass,
        unitPriceCents: entries[at + ENTRY.first]!,
        budgetUnitCents: query.budget,
      },
      scoring,
    )
  }

  protected boundOf(number: number, { query, weights }: Search<Item, NeedQuery>, terms: PairTerms): number {
    const { bounds } = this.numbers
    const at = number * BOUNDS_SIZE
    const condition = bounds[at + SPAN.condition + 1]!
    if (condition < query.condition) return -1
    const overlap = this.mostDays(at, query)
    if (!(overlap >= 1)) return -1
    const km = this.leastKm(number, query)
    if (!(km <= query.radius)) return -1
    const sum =
      weights.distance * distanceValue(km, query.radius) +
      weights.dates * datesValue(overlap, query.days) +
      weights.cover * coverValue(bounds[at + SPAN.quantity + 1]!, query.quantity) +
      weights.condition * conditionValue(condition, query.condition) +
      weights.price * priceValue(bounds[at + SPAN.first]!, query.budget)
    return terms.fit + terms.carbonCap + Math.floor(10_000 * sum + ROUNDING)
  }

  /** Days in common that no lot of a bucket passes: neither the outermost dates nor the longest window allow more. */
  private mostDays(at: number, { from, until }: NeedQuery): number {
    const { bounds } = this.numbers
    const inner = smaller(until, bounds[at + SPAN.until + 1]!) - larger(from, bounds[at + SPAN.from]!)
    return smaller(inner, bounds[at + SPAN.days + 1]!)
  }

  protected massesOf(number: number, query: NeedQuery): { least: number; most: number } {
    const { bounds } = this.numbers
    const at = number * BOUNDS_SIZE + SPAN.quantity
    const unitAt = number * BOUNDS_SIZE + SPAN.second
    return {
      least: massGiven(query, bounds[at]!, bounds[unitAt]!),
      most: massGiven(query, bounds[at + 1]!, bounds[unitAt + 1]!),
    }
  }

  protected nextAbove(
    slot: number,
    end: number,
    least: number,
    { query, weights }: Search<Item, NeedQuery>,
    cosines: number,
  ): number {
    const { sketches } = this.numbers
    const { lat, lon, radius, days, quantity, condition, budget } = query
    for (; slot < end; slot++) {
      const at = slot * ENTRY_SIZE
      const until = smaller(sketches[at + ENTRY.until]!, query.until)
      const overlap = until - larger(sketches[at + ENTRY.from]!, query.from)
      const offered = sketches[at + ENTRY.condition]!
      if (!(overlap >= 1) || offered < condition) continue
      const dLat = sketches[at + ENTRY.lat]! - lat
      const dLon = sketches[at + ENTRY.lon]! - lon
      const km = leastKmApart(dLat, dLon, cosines) - SKETCH_KM
      if (!(km <= radius)) continue
      const sum =
        weights.distance * distanceValue(km, radius) +
        weights.dates * datesValue(overlap, days) +
        weights.cover * coverValue(sketches[at + ENTRY.quantity]!, quantity) +
        weights.condition * conditionValue(offered, condition) +
        weights.price * priceValue(sketches[at + ENTRY.first]!, budget)
      if (10_000 * sum + ROUNDING >= least) break
    }
    return slot
  }

  protected pointsOf(slot: number, { query, weights }: Search<Item, NeedQuery>, terms: PairTerms): number {
    const { entries } = this.numbers
    const at = slot * ENTRY_SIZE
    const lat = entries[at + ENTRY.lat]!
    const lon = entries[at + ENTRY.lon]!
    const km = greatCircleKmOf(lat, lon, cosOfLat(lat), query.lat, query.lon, query.cosLat)
    if (!(km <= query.radius)) return -1
    const overlap =
      Math.min(entries[at + ENTRY.until]!, query.until) - Math.max(entries[at + ENTRY.from]!, query.from)
    const quantity = entries[at + ENTRY.quantity]!
    if (!(quantity > 0)) return -1
    const mass = massGiven(query, quantity, entries[at + ENTRY.second]!)
    return (
      terms.fit +
      centiPoints(weights.distance, distanceValue(km, query.radius)) +
      centiPoints(weights.dates, datesValue(overlap, query.days)) +
      centiPoints(weights.cover, coverValue(quantity, query.quantity)) +
      centiPoints(weights.condition, conditionValue(entries[at + ENTRY.condition]!, query.condition)) +
      centiPoints(weights.price, priceValue(entries[at + ENTRY.first]!, query.budget)) +
      carbonPoints(terms.carbon, mass, km)
    )
  }

  protected judge(_slot: number, lot: Item, { need, asks }: NeedQuery) {
    return asks ? judgeSheets(lot, need) : null
  }
}

/** A need in numbers, for those who compare it with many lots. */
type NeedQuery = ReturnType<typeof needQuery>

function needQuery(need: MatchNeed, today: IsoDay | null) {
  const until = dayNumber(need.window.until)
  const from = Math.max(dayNumber(need.window.from), today === null ? -Infinity : dayNumber(today))
  return {
    need,
    from,
    until,
    days: until - from,
    lat: need.point.lat,
    lon: need.point.lon,
    cosLat: cosOfLat(need.point.lat),
    quantity: need.quantityMilli,
    radius: need.radiusKm,
    condition: need.minCondition as number,
    budget: need.budgetUnitCents,
    asks: Object.keys(need.wanted).length > 0,
  }
}

/** Grams of a lot that a need would take; 0 when nobody knows. */
function massGiven({ quantity, need }: NeedQuery, freeMilli: number, unitMass: number): number {
  const known = Number.isNaN(unitMass) ? null : unitMass
  return coveredMassG(need.unit, Math.min(quantity, freeMilli), known) ?? 0
}
