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
import { listServing } from '../substitutions'
import type { Scoring } from '../scoring'
import { BestList } from './best-list'
import { groupOf } from './bucket-key'
import { carbonPoints } from './carbon-points'
import { type PairTerms, pairTerms } from './pair-terms'
import { type Found, type Search, type Searched, type SearchOptions, SideIndex } from './side-index'
import { BOUNDS_SIZE, ENTRY, ENTRY_SIZE, SPAN } from './side-numbers'
import { boundOfLots } from './lot-bounds'
import { lotAbove, LOT_ROUNDING, needAsked } from './lot-sketches'

/** In bounds, the mass of a unit that nobody knows: such a lot claims nothing. */
const NO_MASS = 0

/** Lots, from which the best for a need are found: those of `topK` with `scorePair`, to the hundredth and in order. */
export class LotIndex<Item extends MatchLot> extends SideIndex<Item, NeedQuery> {
  constructor() {
    super(
      ({ condition, unitPriceCents, massGPerUnit }) => {
        return { condition, first: unitPriceCents, second: massGPerUnit ?? NaN, hasSheet: true }
      },
      { unknown: NO_MASS, rounding: LOT_ROUNDING },
    )
  }

  /** The `k` best lots for a need, best first, ties by ascending id. */
  topK(need: MatchNeed, k: number, options: SearchOptions<Item>): Ranked<Item>[] {
    const query = needQuery(need, options)
    return this.bestFor(query, k, options)
      .all()
      .map((found) => ({ item: found.item, pair: this.scoreOf(found, query, options.scoring) }))
  }

  /** How many lots pass the filters for a need. */
  count(need: MatchNeed, options: SearchOptions<Item>): number {
    return this.bestFor(needQuery(need, options), Infinity, options).size
  }

  private bestFor(query: NeedQuery, k: number, { scoring, accepts }: SearchOptions<Item>) {
    const best = new BestList<Found<Item>>(k)
    const { need } = query
    if (k < 1 || !(query.quantity > 0)) return best
    const searched: Searched[] = []
    for (const offered of listServing(need.material)) {
      const group = groupOf(offered, need.unit)
      if (this.holds(group)) searched.push({ group, terms: pairTerms(offered, need.material, scoring) })
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

  protected boundOf(number: number, query: NeedQuery): number {
    return boundOfLots(this.numbers.bounds, number * BOUNDS_SIZE, query)
  }

  protected mostMassOf(number: number, query: NeedQuery): number {
    const { bounds } = this.numbers
    const at = number * BOUNDS_SIZE
    return massGiven(query, bounds[at + SPAN.quantity + 1]!, bounds[at + SPAN.second + 1]!)
  }

  protected nextAbove(slot: number, end: number, least: number, query: NeedQuery, cosines: number): number {
    return lotAbove(this.numbers.sketches, slot, end, least, query.asked, cosines)
  }

  protected pointsOf(slot: number, { query, weights }: Search<Item, NeedQuery>, terms: PairTerms): number {
    const { entries } = this.numbers
    const at = slot * ENTRY_SIZE
    const overlap =
      Math.min(entries[at + ENTRY.until]!, query.until) - Math.max(entries[at + ENTRY.from]!, query.from)
    const quantity = entries[at + ENTRY.quantity]!
    const condition = entries[at + ENTRY.condition]!
    if (!(overlap >= 1 && quantity > 0 && condition >= query.condition)) return -1
    const lat = entries[at + ENTRY.lat]!
    const lon = entries[at + ENTRY.lon]!
    const km = greatCircleKmOf(lat, lon, cosOfLat(lat), query.lat, query.lon, query.cosLat)
    if (!(km <= query.radius)) return -1
    const mass = massGiven(query, quantity, entries[at + ENTRY.second]!)
    return (
      terms.fit +
      centiPoints(weights.distance, distanceValue(km, query.radius)) +
      centiPoints(weights.dates, datesValue(overlap, query.days)) +
      centiPoints(weights.cover, coverValue(quantity, query.quantity)) +
      centiPoints(weights.condition, conditionValue(condition, query.condition)) +
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

function needQuery(need: MatchNeed, { today, scoring }: Pick<SearchOptions<never>, 'today' | 'scoring'>) {
  const until = dayNumber(need.window.until)
  const from = Math.max(dayNumber(need.window.from), today === null ? -Infinity : dayNumber(today))
  const numbers = {
    from,
    until,
    days: until - from,
    lat: need.point.lat,
    lon: need.point.lon,
    quantity: need.quantityMilli,
    radius: need.radiusKm,
    condition: need.minCondition as number,
    budget: need.budgetUnitCents,
  }
  const asked = needAsked(numbers, scoring.weights.of)
  const asks = Object.keys(need.wanted).length > 0
  return { need, ...numbers, cosLat: cosOfLat(need.point.lat), asked, asks }
}

/** Grams of a lot that a need would take; 0 when nobody knows. */
function massGiven({ quantity, need }: NeedQuery, freeMilli: number, unitMass: number): number {
  const known = Number.isNaN(unitMass) ? null : unitMass
  return coveredMassG(need.unit, Math.min(quantity, freeMilli), known) ?? 0
}
