import { dayNumber, type IsoDay } from '~/core/days'
import type { MaterialType } from '~/core/material-types'
import { UNITS } from '~/core/units'
import type { Weights } from '../weights'
import type { BestList } from './best-list'
import { BoundQueue } from './bound-queue'
import { leastKmToBox } from './box-distance'
import { bucketKeyOf, groupOf, periodOf } from './bucket-key'
import { BucketStore } from './bucket-store'
import { mostCarbonPoints } from './carbon-points'
import type { PairTerms } from './pair-terms'
import { BOUNDS_SIZE, type Numbered, type OwnNumbers, SideNumbers, SPAN } from './side-numbers'

/** What a search may be asked besides whom it is for. */
export type SearchOptions<Item> = {
  weights: Weights
  /** Days before it count for no need; null for windows as they are. */
  today: IsoDay | null
  /** Leaves out what it refuses. Asked only of those that would be among the best. */
  accepts?: (item: Item) => boolean
}

/** A search under way. */
export type Search<Item extends { id: string }, Query> = {
  query: Query
  weights: Weights['of']
  accepts: ((item: Item) => boolean) | undefined
  best: BestList<Item>
}

type Place = { from: number; until: number; lat: number; lon: number; cosLat: number }

/**
 * One side of matching in memory, from which the best for one of the other side are found without scoring all: buckets
 * are visited by falling bound, until none is left that can hold a better one. Both sides differ in what bounds and
 * scores read, which is theirs to say.
 */
export abstract class SideIndex<Item extends Numbered, Query extends Place> {
  protected readonly numbers: SideNumbers<Item>
  protected readonly store: BucketStore<Item>
  private readonly queue = new BoundQueue()

  constructor(own: OwnNumbers<Item>) {
    this.numbers = new SideNumbers(own)
    this.store = new BucketStore<Item>(this.numbers, (item) => {
      const group = groupOf(item.material, item.unit)
      const [fromDay, untilDay] = [dayNumber(item.window.from), dayNumber(item.window.until)]
      const { lat, lon } = item.point
      const key = bucketKeyOf({ group, fromDay, untilDay, lat, lon })
      return { group, period: periodOf(fromDay), key, fromDay, untilDay }
    })
  }

  get size(): number {
    return this.store.size
  }

  /** Bytes of the numbers, without the items and their ids. */
  get bytes(): number {
    return this.numbers.bytes
  }

  get(id: string): Item | undefined {
    return this.store.get(id)
  }

  /** Puts an item in, in place of another of its id. */
  set(item: Item): void {
    this.store.set(item)
  }

  remove(id: string): void {
    this.store.remove(id)
  }

  /** All of them, in no order. */
  items(): Iterable<Item> {
    return this.store.all()
  }

  /** All of a material, in no order. */
  *itemsOf(material: MaterialType): Generator<Item> {
    for (const unit of UNITS) yield* this.store.itemsOf(groupOf(material, unit))
  }

  /** Points that no entry of a bucket passes, the carbon part at its cap; negative when none passes the filters. */
  protected abstract boundOf(bucket: number, search: Search<Item, Query>, terms: PairTerms): number

  /** Grams that an entry of a bucket would take or give, at the least and at the most. */
  protected abstract massesOf(bucket: number, query: Query): { least: number; most: number }

  /** Offers the entries of a bucket that can still be among the best. */
  protected abstract scan(bucket: number, search: Search<Item, Query>, terms: PairTerms): void

  /** Finds the `k` best of the groups that `terms` holds. */
  protected find(search: Search<Item, Query>, terms: ReadonlyMap<number, PairTerms>): void {
    const { queue, store } = this
    const { best } = search
    queue.clear()
    for (const [group, own] of terms) this.bound(group, search, own)
    queue.order()
    while (!queue.isEmpty && queue.bound >= best.least) {
      const bound = queue.bound
      const marked = queue.pop()
      const bucket = marked >> 1
      const own = terms.get(store.groupOf(bucket))!
      // The dear part of a bound is worked out once a bucket's turn comes.
      const isTight = own.carbonCap === 0 || (marked & 1) === 1
      const tight = isTight ? bound : bound - own.carbonCap + this.mostCarbon(bucket, search.query, own)
      if (tight < best.least) continue
      if (!queue.isEmpty && tight < queue.bound) queue.pushInOrder(tight, 2 * bucket + 1)
      else this.scan(bucket, search, own)
    }
  }

  /** Queues the buckets of a group by what they can hold at best. */
  private bound(group: number, search: Search<Item, Query>, terms: PairTerms): void {
    const { from, until } = search.query
    for (const season of this.store.seasonsOf(group)) {
      if (!(season.fromDay < until && season.untilDay > from)) continue
      const { used } = season
      for (let at = 0; at < used.length; at++) {
        const bucket = used[at]!
        const bound = this.boundOf(bucket, search, terms)
        if (bound >= 0) this.queue.push(bound, 2 * bucket)
      }
    }
  }

  protected mostCarbon(bucket: number, query: Query, { carbon }: PairTerms): number {
    if (!carbon.factor) return 0
    const { least, most } = this.massesOf(bucket, query)
    return mostCarbonPoints(carbon, least, most, this.leastKm(bucket, query))
  }

  /** Kilometres that no entry of a bucket is nearer than. */
  protected leastKm(bucket: number, { lat, lon, cosLat }: Query): number {
    const { bounds } = this.numbers
    const at = bucket * BOUNDS_SIZE
    return leastKmToBox(
      lat,
      lon,
      cosLat,
      bounds[at + SPAN.lat]!,
      bounds[at + SPAN.lat + 1]!,
      bounds[at + SPAN.lon]!,
      bounds[at + SPAN.lon + 1]!,
      bounds[at + SPAN.cosLat]!,
    )
  }
}
