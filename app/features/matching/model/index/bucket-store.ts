import { SlotRuns } from './slot-runs'

/** Numbers that a block gets at once for its buckets, and a group for its blocks, so that bounds lie together in memory. */
const AT_ONCE = 16

/** The numbers of entries by slot and the bounds of blocks and buckets: what an index keeps beside the store. */
export type Columns<Item> = {
  /** Makes room for slots and for bounds. */
  reserve: (slots: number, bounds: number) => void
  write: (slot: number, item: Item) => void
  /** Takes so many entries from one slot on to another. */
  copy: (from: number, to: number, count: number) => void
  /** Bounds with nothing in them. */
  clear: (bounds: number) => void
  /** Bounds that hold an entry too. */
  widen: (bounds: number, slot: number) => void
  /** Bounds that hold all that others hold. */
  join: (bounds: number, others: number) => void
}

/** Buckets that are bounded together first. */
type Block = {
  number: number
  group: number
  key: number
  used: number[]
  numbers: Numbers
  stale: number
}
type Bucket = { key: number; block: Block; stale: number }
type Group = { blocks: Map<number, Block>; used: number[]; numbers: Numbers }

/** Numbers that are free, and where the runs of numbers begin that they are of. */
type Numbers = { free: number[]; runs: number[] }

/** Where an item belongs: a bucket, by its key, in a block, by its own, of a group. */
export type Place = { group: number; block: number; key: number }

/**
 * Items in buckets, side by side, buckets in blocks, blocks in groups; blocks and buckets are numbered together, as
 * both have bounds. Putting an item in, in place of another of its id, and taking one out touch a few numbers; the last
 * entry of a bucket moves to the hole. What was taken out or changed leaves bounds wider than they need be: those of a
 * bucket are drawn anew once that happened to a quarter of it, those of a block once it did to a quarter of its buckets.
 */
export class BucketStore<Item extends { id: string }> {
  private readonly items: (Item | undefined)[] = []
  private readonly slots = new Map<string, number>()
  private readonly numberOfKey = new Map<number, number>()
  private readonly groups = new Map<number, Group>()
  /** By number, what it is. */
  private readonly blocks: (Block | undefined)[] = []
  private readonly buckets: (Bucket | undefined)[] = []
  /** By number of a bucket, its slots. */
  readonly runs = new SlotRuns((from, to, count) => this.move(from, to, count))
  private readonly freeRuns: number[] = []
  private numbers = 0

  constructor(
    private readonly columns: Columns<Item>,
    private readonly placeOf: (item: Item) => Place,
  ) {}

  get size(): number {
    return this.slots.size
  }

  get bucketCount(): number {
    return this.numberOfKey.size
  }

  get(id: string): Item | undefined {
    const slot = this.slots.get(id)
    return slot === undefined ? undefined : this.items[slot]
  }

  set(item: Item): void {
    const place = this.placeOf(item)
    const slot = this.slots.get(item.id)
    if (slot !== undefined && this.buckets[this.runs.chainAt(slot)]!.key !== place.key) this.remove(item.id)
    const kept = this.slots.get(item.id)
    if (kept === undefined) this.insert(item, this.bucketFor(place))
    else this.rewrite(kept, item)
  }

  remove(id: string): void {
    const slot = this.slots.get(id)
    if (slot === undefined) return
    this.slots.delete(id)
    this.removeSlot(slot)
  }

  /** The numbers of the blocks of a group, none of them empty. */
  blocksOf(group: number): readonly number[] {
    return this.groups.get(group)?.used ?? []
  }

  /** The numbers of the buckets of a block, none of them empty. */
  bucketsOf(block: number): readonly number[] {
    return this.blocks[block]!.used
  }

  itemAt(slot: number): Item {
    return this.items[slot]!
  }

  *all(): Generator<Item> {
    for (const slot of this.slots.values()) yield this.itemAt(slot)
  }

  /** All items of a group. */
  *itemsOf(group: number): Generator<Item> {
    for (const block of this.blocksOf(group)) {
      for (const bucket of this.bucketsOf(block)) {
        const first = this.runs.firstOf(bucket)
        const count = this.runs.countOf(bucket)
        for (let each = 0; each < count; each++) yield this.itemAt(first + each)
      }
    }
  }

  private rewrite(slot: number, item: Item): void {
    const bucket = this.runs.chainAt(slot)
    this.fill(slot, item, bucket)
    this.age(bucket)
  }

  private insert(item: Item, bucket: number): void {
    const slot = this.runs.push(bucket)
    this.columns.reserve(this.runs.slots, 0)
    this.slots.set(item.id, slot)
    this.fill(slot, item, bucket)
  }

  private fill(slot: number, item: Item, bucket: number): void {
    this.items[slot] = item
    this.columns.write(slot, item)
    this.columns.widen(bucket, slot)
    this.columns.widen(this.buckets[bucket]!.block.number, slot)
  }

  private removeSlot(slot: number): void {
    const bucket = this.runs.chainAt(slot)
    const last = this.runs.pop(bucket)
    if (last !== slot) {
      this.moveItem(last, slot)
      this.columns.copy(last, slot, 1)
    }
    this.items[last] = undefined
    if (this.runs.countOf(bucket) === 0) this.dropBucket(bucket)
    else this.age(bucket)
  }

  private move(from: number, to: number, count: number): void {
    this.columns.reserve(this.runs.slots, 0)
    this.columns.copy(from, to, count)
    for (let each = 0; each < count; each++) {
      this.moveItem(from + each, to + each)
      this.items[from + each] = undefined
    }
  }

  private moveItem(from: number, to: number): void {
    const item = this.items[from]!
    this.items[to] = item
    this.slots.set(item.id, to)
  }

  private age(bucket: number): void {
    const held = this.buckets[bucket]!
    if (++held.stale * 4 <= this.runs.countOf(bucket)) return
    held.stale = 0
    this.columns.clear(bucket)
    const first = this.runs.firstOf(bucket)
    const end = first + this.runs.countOf(bucket)
    for (let slot = first; slot < end; slot++) this.columns.widen(bucket, slot)
    this.ageBlock(held.block)
  }

  private ageBlock(block: Block): void {
    if (++block.stale * 4 <= block.used.length) return
    block.stale = 0
    this.columns.clear(block.number)
    for (const bucket of block.used) this.columns.join(block.number, bucket)
  }

  private bucketFor(place: Place): number {
    const known = this.numberOfKey.get(place.key)
    if (known !== undefined) return known
    const block = this.blockFor(place)
    const bucket = this.numberFrom(block.numbers)
    block.used.push(bucket)
    this.buckets[bucket] = { key: place.key, block, stale: 0 }
    this.numberOfKey.set(place.key, bucket)
    return bucket
  }

  private blockFor({ group, block: key }: Place): Block {
    const { blocks, used, numbers } = this.groupFor(group)
    const known = blocks.get(key)
    if (known) return known
    const number = this.numberFrom(numbers)
    const made: Block = {
      number,
      group,
      key,
      used: [],
      numbers: { free: [], runs: [] },
      stale: 0,
    }
    blocks.set(key, made)
    used.push(number)
    this.blocks[number] = made
    return made
  }

  private groupFor(group: number): Group {
    const known = this.groups.get(group)
    if (known) return known
    const made: Group = { blocks: new Map(), used: [], numbers: { free: [], runs: [] } }
    this.groups.set(group, made)
    return made
  }

  /** A number with the bounds of nothing, and of no slots. */
  private numberFrom({ free, runs }: Numbers): number {
    if (free.length === 0) {
      const first = this.freeRuns.pop() ?? this.numbers
      runs.push(first)
      for (let at = AT_ONCE - 1; at >= 0; at--) free.push(first + at)
      this.numbers = Math.max(this.numbers, first + AT_ONCE)
      this.columns.reserve(0, this.numbers)
    }
    const number = free.pop()!
    this.runs.begin(number)
    this.columns.clear(number)
    return number
  }

  private dropBucket(bucket: number): void {
    const { key, block } = this.buckets[bucket]!
    this.numberOfKey.delete(key)
    this.buckets[bucket] = undefined
    block.numbers.free.push(bucket)
    leave(block.used, bucket)
    if (block.used.length > 0) this.ageBlock(block)
    else this.dropBlock(block)
  }

  private dropBlock(block: Block): void {
    const { number, key, numbers } = block
    const { blocks, used, numbers: own } = this.groups.get(block.group)!
    this.freeRuns.push(...numbers.runs)
    blocks.delete(key)
    this.blocks[number] = undefined
    own.free.push(number)
    leave(used, number)
  }
}

/** Takes a number out of a list that has it, the last taking its place. */
function leave(list: number[], number: number): void {
  list[list.indexOf(number)] = list.at(-1)!
  list.pop()
}
