import { dayNumber } from '~/core/days'
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
import { carbonPoints } from './carbon-points'
import { smaller } from './extremes'
import { type PairTerms, pairTerms } from './pair-terms'
import { type Found, type Search, type Searched, type SearchOptions, SideIndex } from './side-index'
import { BOUNDS_SIZE, ENTRY, ENTRY_SIZE, SPAN } from './side-numbers'
import { boundOfNeeds, NO_BUDGET } from './need-bounds'
import { needAbove, NEED_ROUNDING, lotAsked } from './need-sketches'

/** What rounding takes off a mass at most. */
const ROUNDED_G = 1

/** Needs, from which the best for a lot are found: those of `topK` with `scorePair`, to the hundredth and in order. */
export class NeedIndex<Item extends MatchNeed> extends SideIndex<Item, LotQuery> {
  constructor() {
    super(
      ({ minCondition, radiusKm, budgetUnitCents, wanted }) => {
        const hasSheet = Object.keys(wanted).length > 0
        return { condition: minCondition, first: radiusKm, second: budgetUnitCents ?? NaN, hasSheet }
      },
      { unknown: NO_BUDGET, rounding: NEED_ROUNDING },
    )
  }

  /** The `k` best needs for a lot, best first, ties by ascending id. */
  topK(lot: MatchLot, k: number, options: SearchOptions<Item>): Ranked<Item>[] {
    const query = lotQuery(lot, options)
    return this.bestFor(query, k, options)
      .all()
      .map((found) => ({ item: found.item, pair: this.scoreOf(found, query, options.scoring) }))
  }

  /** How many needs pass the filters for a lot. */
  count(lot: MatchLot, options: SearchOptions<Item>): number {
    return this.bestFor(lotQuery(lot, options), Infinity, options).size
  }

  private bestFor(query: LotQuery, k: number, { scoring, accepts }: SearchOptions<Item>) {
    const best = new BestList<Found<Item>>(k)
    const { lot } = query
    if (k < 1 || !(query.quantity > 0)) return best
    const searched: Searched[] = []
    for (const wanted of listServed(lot.material)) {
      const group = groupOf(wanted, lot.unit)
      if (this.holds(group)) searched.push({ group, terms: pairTerms(lot.material, wanted, scoring) })
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

  protected boundOf(number: number, query: LotQuery): number {
    return boundOfNeeds(this.numbers.bounds, number * BOUNDS_SIZE, query)
  }

  protected mostMassOf(number: number, query: LotQuery): number {
    return (
      query.perMilli *
        smaller(query.quantity, this.numbers.bounds[number * BOUNDS_SIZE + SPAN.quantity + 1]!) +
      ROUNDED_G
    )
  }

  protected nextAbove(slot: number, end: number, least: number, query: LotQuery, cosines: number): number {
    return needAbove(this.numbers.sketches, slot, end, least, query.asked, cosines)
  }

  protected pointsOf(slot: number, { query, weights }: Search<Item, LotQuery>, terms: PairTerms): number {
    const { entries } = this.numbers
    const at = slot * ENTRY_SIZE
    const until = entries[at + ENTRY.until]!
    const from = Math.max(entries[at + ENTRY.from]!, query.today)
    const overlap = Math.min(until, query.until) - Math.max(from, query.from)
    const quantity = entries[at + ENTRY.quantity]!
    const minCondition = entries[at + ENTRY.condition]!
    if (!(overlap >= 1 && quantity > 0 && query.condition >= minCondition)) return -1
    const lat = entries[at + ENTRY.lat]!
    const lon = entries[at + ENTRY.lon]!
    const km = greatCircleKmOf(query.lat, query.lon, query.cosLat, lat, lon, cosOfLat(lat))
    const radius = entries[at + ENTRY.first]!
    if (!(km <= radius)) return -1
    return (
      terms.fit +
      centiPoints(weights.distance, distanceValue(km, radius)) +
      centiPoints(weights.dates, datesValue(overlap, until - from)) +
      centiPoints(weights.cover, coverValue(query.quantity, quantity)) +
      centiPoints(weights.condition, conditionValue(query.condition, minCondition)) +
      centiPoints(weights.price, priceOf(query.ask, entries[at + ENTRY.second]!)) +
      carbonPoints(terms.carbon, massTaken(query, quantity), km)
    )
  }

  protected judge(slot: number, need: Item, { lot }: LotQuery) {
    return this.numbers.hasSheet(slot) ? judgeSheets(lot, need) : null
  }
}

/** The value of a price against a budget, not a number when it is not stated. */
function priceOf(ask: number, budget: number): number {
  return priceValue(ask, Number.isNaN(budget) ? null : budget)
}

/** A lot in numbers, for those who compare it with many needs. */
type LotQuery = ReturnType<typeof lotQuery>

function lotQuery(lot: MatchLot, { today, scoring }: Pick<SearchOptions<never>, 'today' | 'scoring'>) {
  const numbers = {
    from: dayNumber(lot.window.from),
    until: dayNumber(lot.window.until),
    lat: lot.point.lat,
    lon: lot.point.lon,
    quantity: lot.quantityMilli,
    condition: lot.condition as number,
    ask: lot.unitPriceCents,
    today: today === null ? -Infinity : dayNumber(today),
  }
  const asked = lotAsked(numbers, scoring.weights.of)
  const wholeG = coveredMassG(lot.unit, lot.quantityMilli, lot.massGPerUnit) ?? 0
  /** Grams of a thousandth of the unit at most. */
  const perMilli = (wholeG + ROUNDED_G) / lot.quantityMilli
  return { lot, ...numbers, cosLat: cosOfLat(lot.point.lat), perMilli, asked }
}

/** Grams of a lot that a need of a quantity would take; 0 when nobody knows. */
function massTaken({ lot, quantity }: LotQuery, wantedMilli: number): number {
  return coveredMassG(lot.unit, Math.min(quantity, wantedMilli), lot.massGPerUnit) ?? 0
}
