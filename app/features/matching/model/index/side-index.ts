import type { AttributeKey } from '~/core/attributes/definitions'
import { dayNumber, type IsoDay } from '~/core/days'
import type { MaterialType } from '~/core/material-types'
import { UNITS } from '~/core/units'
import type { Scoring } from '../scoring'
import type { Weights } from '../weights'
import type { BestList } from './best-list'
import { BoundQueue, NO_MARK } from './bound-queue'
import { leastCosines } from './box-distance'
import { groupOf, placeOf } from './bucket-key'
import { BucketStore } from './bucket-store'
import { CarbonCaps } from './carbon-caps'
import type { PairTerms } from './pair-terms'
import {
  BOUNDS_SIZE,
  type Numbered,
  type OwnBounds,
  type OwnNumbers,
  SideNumbers,
  SPAN,
} from './side-numbers'

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

/** What waits in the queue. */
const BLOCK = 0
const BUCKET = 1
/** Groups of a search at most, which a mark tells apart. */
const GROUPS = 64

/**
 * One side of matching in memory, from which the best for one of the other side are found without scoring all: blocks,
 * then the buckets of blocks, are visited by falling bound, until none is left that can hold a better one. Both sides
 * differ in what bounds and scores read, which is theirs to say.
 */
export abstract class SideIndex<Item extends Numbered, Query extends From> {
  protected readonly numbers: SideNumbers<Item>
  private readonly store: BucketStore<Item>
  private readonly queue = new BoundQueue()
  /** Of each group of the search under way. */
  private readonly caps: CarbonCaps[] = []

  constructor(own: OwnNumbers<Item>, bounds: OwnBounds) {
    this.numbers = new SideNumbers(own, bounds)
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

  /** Points without fit and carbon that no entry within bounds passes; below nil when none passes the filters. */
  protected abstract boundOf(bounds: number, query: Query): number

  /** Grams that an entry within bounds would take or give at the most. */
  protected abstract mostMassOf(bounds: number, query: Query): number

  /**
   * The first slot from one on, before another, whose entry may, as far as its sketch tells, pass the filters and reach
   * `least` points with all parts but fit and carbon; `end` when there is none. `cosines` is what the product of both
   * cosines of latitude does not fall under.
   */
  protected abstract nextAbove(
    slot: number,
    end: number,
    least: number,
    query: Query,
    cosines: number,
  ): number

  /** Points of an entry, nothing remaining to be checked; negative when it does not pass the filters. */
  protected abstract pointsOf(slot: number, search: Search<Item, Query>, terms: PairTerms): number

  /** Holds sheets against each other; null when nothing is asked. */
  protected abstract judge(
    slot: number,
    item: Item,
    query: Query,
  ): { failed: AttributeKey[]; toCheck: AttributeKey[] } | null

  /** Finds the `k` best of groups. */
  protected find(search: Search<Item, Query>, searched: readonly Searched[]): void {
    const { queue, caps } = this
    const { best } = search
    queue.clear()
    for (let at = 0; at < searched.length; at++) {
      const { group, terms } = searched[at]!
      const ofGroup = (caps[at] ??= new CarbonCaps())
      ofGroup.begin(terms.carbon)
      this.enter(this.store.blocksOf(group), BLOCK, search, terms, at)
    }
    for (let mark = queue.pop(best.least); mark !== NO_MARK; mark = queue.pop(best.least)) {
      const at = mark % GROUPS
      const number = ((mark - at) / GROUPS) >> 1
      const { terms } = searched[at]!
      if (((mark / GROUPS) & 1) === BLOCK) this.enter(this.store.bucketsOf(number), BUCKET, search, terms, at)
      else this.scan(number, search, terms, this.carbonOf(number, search.query, at))
    }
  }

  /** Queues blocks or buckets that can hold a better one. */
  private enter(
    numbers: readonly number[],
    kind: number,
    { query, best }: Search<Item, Query>,
    terms: PairTerms,
    at: number,
  ): void {
    const { queue } = this
    const least = best.least
    for (let each = 0; each < numbers.length; each++) {
      const number = numbers[each]!
      const parts = this.boundOf(number, query)
      const bound = parts + terms.fit + this.carbonOf(number, query, at)
      if (parts >= 0 && bound >= least) queue.push(bound, (2 * number + kind) * GROUPS + at)
    }
  }

  private carbonOf(number: number, query: Query, at: number): number {
    return this.caps[at]!.of(this.mostMassOf(number, query))
  }

  /** Offers the entries of a bucket that can still be among the best. */
  private scan(bucket: number, search: Search<Item, Query>, terms: PairTerms, carbon: number): void {
    const { runs } = this.store
    const { best, query } = search
    const room = terms.fit + carbon
    const cosLeast = this.numbers.bounds[bucket * BOUNDS_SIZE + SPAN.cosLat]!
    const cosines = leastCosines(query.cosLat, cosLeast)
    const first = runs.firstOf(bucket)
    const end = first + runs.countOf(bucket)
    for (let slot = first; ; slot++) {
      slot = this.nextAbove(slot, end, best.least - room, query, cosines)
      if (slot >= end) break
      const points = this.pointsOf(slot, search, terms)
      if (points >= 0 && points >= best.least) this.offer(slot, points, search, terms)
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
}
