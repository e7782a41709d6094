/** Slots of a page; a bucket holds whole pages, of which only its last has free slots. */
const PAGE = 16

/** Bucket numbers that a season gets at once, so that its bounds lie together in memory. */
const BLOCK = 16

/** Buckets of a group that begin in one period, and days between which all their windows lie, or more. */
export type Season = { used: number[]; free: number[]; fromDay: number; untilDay: number }

/** The numbers of entries by slot and the bounds of buckets: what an index keeps beside the store. */
export type Columns<Item> = {
  /** Makes room for slots and for buckets. */
  reserve: (slots: number, buckets: number) => void
  write: (slot: number, item: Item) => void
  copy: (from: number, to: number) => void
  /** Bounds of a bucket with nothing in it. */
  clear: (bucket: number) => void
  /** Bounds that hold an entry too. */
  widen: (bucket: number, slot: number) => void
}

/** The slot of an entry of a bucket with these pages. */
export function slotOf(pages: readonly number[], entry: number): number {
  return pages[entry >> 4]! * PAGE + (entry & (PAGE - 1))
}

type Bucket = {
  group: number
  key: number
  season: Season
  pages: number[]
  count: number
  stale: number
}

/** Where an item belongs. */
export type Place = { group: number; period: number; key: number; fromDay: number; untilDay: number }

/**
 * Items in buckets of pages. Putting one in, in place of another of its id, and taking one out touch a few numbers;
 * the last entry of a bucket moves to the hole. What was taken out or changed leaves the bounds of its bucket wider
 * than they need be: they are drawn anew once that happened to a quarter of it.
 */
export class BucketStore<Item extends { id: string }> {
  private readonly items: (Item | undefined)[] = []
  private readonly slots = new Map<string, number>()
  private readonly bucketOfKey = new Map<number, number>()
  private readonly buckets: Bucket[] = []
  private readonly bucketOfPage: number[] = []
  private readonly freePages: number[] = []
  private readonly groups = new Map<number, Map<number, Season>>()
  private bucketNumbers = 0

  constructor(
    private readonly columns: Columns<Item>,
    private readonly placeOf: (item: Item) => Place,
  ) {}

  get size(): number {
    return this.slots.size
  }

  get bucketCount(): number {
    return this.bucketOfKey.size
  }

  get(id: string): Item | undefined {
    const slot = this.slots.get(id)
    return slot === undefined ? undefined : this.items[slot]
  }

  set(item: Item): void {
    const place = this.placeOf(item)
    const slot = this.slots.get(item.id)
    if (slot !== undefined && this.bucketAt(slot).key !== place.key) this.remove(item.id)
    const bucket = this.bucketFor(place)
    const { season } = this.buckets[bucket]!
    if (!(place.fromDay >= season.fromDay)) season.fromDay = place.fromDay
    if (!(place.untilDay <= season.untilDay)) season.untilDay = place.untilDay
    const kept = this.slots.get(item.id)
    if (kept === undefined) this.insert(item, bucket)
    else this.rewrite(kept, item)
  }

  remove(id: string): void {
    const slot = this.slots.get(id)
    if (slot === undefined) return
    this.slots.delete(id)
    this.removeSlot(slot)
  }

  /** Seasons of a group; the buckets that they use are not empty. */
  seasonsOf(group: number): Iterable<Readonly<Season>> {
    return this.groups.get(group)?.values() ?? []
  }

  groupOf(bucket: number): number {
    return this.buckets[bucket]!.group
  }

  /** Pages of a bucket, for `slotOf`. */
  pagesOf(bucket: number): readonly number[] {
    return this.buckets[bucket]!.pages
  }

  countOf(bucket: number): number {
    return this.buckets[bucket]!.count
  }

  itemAt(slot: number): Item {
    return this.items[slot]!
  }

  *all(): Generator<Item> {
    for (const slot of this.slots.values()) yield this.itemAt(slot)
  }

  /** All items of a group. */
  *itemsOf(group: number): Generator<Item> {
    for (const { used } of this.seasonsOf(group)) {
      for (const bucket of used) {
        const count = this.countOf(bucket)
        for (let at = 0; at < count; at++) yield this.itemAt(this.slotAt(bucket, at))
      }
    }
  }

  private rewrite(slot: number, item: Item): void {
    const bucket = this.bucketOfPage[slot >> 4]!
    this.items[slot] = item
    this.columns.write(slot, item)
    this.columns.widen(bucket, slot)
    this.age(bucket)
  }

  private insert(item: Item, bucket: number): void {
    const held = this.buckets[bucket]!
    if (held.count === held.pages.length * PAGE) held.pages.push(this.newPage(bucket))
    const slot = this.slotAt(bucket, held.count++)
    this.items[slot] = item
    this.slots.set(item.id, slot)
    this.columns.write(slot, item)
    this.columns.widen(bucket, slot)
  }

  private removeSlot(slot: number): void {
    const bucket = this.bucketOfPage[slot >> 4]!
    const held = this.buckets[bucket]!
    const last = this.slotAt(bucket, --held.count)
    if (last !== slot) {
      const moved = this.items[last]!
      this.items[slot] = moved
      this.columns.copy(last, slot)
      this.slots.set(moved.id, slot)
    }
    this.items[last] = undefined
    if ((held.count & (PAGE - 1)) === 0) this.freePages.push(held.pages.pop()!)
    if (held.count === 0) this.dropBucket(bucket)
    else this.age(bucket)
  }

  private age(bucket: number): void {
    const held = this.buckets[bucket]!
    if (++held.stale * 4 <= held.count) return
    held.stale = 0
    this.columns.clear(bucket)
    for (let at = 0; at < held.count; at++) this.columns.widen(bucket, this.slotAt(bucket, at))
  }

  private slotAt(bucket: number, at: number): number {
    return slotOf(this.buckets[bucket]!.pages, at)
  }

  private bucketAt(slot: number): { key: number } {
    return this.buckets[this.bucketOfPage[slot >> 4]!]!
  }

  private newPage(bucket: number): number {
    const page = this.freePages.pop() ?? this.bucketOfPage.length
    this.bucketOfPage[page] = bucket
    this.columns.reserve((page + 1) * PAGE, 0)
    return page
  }

  private bucketFor({ group, period, key }: Place): number {
    const known = this.bucketOfKey.get(key)
    if (known !== undefined) return known
    const season = this.seasonOf(group, period)
    const bucket = this.newBucket(season)
    this.buckets[bucket] = { group, key, season, pages: [], count: 0, stale: 0 }
    this.bucketOfKey.set(key, bucket)
    this.columns.clear(bucket)
    return bucket
  }

  private seasonOf(group: number, period: number): Season {
    const seasons = this.groups.get(group) ?? new Map<number, Season>()
    this.groups.set(group, seasons)
    const known = seasons.get(period)
    if (known) return known
    const made: Season = { used: [], free: [], fromDay: Infinity, untilDay: -Infinity }
    seasons.set(period, made)
    return made
  }

  private newBucket({ used, free }: Season): number {
    if (free.length === 0) {
      for (let at = BLOCK - 1; at >= 0; at--) free.push(this.bucketNumbers + at)
      this.bucketNumbers += BLOCK
      this.columns.reserve(0, this.bucketNumbers)
    }
    const bucket = free.pop()!
    used.push(bucket)
    return bucket
  }

  private dropBucket(bucket: number): void {
    const { key, season } = this.buckets[bucket]!
    const { used, free } = season
    this.bucketOfKey.delete(key)
    free.push(bucket)
    used[used.indexOf(bucket)] = used.at(-1)!
    used.pop()
    if (used.length > 0) return
    season.fromDay = Infinity
    season.untilDay = -Infinity
  }
}
