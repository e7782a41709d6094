import { dayNumber } from '~/core/days'
import { cosOfLat } from '~/core/geo-point'
import type { MatchSide } from '../score'
import type { Columns } from './bucket-store'
import { grown } from './grown'

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
/** Numbers of an entry: a line of the processor's cache. */
export const ENTRY_SIZE = 8

/** Where a bucket holds the least of a value; its greatest follows. */
export const SPAN = {
  from: 0,
  until: 2,
  days: 4,
  condition: 6,
  quantity: 8,
  lat: 10,
  lon: 12,
  cosLat: 14,
  first: 16,
  second: 18,
  /** 1 in its greatest where the second number of an entry is not known. */
  unknown: 20,
} as const
export const BOUNDS_SIZE = 22

export type Numbered = MatchSide & { quantityMilli: number }

/** What the two sides write differently. An unknown second number is NaN. */
export type OwnNumbers<Side> = (side: Side) => {
  condition: number
  first: number
  second: number
  /** Whether its sheet must be held against that of a need or lot. */
  hasSheet: boolean
}

/** The numbers of one side of matching by slot, and the bounds of their buckets. */
export class SideNumbers<Side extends Numbered> implements Columns<Side> {
  entries = new Float64Array(0)
  bounds = new Float64Array(0)
  /** 1 where sheets must be compared. */
  sheets = new Uint8Array(0)

  constructor(private readonly own: OwnNumbers<Side>) {}

  /** Bytes that the numbers take, room for more included. */
  get bytes(): number {
    return this.entries.byteLength + this.bounds.byteLength + this.sheets.byteLength
  }

  reserve(slots: number, buckets: number): void {
    this.entries = grown(this.entries, slots * ENTRY_SIZE)
    this.bounds = grown(this.bounds, buckets * BOUNDS_SIZE)
    this.sheets = grown(this.sheets, slots)
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
    this.sheets[slot] = hasSheet ? 1 : 0
  }

  copy(from: number, to: number): void {
    this.entries.copyWithin(to * ENTRY_SIZE, from * ENTRY_SIZE, (from + 1) * ENTRY_SIZE)
    this.sheets[to] = this.sheets[from]!
  }

  clear(bucket: number): void {
    const start = bucket * BOUNDS_SIZE
    for (let at = start; at < start + BOUNDS_SIZE; at += 2) {
      this.bounds[at] = Infinity
      this.bounds[at + 1] = -Infinity
    }
  }

  /** What can never match, for its empty window or quantity, lies in its bucket, outside its bounds. */
  widen(bucket: number, slot: number): void {
    const { entries } = this
    const at = slot * ENTRY_SIZE
    const [from, until] = [entries[at + ENTRY.from]!, entries[at + ENTRY.until]!]
    const quantity = entries[at + ENTRY.quantity]!
    if (!(until > from && quantity > 0)) return
    const start = bucket * BOUNDS_SIZE
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
    this.span(start + SPAN.second, second)
    this.span(start + SPAN.unknown, Number.isNaN(second) ? 1 : 0)
  }

  /** Not a number widens nothing. */
  private span(at: number, value: number): void {
    if (value < this.bounds[at]!) this.bounds[at] = value
    if (value > this.bounds[at + 1]!) this.bounds[at + 1] = value
  }
}
