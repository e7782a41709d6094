import { LiveSide } from './live-side'
import { NONE } from './spanning-tree'
import { roomFor } from './typed-arrays'

/** Worths may have fallen by less than this in all before bounds are drawn anew, so that their sums stay exact. */
const MOST_FALLEN = 2 ** 49

/**
 * An allocation and its dual side by side. Between two changes no arc gains more than its lot and its need are worth
 * together, an arc that carries gains no less, and what has a rest is worth nothing, all but for one of the `FINE` parts
 * of a gain. A way round on which more is gained would gain a whole; its arcs, fewer than `FINE`, leave less than
 * that: together the proof that nothing gains more.
 */
export class LiveFlow {
  readonly lots = new LiveSide()
  readonly needs = new LiveSide()
  /** By number of what is carried, in lists of its lot and its need: how much, and what a step of it gains. */
  quantity = new Float64Array(0)
  gainOf: Int32Array = new Int32Array(0)
  private numbers = 0
  private readonly unused: number[] = []

  otherThan(side: LiveSide): LiveSide {
    return side === this.lots ? this.needs : this.lots
  }

  addArc(lot: number, need: number, gain: number): void {
    const { lots, needs } = this
    lots.addArc(lot, needs, need, gain)
    needs.addArc(need, lots, lot, gain)
  }

  /** What carries from a lot to a need, or a new one that carries nothing yet. */
  between(lot: number, need: number): number {
    const { lots, needs } = this
    for (let at = lots.firstCarried[lot]!; at !== NONE; at = lots.nextCarried[at]!)
      if (needs.nodeOf[at] === need) return at
    return this.begin(lot, need, this.gainBetween(lot, need))
  }

  /** Notes that worths of a side fall, by so much at most. */
  letFall(side: LiveSide, by: number): void {
    side.fallen += by
    if (side.fallen < MOST_FALLEN) return
    side.fallen = 0
    this.otherThan(side).forgetBounds()
  }

  /** Lists something that a lot gives to a need, nothing of it yet. @returns its number */
  begin(lot: number, need: number, gain: number): number {
    const number = this.unused.pop() ?? this.numbers++
    this.quantity = roomFor(this.quantity, number + 1)
    this.gainOf = roomFor(this.gainOf, number + 1)
    this.quantity[number] = 0
    this.gainOf[number] = gain
    this.lots.take(number, lot)
    this.needs.take(number, need)
    return number
  }

  /** Changes how much is carried; at nothing its number goes. */
  carry(number: number, by: number): void {
    this.quantity[number]! += by
    if (this.quantity[number] !== 0) return
    this.lots.leave(number)
    this.needs.leave(number)
    this.unused.push(number)
  }

  /** Σ gain × quantity over what is carried. */
  gain(): number {
    const { firstCarried, nextCarried, size } = this.lots
    let sum = 0
    for (let lot = 0; lot < size; lot++)
      for (let at = firstCarried[lot]!; at !== NONE; at = nextCarried[at]!)
        sum += this.gainOf[at]! * this.quantity[at]!
    return sum
  }

  private gainBetween(lot: number, need: number): number {
    const { arcs } = this.lots
    let gain = 0
    const until = this.lots.arcsUntil(lot)
    for (let at = this.lots.arcsFrom(lot); at < until; at += 2)
      if (arcs[at] === need) gain = Math.max(gain, arcs[at + 1]!)
    return gain
  }
}
