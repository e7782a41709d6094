import { bringSmallestFirst } from './smallest-first'
import { NONE } from './spanning-tree'
import { roomFor } from './typed-arrays'

/**
 * What a step more or less is counted in: a whole gain is so many of these, one of which is what an arc on the way to a
 * place costs. More than a way can have arcs, so that all arcs of a way together weigh less than the least gain.
 */
export const FINE = 2 ** 21

/** A way has an arc for each lot and each need at most. */
const MOST_NODES = FINE / 2

/** Arcs of a node that are kept near, at least. */
const LEAST_NEAR = 8

/**
 * The lots or the needs of a standing allocation: what each has left and what a step more of it would be worth, its
 * arcs side by side, and the labels that a search leaves on it.
 */
export class LiveSide {
  size = 0
  capacity = new Float64Array(0)
  rest = new Float64Array(0)
  /** In `FINE` parts of a gain, -1 or more. */
  worth = new Float64Array(0)
  /** By how much worths have fallen up to now, at most. */
  fallen = 0

  /** Where the arcs of each node begin in `arcs`, how many there are, and room for how many. */
  private start: Int32Array = new Int32Array(0)
  private count: Int32Array = new Int32Array(0)
  private room: Int32Array = new Int32Array(0)
  /** Two numbers an arc: the node at its other end, and its gain. */
  arcs: Int32Array = new Int32Array(0)
  private used = 0

  /**
   * By place in `arcs`, halved: the least that the worth of the partner less the gain can be (`FINE` parts), raised by what
   * partners had fallen in all when that was found, so that it holds whatever falls after. In rising order over
   * the arcs of a node that are near, which come first; `far` is as much for its others.
   */
  bound = new Float64Array(0)
  private near: Int32Array = new Int32Array(0)
  private far = new Float64Array(0)
  private keys = new Float64Array(64)

  /** By number of what is carried: its node on this side, and the next that is carried from or to that node. */
  nodeOf: Int32Array = new Int32Array(0)
  nextCarried: Int32Array = new Int32Array(0)
  firstCarried: Int32Array = new Int32Array(0)

  /** While a search runs, of nodes it reached: how far, by what, and when it looks at the node again. */
  isLabelled: Uint8Array = new Uint8Array(0)
  distance = new Float64Array(0)
  via: Int32Array = new Int32Array(0)
  due = new Float64Array(0)

  /** Adds nodes without arcs of which nothing is left. @returns the number of the first */
  addNodes(count: number): number {
    const first = this.size
    if (first + count >= MOST_NODES) throw new RangeError('too many lots or needs: ways could be too long')
    this.size += count
    const { size } = this
    this.capacity = roomFor(this.capacity, size)
    this.rest = roomFor(this.rest, size)
    this.worth = roomFor(this.worth, size)
    this.start = roomFor(this.start, size)
    this.count = roomFor(this.count, size)
    this.room = roomFor(this.room, size)
    this.near = roomFor(this.near, size)
    this.far = roomFor(this.far, size, -Infinity)
    this.firstCarried = roomFor(this.firstCarried, size, NONE)
    this.isLabelled = roomFor(this.isLabelled, size)
    this.distance = roomFor(this.distance, size)
    this.via = roomFor(this.via, size, NONE)
    this.due = roomFor(this.due, size)
    return first
  }

  /** Gives each node room for as many arcs as it will have. Before the first arc. */
  reserve(nodes: Int32Array): void {
    for (const node of nodes) this.room[node]! += 1
    for (let node = 0; node < this.size; node++) {
      this.start[node] = this.used
      this.used += this.room[node]!
    }
    this.spare()
  }

  /** Makes room for an eighth of arcs more, so that none that comes waits until all have moved. */
  spare(): void {
    const wanted = Math.ceil(1.125 * this.used)
    this.arcs = roomFor(this.arcs, 2 * wanted)
    this.bound = roomFor(this.bound, wanted)
  }

  /** The worth of the partner is to be set before. */
  addArc(node: number, other: LiveSide, partner: number, gain: number): void {
    if (this.count[node] === this.room[node]) this.move(node)
    const place = 2 * (this.start[node]! + this.count[node]!)
    this.count[node]! += 1
    this.arcs[place] = partner
    this.arcs[place + 1] = gain
    const bound = other.worth[partner]! - gain * FINE + other.fallen
    this.far[node] = Math.min(this.far[node]!, bound)
  }

  /** The least that a node may be worth, so that none of its arcs gains more than its ends are worth. */
  leastWorth(node: number, other: LiveSide): number {
    const { arcs } = this
    let least = -1
    const until = this.arcsUntil(node)
    for (let at = this.arcsFrom(node); at < until; at += 2)
      least = Math.max(least, arcs[at + 1]! * FINE - 1 - other.worth[arcs[at]!]!)
    return least
  }

  /** Where the arcs of a node begin in `arcs`. */
  arcsFrom(node: number): number {
    return 2 * this.start[node]!
  }

  /** Where those of them end that are near, and where all end. */
  nearUntil(node: number): number {
    return 2 * (this.start[node]! + this.near[node]!)
  }

  arcsUntil(node: number): number {
    return 2 * (this.start[node]! + this.count[node]!)
  }

  /** The least that the worth of a partner less the gain can be on arcs that are not near. */
  farOf(node: number, other: LiveSide): number {
    return this.far[node]! - other.fallen
  }

  /** Takes no arc to be near, and nothing to be known of those that are not. */
  forgetBounds(): void {
    this.near.fill(0)
    this.far.fill(-Infinity)
  }

  /** Puts the arcs of a node in order anew, so that all within a distance are near, and a few more. */
  bringNear(node: number, other: LiveSide, within: number): void {
    const { arcs } = this
    const from = 2 * this.start[node]!
    const count = this.count[node]!
    const keys = (this.keys = roomFor(this.keys, count))
    let inside = 0
    for (let index = 0, at = from; index < count; index++, at += 2) {
      keys[index] = other.worth[arcs[at]!]! - arcs[at + 1]! * FINE
      if (keys[index]! <= within) inside++
    }
    const near = Math.min(count, LEAST_NEAR + 2 * inside)
    bringSmallestFirst(keys, [0, count - 1], near, arcs, from)
    for (let index = 0; index < near; index++) this.bound[from / 2 + index] = keys[index]! + other.fallen
    let far = Infinity
    for (let index = near; index < count; index++) far = Math.min(far, keys[index]!)
    this.near[node] = near
    this.far[node] = far + other.fallen
  }

  /** Puts the near arcs of a node before a place in order anew. */
  sortUntil(node: number, other: LiveSide, until: number): void {
    const { arcs, bound } = this
    const from = 2 * this.start[node]!
    for (let at = from; at < until; at += 2) {
      const partner = arcs[at]!
      const gain = arcs[at + 1]!
      const key = other.worth[partner]! - gain * FINE + other.fallen
      let to = at
      for (; to > from && bound[to / 2 - 1]! > key; to -= 2) {
        bound[to / 2] = bound[to / 2 - 1]!
        arcs[to] = arcs[to - 2]!
        arcs[to + 1] = arcs[to - 1]!
      }
      bound[to / 2] = key
      arcs[to] = partner
      arcs[to + 1] = gain
    }
    if (until >= this.nearUntil(node)) return
    const next = bound[until / 2]!
    for (let at = until - 2; at >= from && bound[at / 2]! > next; at -= 2) bound[at / 2] = next
  }

  /** Sets a capacity; less of it comes from the rest first. @returns what is to be placed, or taken back */
  resize(node: number, capacity: number): { more: number; less: number } {
    const change = capacity - this.capacity[node]!
    this.capacity[node] = capacity
    const fromRest = Math.min(Math.max(0, -change), this.rest[node]!)
    this.rest[node]! -= fromRest
    return { more: Math.max(0, change), less: Math.max(0, -change) - fromRest }
  }

  /** Lists something carried from or to a node. */
  take(carried: number, node: number): void {
    this.nodeOf = roomFor(this.nodeOf, carried + 1)
    this.nextCarried = roomFor(this.nextCarried, carried + 1, NONE)
    this.nodeOf[carried] = node
    this.nextCarried[carried] = this.firstCarried[node]!
    this.firstCarried[node] = carried
  }

  /** Takes off the list what is carried no more; a node has few of them. */
  leave(carried: number): void {
    const { nextCarried } = this
    const node = this.nodeOf[carried]!
    const after = nextCarried[carried]!
    if (this.firstCarried[node] === carried) {
      this.firstCarried[node] = after
      return
    }
    let before = this.firstCarried[node]!
    while (nextCarried[before] !== carried) before = nextCarried[before]!
    nextCarried[before] = after
  }

  /** Moves the arcs of a node to where there is room for twice as many. */
  private move(node: number): void {
    const from = 2 * this.start[node]!
    const until = from + 2 * this.count[node]!
    const to = this.used
    this.room[node] = Math.max(4, 2 * this.room[node]!)
    this.start[node] = to
    this.used += this.room[node]
    this.arcs = roomFor(this.arcs, 2 * this.used)
    this.bound = roomFor(this.bound, this.used)
    this.arcs.copyWithin(2 * to, from, until)
    this.bound.copyWithin(to, from / 2, until / 2)
  }
}
