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

/** Kilometres by which a place may lie off its sketch, and more, with what a sketch takes off a radius. */
export const SKETCH_KM = 0.005

export type Numbered = MatchSide & { quantityMilli: number }

/** What the two sides write differently. An unknown second number is NaN. */
export type OwnNumbers<Side> = (side: Side) => {
  condition: number
  first: number
  second: number
  /** Whether its sheet must be held against that of a need or lot. */
  hasSheet: boolean
}

/** The numbers of one side of matching by slot, and the bounds of their blocks and buckets. */
export class SideNumbers<Side extends Numbered> implements Columns<Side> {
  /** Numbers as they are. */
  entries = new Float64Array(0)
  /** The same to seven digits, in half a line of the processor's cache: enough to leave most entries out. */
  sketches = new Float32Array(0)
  /** Of the same width, each rounded away from what it bounds. */
  bounds = new Float32Array(0)
  /** 1 where sheets must be compared. */
  sheets = new Uint8Array(0)

  /** @param unknown what bounds hold for a second number that is not known */
  constructor(
    private readonly own: OwnNumbers<Side>,
    private readonly unknown: number,
  ) {}

  /** Bytes that the numbers take, room for more included. */
  get bytes(): number {
    const { entries, sketches, bounds, sheets } = this
    return entries.byteLength + sketches.byteLength + bounds.byteLength + sheets.byteLength
  }

  reserve(slots: number, bounds: number): void {
    this.entries = grown(this.entries, slots * ENTRY_SIZE)
    this.sketches = grown(this.sketches, slots * ENTRY_SIZE)
    this.bounds = grown(this.bounds, bounds * BOUNDS_SIZE)
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
    for (let number = at; number < at + ENTRY_SIZE; number++) this.sketches[number] = entries[number]!
    this.sheets[slot] = hasSheet ? 1 : 0
  }

  copy(from: number, to: number): void {
    this.entries.copyWithin(to * ENTRY_SIZE, from * ENTRY_SIZE, (from + 1) * ENTRY_SIZE)
    this.sketches.copyWithin(to * ENTRY_SIZE, from * ENTRY_SIZE, (from + 1) * ENTRY_SIZE)
    this.sheets[to] = this.sheets[from]!
  }

  clear(bounds: number): void {
    const start = bounds * BOUNDS_SIZE
    for (let at = start; at < start + BOUNDS_SIZE; at += 2) {
      this.bounds[at] = Infinity
      this.bounds[at + 1] = -Infinity
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
    this.span(start + SPAN.second, Number.isNaN(second) ? this.unknown : second)
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
