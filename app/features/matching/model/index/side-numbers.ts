import { dayNumber } from '~/core/days'
import { cosOfLat } from '~/core/geo-point'
import type { MatchSide } from '../score'
import type { Columns } from './bucket-store'
import { grown } from './grown'
import {
  CONDITION,
  dayCode,
  HAS_SHEET,
  LAT_STEP,
  LON_STEP,
  ODD,
  SKETCH,
  SKETCH_SIZE,
  stepsOf,
  UNKNOWN_BIT,
} from './sketch'

/** What every entry holds, and two numbers of its side's own: radius and budget, or price and mass of a unit. */
export const ENTRY = {
  from: 0,
  until: 1,
  condition: 2,
  quantity: 3,
  lat: 4,
  lon: 5,
  first: 6,
  second: 7,
} as const
export const ENTRY_SIZE = 8

/** Where bounds hold the least of a value; its greatest follows. */
export const SPAN = {
  from: 0,
  until: 2,
  days: 4,
  condition: 6,
  /** Latitude, longitude and cosine of latitude lie together, for distances. */
  box: 8,
  lat: 8,
  lon: 10,
  cosLat: 12,
  first: 14,
  quantity: 16,
  second: 18,
} as const
export const BOUNDS_SIZE = 20

/** What the rounding of each part adds to a sum of parts at most, in hundredths, with the last bits of that sum. */
export const ROUNDING = 2.51

/** No two places are so far apart, in kilometres, and a whole number holds it times `FAR`. */
export const MOST_KM = 50_000
/** Makes whole numbers of kilometres, of the same sign. */
export const FAR = 2 ** 14

export type Numbered = MatchSide & { quantityMilli: number }

/** Least of what holds nothing, and its greatest below nil; finite, for sums. What is larger may have it for a least. */
const NOTHING = 2 ** 29

/** What the two sides write differently. An unknown second number is NaN. */
export type OwnNumbers<Side> = (side: Side) => {
  condition: number
  first: number
  second: number
  /** Whether its sheet must be held against that of a need or lot. */
  hasSheet: boolean
}

/** What the two sides bound differently. */
export type OwnBounds = {
  /** What bounds hold for a second number that is not known. */
  unknown: number
  /** Codes of these numbers in sketches, on the side that makes a score no lower; NaN where there is none. */
  rounding: Readonly<Record<'quantity' | 'first' | 'second', (value: number) => number>>
}

/** The numbers of one side of matching by slot, and the bounds of their blocks and buckets. */
export class SideNumbers<Side extends Numbered> implements Columns<Side> {
  /** Numbers as they are. */
  entries = new Float64Array(0)
  /** The same, rounded to 16 bits: enough to leave most entries out. */
  sketches = new Uint16Array(0)
  /** To seven digits, each rounded away from what it bounds. */
  bounds = new Float32Array(0)

  constructor(
    private readonly own: OwnNumbers<Side>,
    private readonly ownBounds: OwnBounds,
  ) {}

  /** Bytes that the numbers take, room for more included. */
  get bytes(): number {
    const { entries, sketches, bounds } = this
    return entries.byteLength + sketches.byteLength + bounds.byteLength
  }

  reserve(slots: number, bounds: number): void {
    this.entries = grown(this.entries, slots * ENTRY_SIZE)
    this.sketches = grown(this.sketches, slots * SKETCH_SIZE)
    this.bounds = grown(this.bounds, bounds * BOUNDS_SIZE)
  }

  write(slot: number, side: Side): void {
    const { condition, first, second, hasSheet } = this.own(side)
    const { entries } = this
    const at = slot * ENTRY_SIZE
    entries[at + ENTRY.from] = dayNumber(side.window.from)
    entries[at + ENTRY.until] = dayNumber(side.window.until)
    entries[at + ENTRY.condition] = condition
    entries[at + ENTRY.quantity] = side.quantityMilli
    entries[at + ENTRY.lat] = side.point.lat
    entries[at + ENTRY.lon] = side.point.lon
    entries[at + ENTRY.first] = first
    entries[at + ENTRY.second] = second
    this.sketch(slot, hasSheet)
  }

  private sketch(slot: number, hasSheet: boolean): void {
    const { entries, sketches } = this
    const { rounding } = this.ownBounds
    const at = slot * ENTRY_SIZE
    const condition = entries[at + ENTRY.condition]!
    const from = dayCode(entries[at + ENTRY.from]!)
    const until = dayCode(entries[at + ENTRY.until]!)
    const quantity = rounding.quantity(entries[at + ENTRY.quantity]!)
    const first = rounding.first(entries[at + ENTRY.first]!)
    const isKnown = !Number.isNaN(entries[at + ENTRY.second]!)
    const second = rounding.second(isKnown ? entries[at + ENTRY.second]! : 1)
    const isOdd =
      (condition & CONDITION) !== condition || Number.isNaN(from + until + quantity + first + second)
    const to = slot * SKETCH_SIZE
    sketches[to + SKETCH.from] = from
    sketches[to + SKETCH.until] = until
    sketches[to + SKETCH.kind] =
      (condition & CONDITION) |
      (isKnown ? 0 : 1 << UNKNOWN_BIT) |
      (hasSheet ? HAS_SHEET : 0) |
      (isOdd ? ODD : 0)
    sketches[to + SKETCH.quantity] = quantity
    sketches[to + SKETCH.lat] = stepsOf(entries[at + ENTRY.lat]!, LAT_STEP)
    sketches[to + SKETCH.lon] = stepsOf(entries[at + ENTRY.lon]!, LON_STEP)
    sketches[to + SKETCH.first] = first
    sketches[to + SKETCH.second] = second
  }

  /** Whether sheets must be compared for an entry. */
  hasSheet(slot: number): boolean {
    return (this.sketches[slot * SKETCH_SIZE + SKETCH.kind]! & HAS_SHEET) !== 0
  }

  copy(from: number, to: number, count: number): void {
    this.entries.copyWithin(to * ENTRY_SIZE, from * ENTRY_SIZE, (from + count) * ENTRY_SIZE)
    this.sketches.copyWithin(to * SKETCH_SIZE, from * SKETCH_SIZE, (from + count) * SKETCH_SIZE)
  }

  clear(bounds: number): void {
    const start = bounds * BOUNDS_SIZE
    for (let at = start; at < start + BOUNDS_SIZE; at += 2) {
      this.bounds[at] = NOTHING
      this.bounds[at + 1] = -NOTHING
    }
  }

  join(bounds: number, others: number): void {
    const [start, from] = [bounds * BOUNDS_SIZE, others * BOUNDS_SIZE]
    for (let at = 0; at < BOUNDS_SIZE; at += 2) {
      this.bounds[start + at] = Math.min(this.bounds[start + at]!, this.bounds[from + at]!)
      this.bounds[start + at + 1] = Math.max(this.bounds[start + at + 1]!, this.bounds[from + at + 1]!)
    }
  }

  /** What can never match, for its empty window or quantity, lies in its bucket, outside its bounds. */
  widen(bounds: number, slot: number): void {
    const { entries } = this
    const at = slot * ENTRY_SIZE
    const [from, until] = [entries[at + ENTRY.from]!, entries[at + ENTRY.until]!]
    const quantity = entries[at + ENTRY.quantity]!
    if (!(until > from && quantity > 0)) return
    const start = bounds * BOUNDS_SIZE
    const second = entries[at + ENTRY.second]!
    this.span(start + SPAN.from, from)
    this.span(start + SPAN.until, until)
    this.span(start + SPAN.days, until - from)
    this.span(start + SPAN.condition, entries[at + ENTRY.condition]!)
    this.span(start + SPAN.quantity, quantity)
    this.span(start + SPAN.lat, entries[at + ENTRY.lat]!)
    this.span(start + SPAN.lon, entries[at + ENTRY.lon]!)
    this.span(start + SPAN.cosLat, cosOfLat(entries[at + ENTRY.lat]!))
    this.span(start + SPAN.first, entries[at + ENTRY.first]!)
    this.span(start + SPAN.second, Number.isNaN(second) ? this.ownBounds.unknown : second)
  }

  private span(at: number, value: number): void {
    if (value < this.bounds[at]!) this.bounds[at] = atMost(value)
    if (value > this.bounds[at + 1]!) this.bounds[at + 1] = -atMost(-value)
  }
}

/** A number of 32 bits that a value does not fall under: the nearest, or one below it. */
function atMost(value: number): number {
  const nearest = Math.fround(value)
  return nearest <= value ? nearest : Math.fround(value - Math.abs(value) * 2 ** -23 - 2 ** -149)
}
