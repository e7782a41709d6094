import { LiveSide } from './live-side'
import { roomFor } from './typed-arrays'

/**
 * An optimal allocation and its dual side by side. Between two changes no arc gains more than its lot and its need are
 * worth together, an arc that carries gains exactly that, and what has a rest is worth nothing: together the proof that
 * nothing gains more.
 */
export class LiveFlow {
  readonly lots = new LiveSide()
  readonly needs = new LiveSide()
  flow = new Float64Array(0)
  arcs = 0
  /** Repairs of search trees up to now. */
  repairs = 0

  /** The nodes of a problem with what they are worth, and its arcs, which carry nothing yet. */
  constructor(
    sides: Record<'lots' | 'needs', { capacities: readonly number[]; worths: Float64Array }>,
    { lot, need, gain }: { lot: Int32Array; need: Int32Array; gain: Float64Array },
  ) {
    for (const name of ['lots', 'needs'] as const) {
      const { capacities, worths } = sides[name]
      const side = this[name]
      side.addNodes(capacities.length)
      side.capacity.set(capacities)
      side.rest.set(capacities)
      side.worth.set(worths)
    }
    this.lots.reserve(lot)
    this.needs.reserve(need)
    this.flow = roomFor(this.flow, gain.length)
    gain.forEach((worth, arc) => this.addArc(lot[arc]!, need[arc]!, worth))
  }

  addArc(lot: number, need: number, gain: number): void {
    const arc = this.arcs++
    this.flow = roomFor(this.flow, this.arcs)
    this.lots.addArc(arc, lot, need, gain)
    this.needs.addArc(arc, need, lot, gain)
  }

  otherThan(side: LiveSide): LiveSide {
    return side === this.lots ? this.needs : this.lots
  }

  /** Changes what an arc carries, and nothing else. */
  carry(arc: number, by: number): void {
    const before = this.flow[arc]!
    const after = before + by
    this.flow[arc] = after
    if (before === 0 && after > 0) {
      this.lots.take(arc)
      this.needs.take(arc)
    } else if (before > 0 && after === 0) {
      this.lots.leave(arc)
      this.needs.leave(arc)
    }
  }

  /** Σ gain × quantity over what is carried. */
  gain(): number {
    const { start, count, gain, arc, size } = this.lots
    let sum = 0
    for (let lot = 0; lot < size; lot++) {
      const end = start[lot]! + count[lot]!
      for (let place = start[lot]!; place < end; place++) sum += gain[place]! * this.flow[arc[place]!]!
    }
    return sum
  }

  /** The most that an arc of a node gains over the worth of its other end, 0 or more. */
  bestOffer(side: LiveSide, node: number): number {
    const { worth } = this.otherThan(side)
    let best = 0
    const end = side.start[node]! + side.count[node]!
    for (let place = side.start[node]!; place < end; place++)
      best = Math.max(best, side.gain[place]! - worth[side.partner[place]!]!)
    return best
  }
}
