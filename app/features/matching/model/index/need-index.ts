import { dayNumber, type IsoDay } from '~/core/days'
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
import { listServed } from '../substitutions'
import type { Weights } from '../weights'
import { BestList } from './best-list'
import { groupOf } from './bucket-key'
import { slotOf } from './bucket-store'
import { carbonPoints } from './carbon-points'
import { type PairTerms, pairTerms } from './pair-terms'
import { type Search, type SearchOptions, SideIndex } from './side-index'
import { BOUNDS_SIZE, ENTRY, ENTRY_SIZE, SPAN } from './side-numbers'

/** Needs, from which the best for a lot are found: those of `topK` with `scorePair`, to the hundredth and in order. */
export class NeedIndex<Item extends MatchNeed> extends SideIndex<Item, LotQuery> {
  constructor() {
    super(({ minCondition, radiusKm, budgetUnitCents, wanted }) => {
      const hasSheet = Object.keys(wanted).length > 0
      return { condition: minCondition, first: radiusKm, second: budgetUnitCents ?? NaN, hasSheet }
    })
  }

  /** The `k` best needs for a lot, best first, ties by ascending id. */
  topK(lot: MatchLot, k: number, options: SearchOptions<Item>): Ranked<Item>[] {
    const { weights, today } = options
    return this.bestFor(lot, k, options)
      .items()
      .flatMap((item) => {
        const pair = scorePair(lot, today === null ? item : fromDayOn(item, today), weights)
        return pair.ok ? [{ item, pair }] : []
      })
  }

  /** How many needs pass the filters for a lot. */
  count(lot: MatchLot, options: SearchOptions<Item>): number {
    return this.bestFor(lot, Infinity, options).size
  }

  private bestFor(
    lot: MatchLot,
    k: number,
    { weights, today, accepts }: SearchOptions<Item>,
  ): BestList<Item> {
    const best = new BestList<Item>(k)
    if (k < 1 || !(lot.quantityMilli > 0)) return best
    const query = lotQuery(lot, today)
    const most = massTaken(query, Infinity)
    const terms = listServed(lot.material).map((wanted) => {
      return [groupOf(wanted, lot.unit), pairTerms(lot.material, wanted, weights.of, most)] as const
    })
    this.find({ query, weights: weights.of, accepts, best }, new Map(terms))
    return best
  }

  protected boundOf(bucket: number, { query, weights }: Search<Item, LotQuery>, terms: PairTerms): number {
    const { bounds } = this.numbers
    const at = bucket * BOUNDS_SIZE
    const share = this.mostShareOfDays(at, query)
    const condition = bounds[at + SPAN.condition]!
    if (share <= 0 || query.condition < condition) return -1
    const km = this.leastKm(bucket, query)
    const radius = bounds[at + SPAN.first + 1]!
    if (!(km <= radius)) return -1
    return (
      terms.fit +
      terms.carbonCap +
      centiPoints(weights.distance, distanceValue(km, radius)) +
      centiPoints(weights.dates, share) +
      centiPoints(weights.cover, coverValue(query.quantity, bounds[at + SPAN.quantity]!)) +
      centiPoints(weights.condition, conditionValue(query.condition, condition)) +
      centiPoints(weights.price, this.mostPrice(at, query.ask))
    )
  }

  /**
   * The share of wanted days that no need of a bucket passes. Two bounds hold: the most days in common over the fewest
   * wanted, and, of the longest window, what the lot's window cuts off every one.
   */
  private mostShareOfDays(at: number, { from, until, today }: LotQuery): number {
    const { bounds } = this.numbers
    const firstFrom = Math.max(bounds[at + SPAN.from]!, today)
    const overlap = Math.min(until, bounds[at + SPAN.until + 1]!) - Math.max(from, firstFrom)
    if (!(overlap >= 1)) return 0
    const firstUntil = bounds[at + SPAN.until]!
    const fewest = Math.max(1, Math.min(bounds[at + SPAN.days]!, firstUntil - today))
    const most = bounds[at + SPAN.days + 1]!
    const lastFrom = Math.max(bounds[at + SPAN.from + 1]!, today)
    const cut = Math.max(0, from - lastFrom) + Math.max(0, firstUntil - until)
    return Math.min(datesValue(overlap, fewest), datesValue(most - cut, most))
  }

  private mostPrice(at: number, ask: number): number {
    const { bounds } = this.numbers
    const stated = priceValue(ask, bounds[at + SPAN.second + 1]!)
    return bounds[at + SPAN.unknown + 1] === 1 ? Math.max(stated, priceValue(ask, null)) : stated
  }

  protected massesOf(bucket: number, query: LotQuery): { least: number; most: number } {
    const { bounds } = this.numbers
    const at = bucket * BOUNDS_SIZE + SPAN.quantity
    return { least: massTaken(query, bounds[at]!), most: massTaken(query, bounds[at + 1]!) }
  }

  protected scan(bucket: number, search: Search<Item, LotQuery>, terms: PairTerms): void {
    const { query, weights, best } = search
    const { entries, bounds } = this.numbers
    const mostRadius = bounds[bucket * BOUNDS_SIZE + SPAN.first + 1]!
    const nearest = distanceValue(this.leastKm(bucket, query), mostRadius)
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
      const radius = entries[at + ENTRY.first]!
      const km = greatCircleKmOf(
        query.lat,
        query.lon,
        query.cosLat,
        lat,
        entries[at + ENTRY.lon]!,
        cosOfLat(lat),
      )
      if (!(km <= radius)) continue
      const near = plain + centiPoints(weights.distance, distanceValue(km, radius))
      if (near + room < least) continue
      const mass = massTaken(query, entries[at + ENTRY.quantity]!)
      const points = near + terms.fit + carbonPoints(terms.carbon, mass, km)
      if (points >= least && this.offer(slot, points, terms, search)) least = best.least
    }
  }

  /** Points of the parts that need neither a distance nor the sheets; negative when a filter refuses. */
  private plainPoints(at: number, query: LotQuery, weights: Weights['of']): number {
    const { entries } = this.numbers
    const until = entries[at + ENTRY.until]!
    const from = Math.max(entries[at + ENTRY.from]!, query.today)
    const overlap = Math.min(until, query.until) - Math.max(from, query.from)
    const condition = entries[at + ENTRY.condition]!
    const quantity = entries[at + ENTRY.quantity]!
    if (!(overlap >= 1) || query.condition < condition || !(quantity > 0)) return -1
    const budget = entries[at + ENTRY.second]!
    return (
      centiPoints(weights.dates, datesValue(overlap, until - from)) +
      centiPoints(weights.cover, coverValue(query.quantity, quantity)) +
      centiPoints(weights.condition, conditionValue(query.condition, condition)) +
      centiPoints(weights.price, priceValue(query.ask, Number.isNaN(budget) ? null : budget))
    )
  }

  /** Judges the sheets and puts a need among the best; false when it is none of them. */
  private offer(slot: number, points: number, terms: PairTerms, search: Search<Item, LotQuery>): boolean {
    const { best, query, accepts } = search
    const item = this.store.itemAt(slot)
    let total = points
    if (this.numbers.sheets[slot] === 1) {
      const { failed, toCheck } = judgeSheets(query.lot, item)
      if (failed.length > 0) return false
      if (toCheck.length > 0) total += terms.fitToCheck - terms.fit
    }
    if (!best.wants(total, item) || (accepts && !accepts(item))) return false
    best.add(total, item)
    return true
  }
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
