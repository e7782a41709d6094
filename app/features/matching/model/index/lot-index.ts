import { dayNumber } from '~/core/days'
import { cosOfLat, greatCircleKmOf } from '~/core/geo-point'
import { judgeSheets } from '../judge-sheets'
import { fromDayOn } from '../match-sides'
import type { Ranked } from '../rank'
import { coveredMassG, type MatchLot, type MatchNeed, scorePair } from '../score'
import {
  centiPoints,
  conditionValue,
  coverValue,
  datesValue,
  distanceValue,
  priceValue,
} from '../score-parts'
import { listServing } from '../substitutions'
import type { Weights } from '../weights'
import { BestList } from './best-list'
import { groupOf } from './bucket-key'
import { slotOf } from './bucket-store'
import { carbonPoints } from './carbon-points'
import { type PairTerms, pairTerms } from './pair-terms'
import { type Search, type SearchOptions, SideIndex } from './side-index'
import { BOUNDS_SIZE, ENTRY, ENTRY_SIZE, SPAN } from './side-numbers'

/** Lots, from which the best for a need are found: those of `topK` with `scorePair`, to the hundredth and in order. */
export class LotIndex<Item extends MatchLot> extends SideIndex<Item, NeedQuery> {
  constructor() {
    super(({ condition, unitPriceCents, massGPerUnit }) => {
      return { condition, first: unitPriceCents, second: massGPerUnit ?? NaN, hasSheet: true }
    })
  }

  /** The `k` best lots for a need, best first, ties by ascending id. */
  topK(need: MatchNeed, k: number, options: SearchOptions<Item>): Ranked<Item>[] {
    const asked = askedFrom(need, options)
    return this.bestFor(asked, k, options)
      .items()
      .flatMap((item) => {
        const pair = scorePair(item, asked, options.weights)
        return pair.ok ? [{ item, pair }] : []
      })
  }

  /** How many lots pass the filters for a need. */
  count(need: MatchNeed, options: SearchOptions<Item>): number {
    return this.bestFor(askedFrom(need, options), Infinity, options).size
  }

  private bestFor(need: MatchNeed, k: number, { weights, accepts }: SearchOptions<Item>): BestList<Item> {
    const best = new BestList<Item>(k)
    if (k < 1 || !(need.quantityMilli > 0)) return best
    const query = needQuery(need)
    const terms = listServing(need.material).map((offered) => {
      return [groupOf(offered, need.unit), pairTerms(offered, need.material, weights.of, Infinity)] as const
    })
    this.find({ query, weights: weights.of, accepts, best }, new Map(terms))
    return best
  }

  protected boundOf(bucket: number, { query, weights }: Search<Item, NeedQuery>, terms: PairTerms): number {
    const { bounds } = this.numbers
    const at = bucket * BOUNDS_SIZE
    const overlap = this.mostDays(at, query)
    const condition = bounds[at + SPAN.condition + 1]!
    if (!(overlap >= 1) || condition < query.condition) return -1
    const km = this.leastKm(bucket, query)
    if (!(km <= query.radius)) return -1
    return (
      terms.fit +
      terms.carbonCap +
      centiPoints(weights.distance, distanceValue(km, query.radius)) +
      centiPoints(weights.dates, datesValue(overlap, query.days)) +
      centiPoints(weights.cover, coverValue(bounds[at + SPAN.quantity + 1]!, query.quantity)) +
      centiPoints(weights.condition, conditionValue(condition, query.condition)) +
      centiPoints(weights.price, priceValue(bounds[at + SPAN.first]!, query.budget))
    )
  }

  /** Days in common that no lot of a bucket passes: neither the outermost dates nor the longest window allow more. */
  private mostDays(at: number, { from, until }: NeedQuery): number {
    const { bounds } = this.numbers
    const inner = Math.min(until, bounds[at + SPAN.until + 1]!) - Math.max(from, bounds[at + SPAN.from]!)
    return Math.min(inner, bounds[at + SPAN.days + 1]!)
  }

  protected massesOf(bucket: number, query: NeedQuery): { least: number; most: number } {
    const { bounds } = this.numbers
    const at = bucket * BOUNDS_SIZE + SPAN.quantity
    const unitAt = bucket * BOUNDS_SIZE + SPAN.second
    return {
      least: massGiven(query, bounds[at]!, bounds[unitAt]!),
      most: massGiven(query, bounds[at + 1]!, bounds[unitAt + 1]!),
    }
  }

  protected scan(bucket: number, search: Search<Item, NeedQuery>, terms: PairTerms): void {
    const { query, weights, best } = search
    const { entries } = this.numbers
    const nearest = distanceValue(this.leastKm(bucket, query), query.radius)
    const distanceRoom = centiPoints(weights.distance, nearest)
    const room = terms.fit + this.mostCarbon(bucket, query, terms)
    const pages = this.store.pagesOf(bucket)
    const count = this.store.countOf(bucket)
    let least = best.least
    for (let entry = 0; entry < count; entry++) {
      const slot = slotOf(pages, entry)
      const at = slot * ENTRY_SIZE
      const plain = this.plainPoints(at, query, weights)
      if (plain < 0 || plain + distanceRoom + room < least) continue
      const lat = entries[at + ENTRY.lat]!
      const lon = entries[at + ENTRY.lon]!
      const km = greatCircleKmOf(lat, lon, cosOfLat(lat), query.lat, query.lon, query.cosLat)
      if (!(km <= query.radius)) continue
      const near = plain + centiPoints(weights.distance, distanceValue(km, query.radius))
      if (near + room < least) continue
      const mass = massGiven(query, entries[at + ENTRY.quantity]!, entries[at + ENTRY.second]!)
      const points = near + terms.fit + carbonPoints(terms.carbon, mass, km)
      if (points >= least && this.offer(slot, points, terms, search)) least = best.least
    }
  }

  /** Points of the parts that need neither a distance nor the sheets; negative when a filter refuses. */
  private plainPoints(at: number, query: NeedQuery, weights: Weights['of']): number {
    const { entries } = this.numbers
    const overlap =
      Math.min(entries[at + ENTRY.until]!, query.until) - Math.max(entries[at + ENTRY.from]!, query.from)
    const condition = entries[at + ENTRY.condition]!
    const quantity = entries[at + ENTRY.quantity]!
    if (!(overlap >= 1) || condition < query.condition || !(quantity > 0)) return -1
    return (
      centiPoints(weights.dates, datesValue(overlap, query.days)) +
      centiPoints(weights.cover, coverValue(quantity, query.quantity)) +
      centiPoints(weights.condition, conditionValue(condition, query.condition)) +
      centiPoints(weights.price, priceValue(entries[at + ENTRY.first]!, query.budget))
    )
  }

  /** Judges the sheets and puts a lot among the best; false when it is none of them. */
  private offer(slot: number, points: number, terms: PairTerms, search: Search<Item, NeedQuery>): boolean {
    const { best, query, accepts } = search
    const item = this.store.itemAt(slot)
    let total = points
    if (query.asks) {
      const { failed, toCheck } = judgeSheets(item, query.need)
      if (failed.length > 0) return false
      if (toCheck.length > 0) total += terms.fitToCheck - terms.fit
    }
    if (!best.wants(total, item) || (accepts && !accepts(item))) return false
    best.add(total, item)
    return true
  }
}

function askedFrom<Item>(need: MatchNeed, { today }: SearchOptions<Item>): MatchNeed {
  return today === null ? need : fromDayOn(need, today)
}

/** A need in numbers, for those who compare it with many lots. */
type NeedQuery = ReturnType<typeof needQuery>

function needQuery(need: MatchNeed) {
  const [from, until] = [dayNumber(need.window.from), dayNumber(need.window.until)]
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
