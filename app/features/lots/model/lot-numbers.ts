import { dayNumber } from '~/core/days'
import { MATERIAL_TYPES } from '~/core/material-types'
import { facetBitsOf } from './facet-bits'
import type { LotFacts } from './lot-facts'

/**
 * What every search reads of each lot, as columns of numbers by slot: thousands of lots are held to a filter or put in
 * order without opening one of them. Slots are only added; what a slot holds never changes.
 */
export class LotNumbers {
  /** Slots that are filled. */
  length = 0
  /** Which choices of the form of search it meets (`facet-bits.ts`). */
  facetBits = new Int32Array(0)
  /** The number of its `facetBits` among those that occur: lots are many, and few differ in what they meet. */
  pattern = new Int32Array(0)
  /** The bits of each pattern. */
  readonly patterns: number[] = []
  private readonly patternOf = new Map<number, number>()
  /** Its place in `MATERIAL_TYPES`. */
  material = new Uint8Array(0)
  /** Days as `dayNumber` counts them: when it can be fetched, until when (0 where nothing is left), since when all see it. */
  fromDay = new Int32Array(0)
  untilDay = new Int32Array(0)
  publicDay = new Int32Array(0)
  publishedAtMs = new Float64Array(0)
  /** From 0 to 1. */
  completeness = new Float32Array(0)
  /** The number of its commune, which is its place in `communeCodes`. */
  commune = new Uint16Array(0)
  readonly communeCodes: string[] = []
  private readonly communes = new Map<string, number>()
  /** All slots, those of lots that are gone too, newest first as they were published, ties by falling id. */
  newest = new Int32Array(0)

  /** Takes in the lots beyond those that it holds; `lots` are by slot, from the first. */
  follow(lots: readonly LotFacts[]): void {
    if (lots.length > this.facetBits.length) this.grow(Math.ceil(lots.length * 1.25) + 16)
    for (let slot = this.length; slot < lots.length; slot += 1) {
      const lot = lots[slot]!
      this.facetBits[slot] = facetBitsOf(lot)
      this.pattern[slot] = this.patternNumber(this.facetBits[slot]!)
      this.material[slot] = MATERIAL_TYPES.indexOf(lot.material)
      this.fromDay[slot] = dayNumber(lot.availableFrom)
      this.untilDay[slot] = lot.availableMilli > 0 ? lot.untilDay : 0
      this.publicDay[slot] = lot.publicDay
      this.publishedAtMs[slot] = lot.publishedAtMs
      this.completeness[slot] = lot.completeness
      this.commune[slot] = this.numberOf(lot.communeCode)
    }
    this.order(lots)
    this.length = lots.length
  }

  /** By number of a commune, 1 where it is one of these; null where any is. */
  among(codes: readonly string[] | undefined): Uint8Array | null {
    if (codes === undefined) return null
    const chosen = new Uint8Array(this.communes.size)
    for (const code of codes) {
      const number = this.communes.get(code)
      if (number !== undefined) chosen[number] = 1
    }
    return chosen
  }

  private patternNumber(bits: number): number {
    const known = this.patternOf.get(bits)
    if (known !== undefined) return known
    this.patternOf.set(bits, this.patterns.length)
    return this.patterns.push(bits) - 1
  }

  private numberOf(code: string): number {
    const known = this.communes.get(code)
    if (known !== undefined) return known
    this.communes.set(code, this.communes.size)
    return this.communeCodes.push(code) - 1
  }

  /** Puts the slots from `length` on in their places: a few among many are put in, many are ordered with the others. */
  private order(lots: readonly LotFacts[]): void {
    const { publishedAtMs, newest } = this
    const compare = (a: number, b: number) =>
      publishedAtMs[b]! - publishedAtMs[a]! || (lots[a]!.id < lots[b]!.id ? 1 : -1)
    const added = Int32Array.from({ length: lots.length - this.length }, (_, at) => this.length + at)
    if (added.length === 0) return
    added.sort(compare)
    const merged = new Int32Array(lots.length)
    let [from, to] = [0, 0]
    for (const slot of added) {
      const until = firstNotBefore(newest, slot, compare, from)
      merged.set(newest.subarray(from, until), to)
      to += until - from
      merged[to++] = slot
      from = until
    }
    merged.set(newest.subarray(from), to)
    this.newest = merged
  }

  private grow(room: number): void {
    const longer = <T extends Int32Array | Uint8Array | Uint16Array | Float32Array | Float64Array>(
      made: T,
      before: T,
    ): T => {
      made.set(before)
      return made
    }
    this.facetBits = longer(new Int32Array(room), this.facetBits)
    this.pattern = longer(new Int32Array(room), this.pattern)
    this.material = longer(new Uint8Array(room), this.material)
    this.fromDay = longer(new Int32Array(room), this.fromDay)
    this.untilDay = longer(new Int32Array(room), this.untilDay)
    this.publicDay = longer(new Int32Array(room), this.publicDay)
    this.publishedAtMs = longer(new Float64Array(room), this.publishedAtMs)
    this.completeness = longer(new Float32Array(room), this.completeness)
    this.commune = longer(new Uint16Array(room), this.commune)
  }
}

/** The first place of an ordered list, from one on, whose slot does not come before another. */
function firstNotBefore(
  list: Int32Array,
  slot: number,
  compare: (a: number, b: number) => number,
  from: number,
): number {
  let [low, high] = [from, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (compare(list[middle]!, slot) < 0) low = middle + 1
    else high = middle
  }
  return low
}
