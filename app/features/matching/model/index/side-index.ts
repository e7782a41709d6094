import type { AttributeKey } from '~/core/attributes/definitions'
import { dayNumber, type IsoDay } from '~/core/days'
import type { MaterialType } from '~/core/material-types'
import { UNITS } from '~/core/units'
import type { Scoring } from '../scoring'
import type { Weights } from '../weights'
import type { BestList } from './best-list'
import { BoundQueue } from './bound-queue'
import { leastCosines, leastKmToBox } from './box-distance'
import { groupOf, placeOf } from './bucket-key'
import { BucketStore } from './bucket-store'
import { mostCarbonPoints } from './carbon-points'
import { inFirstPage, PAGE } from './page-chains'
import type { PairTerms } from './pair-terms'
import { BOUNDS_SIZE, type Numbered, type OwnNumbers, SideNumbers, SPAN } from './side-numbers'

/** What a search may be asked besides whom it is for. */
export type SearchOptions<Item> = {
  scoring: Scoring
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
  best: BestList<Found<Item>>
}

/** One of the best so far: where its numbers are, and what its score needs besides. */
export type Found<Item> = {
  points: number
  item: Item
  slot: number
  terms: PairTerms
  toCheck: AttributeKey[]
}

/** A group that is searched. */
export type Searched = { group: number; terms: PairTerms }

type From = { lat: number; lon: number; cosLat: number }

/** What waits in the queue: a block, a bucket, a bucket whose bound has its own carbon part. */
const BLOCK = 0
const BUCKET = 1
const TIGHT = 2
const STAGES = 3
/** Groups of a search at most, which a mark tells apart. */
const GROUPS = 64

/** What the rounding of each part adds to a sum of parts at most, in hundredths, with the last bits of that sum. */
export const ROUNDING = 2.51

/**
 * One side of matching in memory, from which the best for one of the other side are found without scoring all: blocks,
 * then the buckets of blocks, are visited by falling bound, until none is left that can hold a better one. Both sides
 * differ in what bounds and scores read, which is theirs to say.
 */
export abstract class SideIndex<Item extends Numbered, Query extends From> {
  protected readonly numbers: SideNumbers<Item>
  private readonly store: BucketStore<Item>
  private readonly queue = new BoundQueue()

  constructor(own: OwnNumbers<Item>, unknown: number) {
    this.numbers = new SideNumbers(own, unknown)
    this.store = new BucketStore<Item>(this.numbers, ({ material, unit, window, point: { lat, lon } }) => {
      const [fromDay, untilDay] = [dayNumber(window.from), dayNumber(window.until)]
      return placeOf({ group: groupOf(material, unit), fromDay, untilDay, lat, lon })
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

  /** Whether there may be something in a group. */
  protected holds(group: number): boolean {
    return this.store.blocksOf(group).length > 0
  }

  /** Points that no entry within bounds passes, the carbon part at its cap; negative when none passes the filters. */
  protected abstract boundOf(bounds: number, search: Search<Item, Query>, terms: PairTerms): number

  /** Grams that an entry within bounds would take or give, at the least and at the most. */
  protected abstract massesOf(bounds: number, query: Query): { least: number; most: number }

  /**
   * The first slot from one on, before another, whose entry may pass the filters and reach `least` points with all parts
   * but fit and carbon; `end` when there is none. `cosines` is what the product of both cosines of latitude does not
   * fall under.
   */
  protected abstract nextAbove(
    slot: number,
    end: number,
    least: number,
    search: Search<Item, Query>,
    cosines: number,
  ): number

  /** Points of an entry that passes the cheap filters, nothing remaining to be checked; negative when it is too far. */
  protected abstract pointsOf(slot: number, search: Search<Item, Query>, terms: PairTerms): number

  /** Holds sheets against each other; null when nothing is asked. */
  protected abstract judge(
    slot: number,
    item: Item,
    query: Query,
  ): { failed: AttributeKey[]; toCheck: AttributeKey[] } | null

  /** Finds the `k` best of groups. */
  protected find(search: Search<Item, Query>, searched: readonly Searched[]): void {
    const { queue } = this
    const { best } = search
    queue.clear()
    for (let at = 0; at < searched.length; at++) this.enter(searched[at]!, search, at)
    queue.order()
    while (!queue.isEmpty && queue.bound >= best.least) {
      const bound = queue.bound
      const mark = queue.pop()
      const at = mark % GROUPS
      const staged = (mark - at) / GROUPS
      const stage = staged % STAGES
      const number = (staged - stage) / STAGES
      const { terms } = searched[at]!
      if (stage === BLOCK) this.open(number, search, terms, at)
      else this.visit(number, search, terms, at, bound, stage)
    }
  }

  /** Queues the blocks of a group. */
  private enter({ group, terms }: Searched, search: Search<Item, Query>, at: number): void {
    const blocks = this.store.blocksOf(group)
    for (let each = 0; each < blocks.length; each++) {
      const block = blocks[each]!
      const bound = this.boundOf(block, search, terms)
      if (bound >= 0) this.queue.push(bound, (block * STAGES + BLOCK) * GROUPS + at)
    }
  }

  /** Queues the buckets of a block that can hold a better one. */
  private open(block: number, search: Search<Item, Query>, terms: PairTerms, at: number): void {
    const least = search.best.least
    const buckets = this.store.bucketsOf(block)
    for (let each = 0; each < buckets.length; each++) {
      const bucket = buckets[each]!
      const bound = this.boundOf(bucket, search, terms)
      if (bound >= least) this.queue.pushInOrder(bound, (bucket * STAGES + BUCKET) * GROUPS + at)
    }
  }

  /** Scans a bucket, unless its own carbon part, the dear part of its bound, sends it back or leaves it out. */
  private visit(
    bucket: number,
    search: Search<Item, Query>,
    terms: PairTerms,
    at: number,
    bound: number,
    stage: number,
  ): void {
    const { queue } = this
    const carbon = this.mostCarbon(bucket, search.query, terms)
    const tight = stage === TIGHT ? bound : bound - terms.carbonCap + carbon
    if (tight < search.best.least) return
    if (!queue.isEmpty && tight < queue.bound)
      queue.pushInOrder(tight, (bucket * STAGES + TIGHT) * GROUPS + at)
    else this.scan(bucket, search, terms, carbon)
  }

  private mostCarbon(bucket: number, query: Query, { carbon, carbonCap }: PairTerms): number {
    if (carbonCap === 0) return 0
    const { least, most } = this.massesOf(bucket, query)
    return mostCarbonPoints(carbon, least, most, this.leastKm(bucket, query))
  }

  /** Offers the entries of a bucket that can still be among the best. */
  private scan(bucket: number, search: Search<Item, Query>, terms: PairTerms, carbon: number): void {
    const { chains } = this.store
    const { best, query } = search
    const room = terms.fit + carbon
    const cosLeast = this.numbers.bounds[bucket * BOUNDS_SIZE + SPAN.cosLat]!
    const cosines = leastCosines(query.cosLat, cosLeast)
    let page = chains.firstPageOf(bucket)
    for (let left = chains.countOf(bucket); left > 0;) {
      const count = inFirstPage(left)
      const end = page * PAGE + count
      for (let slot = page * PAGE; ; slot++) {
        slot = this.nextAbove(slot, end, best.least - room, search, cosines)
        if (slot >= end) break
        const points = this.pointsOf(slot, search, terms)
        if (points >= 0 && points >= best.least) this.offer(slot, points, search, terms)
      }
      left -= count
      if (left > 0) page = chains.pageAfter(page)
    }
  }

  /** Judges the sheets and puts an entry among the best, when it is one of them. */
  private offer(slot: number, points: number, search: Search<Item, Query>, terms: PairTerms): void {
    const { best, query, accepts } = search
    const item = this.store.itemAt(slot)
    const judged = this.judge(slot, item, query)
    if (judged && judged.failed.length > 0) return
    const toCheck = judged ? judged.toCheck : []
    const total = toCheck.length > 0 ? points + terms.fitToCheck - terms.fit : points
    if (!best.wants(total, item) || (accepts && !accepts(item))) return
    best.add({ points: total, item, slot, terms, toCheck })
  }

  /** Kilometres that no entry within bounds is nearer than. */
  protected leastKm(number: number, { lat, lon, cosLat }: Query): number {
    return leastKmToBox(lat, lon, cosLat, this.numbers.bounds, number * BOUNDS_SIZE + SPAN.box)
  }
}
