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
import { listServed } from '../substitutions'
import type { Scoring } from '../scoring'
import { BestList } from './best-list'
import { groupOf } from './bucket-key'
import { leastKmApart } from './box-distance'
import { carbonPoints } from './carbon-points'
import { larger, smaller } from './extremes'
import { type PairTerms, pairTerms } from './pair-terms'
import { type Found, ROUNDING, type Search, type Searched, type SearchOptions, SideIndex } from './side-index'
import { BOUNDS_SIZE, ENTRY, ENTRY_SIZE, SKETCH_KM, SPAN } from './side-numbers'

/** In bounds, a budget below any that is stated. */
const NO_BUDGET = -1

/** Needs, from which the best for a lot are found: those of `topK` with `scorePair`, to the hundredth and in order. */
export class NeedIndex<Item extends MatchNeed> extends SideIndex<Item, LotQuery> {
  constructor() {
    super(({ minCondition, radiusKm, budgetUnitCents, wanted }) => {
      const hasSheet = Object.keys(wanted).length > 0
      return { condition: minCondition, first: radiusKm, second: budgetUnitCents ?? NaN, hasSheet }
    }, NO_BUDGET)
  }

  /** The `k` best needs for a lot, best first, ties by ascending id. */
  topK(lot: MatchLot, k: number, options: SearchOptions<Item>): Ranked<Item>[] {
    const query = lotQuery(lot, options.today)
    return this.bestFor(query, k, options)
      .all()
      .map((found) => ({ item: found.item, pair: this.scoreOf(found, query, options.scoring) }))
  }

  /** How many needs pass the filters for a lot. */
  count(lot: MatchLot, options: SearchOptions<Item>): number {
    return this.bestFor(lotQuery(lot, options.today), Infinity, options).size
  }

  private bestFor(query: LotQuery, k: number, { scoring, accepts }: SearchOptions<Item>) {
    const best = new BestList<Found<Item>>(k)
    const { lot } = query
    if (k < 1 || !(query.quantity > 0)) return best
    const most = massTaken(query, Infinity)
    const searched: Searched[] = []
    for (const wanted of listServed(lot.material)) {
      const group = groupOf(wanted, lot.unit)
      if (this.holds(group)) searched.push({ group, terms: pairTerms(lot.material, wanted, scoring, most) })
    }
    this.find({ query, weights: scoring.weights.of, accepts, best }, searched)
    return best
  }

  /** The score of a need found, from the numbers that were compared. */
  private scoreOf({ slot, terms, toCheck }: Found<Item>, query: LotQuery, scoring: Scoring): PairScore {
    const { entries } = this.numbers
    const at = slot * ENTRY_SIZE
    const [lat, lon] = [entries[at + ENTRY.lat]!, entries[at + ENTRY.lon]!]
    const until = entries[at + ENTRY.until]!
    const from = Math.max(entries[at + ENTRY.from]!, query.today)
    const budget = entries[at + ENTRY.second]!
    return scoreOf(
      {
        offered: terms.offered,
        unit: query.lot.unit,
        substitution: terms.carbon.substitution,
        toCheck,
        straightKm: greatCircleKmOf(query.lat, query.lon, query.cosLat, lat, lon, cosOfLat(lat)),
        radiusKm: entries[at + ENTRY.first]!,
        overlapDays: Math.min(until, query.until) - Math.max(from, query.from),
        wantedDays: until - from,
        freeMilli: query.quantity,
        wantedMilli: entries[at + ENTRY.quantity]!,
        condition: query.condition,
        minCondition: entries[at + ENTRY.condition]!,
        massGPerUnit: query.lot.massGPerUnit,
        unitPriceCents: query.ask,
        budgetUnitCents: Number.isNaN(budget) ? null : budget,
      },
      scoring,
    )
  }

  protected boundOf(number: number, { query, weights }: Search<Item, LotQuery>, terms: PairTerms): number {
    const { bounds } = this.numbers
    const at = number * BOUNDS_SIZE
    const condition = bounds[at + SPAN.condition]!
    if (query.condition < condition) return -1
    const share = this.mostShareOfDays(at, query)
    if (share <= 0) return -1
    const km = this.leastKm(number, query)
    const radius = bounds[at + SPAN.first + 1]!
    if (!(km <= radius)) return -1
    const sum =
      weights.distance * distanceValue(km, radius) +
      weights.dates * share +
      weights.cover * coverValue(query.quantity, bounds[at + SPAN.quantity]!) +
      weights.condition * conditionValue(query.condition, condition) +
      weights.price * this.mostPrice(at, query.ask)
    return terms.fit + terms.carbonCap + Math.floor(10_000 * sum + ROUNDING)
  }

  /**
   * The share of wanted days that no need of a bucket passes. Two bounds hold: the most days in common over the fewest
   * wanted, and, of the longest window, what the lot's window cuts off every one.
   */
  private mostShareOfDays(at: number, { from, until, today }: LotQuery): number {
    const { bounds } = this.numbers
    const firstFrom = larger(bounds[at + SPAN.from]!, today)
    const overlap = smaller(until, bounds[at + SPAN.until + 1]!) - larger(from, firstFrom)
    if (!(overlap >= 1)) return 0
    const firstUntil = bounds[at + SPAN.until]!
    const fewest = larger(1, smaller(bounds[at + SPAN.days]!, firstUntil - today))
    const most = bounds[at + SPAN.days + 1]!
    const lastFrom = larger(bounds[at + SPAN.from + 1]!, today)
    const cut = larger(0, from - lastFrom) + larger(0, firstUntil - until)
    return smaller(datesValue(overlap, fewest), datesValue(most - cut, most))
  }

  private mostPrice(at: number, ask: number): number {
    const { bounds } = this.numbers
    const stated = priceValue(ask, bounds[at + SPAN.second + 1]!)
    return bounds[at + SPAN.second] === NO_BUDGET ? larger(stated, priceValue(ask, null)) : stated
  }

  protected massesOf(number: number, query: LotQuery): { least: number; most: number } {
    const { bounds } = this.numbers
    const at = number * BOUNDS_SIZE + SPAN.quantity
    return { least: massTaken(query, bounds[at]!), most: massTaken(query, bounds[at + 1]!) }
  }

  protected nextAbove(
    slot: number,
    end: number,
    least: number,
    { query, weights }: Search<Item, LotQuery>,
    cosines: number,
  ): number {
    const { sketches } = this.numbers
    const { lat, lon, quantity, condition, ask } = query
    for (; slot < end; slot++) {
      const at = slot * ENTRY_SIZE
      const until = sketches[at + ENTRY.until]!
      const from = larger(sketches[at + ENTRY.from]!, query.today)
      const overlap = smaller(until, query.until) - larger(from, query.from)
      const minCondition = sketches[at + ENTRY.condition]!
      if (!(overlap >= 1) || condition < minCondition) continue
      const radius = sketches[at + ENTRY.first]!
      const dLat = sketches[at + ENTRY.lat]! - lat
      const dLon = sketches[at + ENTRY.lon]! - lon
      const km = leastKmApart(dLat, dLon, cosines) - SKETCH_KM
      if (!(km <= radius)) continue
      const sum =
        weights.distance * distanceValue(km, radius) +
        weights.dates * datesValue(overlap, until - from) +
        weights.cover * coverValue(quantity, sketches[at + ENTRY.quantity]!) +
        weights.condition * conditionValue(condition, minCondition) +
        weights.price * priceOf(ask, sketches[at + ENTRY.second]!)
      if (10_000 * sum + ROUNDING >= least) break
    }
    return slot
  }

  protected pointsOf(slot: number, { query, weights }: Search<Item, LotQuery>, terms: PairTerms): number {
    const { entries } = this.numbers
    const at = slot * ENTRY_SIZE
    const lat = entries[at + ENTRY.lat]!
    const lon = entries[at + ENTRY.lon]!
    const km = greatCircleKmOf(query.lat, query.lon, query.cosLat, lat, lon, cosOfLat(lat))
    const radius = entries[at + ENTRY.first]!
    if (!(km <= radius)) return -1
    const until = entries[at + ENTRY.until]!
    const from = Math.max(entries[at + ENTRY.from]!, query.today)
    const overlap = Math.min(until, query.until) - Math.max(from, query.from)
    const quantity = entries[at + ENTRY.quantity]!
    if (!(quantity > 0)) return -1
    return (
      terms.fit +
      centiPoints(weights.distance, distanceValue(km, radius)) +
      centiPoints(weights.dates, datesValue(overlap, until - from)) +
      centiPoints(weights.cover, coverValue(query.quantity, quantity)) +
      centiPoints(weights.condition, conditionValue(query.condition, entries[at + ENTRY.condition]!)) +
      centiPoints(weights.price, priceOf(query.ask, entries[at + ENTRY.second]!)) +
      carbonPoints(terms.carbon, massTaken(query, quantity), km)
    )
  }

  protected judge(slot: number, need: Item, { lot }: LotQuery) {
    return this.numbers.sheets[slot] === 1 ? judgeSheets(lot, need) : null
  }
}

/** The value of a price against a budget, not a number when it is not stated. */
function priceOf(ask: number, budget: number): number {
  return priceValue(ask, Number.isNaN(budget) ? null : budget)
}

/** A lot in numbers, for those who compare it with many needs. */
type LotQuery = ReturnType<typeof lotQuery>

function lotQuery(lot: MatchLot, today: IsoDay | null) {
  return {
    lot,
    from: dayNumber(lot.window.from),
    until: dayNumber(lot.window.until),
    lat: lot.point.lat,
    lon: lot.point.lon,
    cosLat: cosOfLat(lot.point.lat),
    quantity: lot.quantityMilli,
    condition: lot.condition as number,
    ask: lot.unitPriceCents,
    today: today === null ? -Infinity : dayNumber(today),
  }
}

/** Grams of a lot that a need of a quantity would take; 0 when nobody knows. */
function massTaken({ lot, quantity }: LotQuery, wantedMilli: number): number {
  return coveredMassG(lot.unit, Math.min(quantity, wantedMilli), lot.massGPerUnit) ?? 0
}
