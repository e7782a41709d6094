import { NONE } from './spanning-tree'
import { roomFor } from './typed-arrays'

/**
 * The lots or the needs of a standing allocation: what each has left and what a step more of it would be worth, its
 * arcs side by side, and the labels that a search leaves on it.
 */
export class LiveSide {
  size = 0
  capacity = new Float64Array(0)
  rest = new Float64Array(0)
  worth: Int32Array = new Int32Array(0)

  /** Where the arcs of each node begin in the three arrays that follow, how many there are, and room for how many. */
  start: Int32Array = new Int32Array(0)
  count: Int32Array = new Int32Array(0)
  private room: Int32Array = new Int32Array(0)
  partner: Int32Array = new Int32Array(0)
  gain: Int32Array = new Int32Array(0)
  arc: Int32Array = new Int32Array(0)
  private used = 0

  /** By number of the arc: its node on this side, and the next arc of that node that carries something. */
  nodeOf: Int32Array = new Int32Array(0)
  firstCarrying: Int32Array = new Int32Array(0)
  nextCarrying: Int32Array = new Int32Array(0)

  /** While a search runs, of nodes it reached: how far, by which arc, and when it looks at the node again. */
  isLabelled: Uint8Array = new Uint8Array(0)
  distance = new Float64Array(0)
  via: Int32Array = new Int32Array(0)
  due = new Float64Array(0)
  /** The repair of the tree in which the node was seen to hang by the source. */
  rootedIn: Int32Array = new Int32Array(0)

  /** Adds nodes without arcs of which nothing is left. @returns the number of the first */
  addNodes(count: number): number {
    const first = this.size
    this.size += count
    const { size } = this
    this.capacity = roomFor(this.capacity, size)
    this.rest = roomFor(this.rest, size)
    this.worth = roomFor(this.worth, size)
    this.start = roomFor(this.start, size)
    this.count = roomFor(this.count, size)
    this.room = roomFor(this.room, size)
    this.firstCarrying = roomFor(this.firstCarrying, size, NONE)
    this.isLabelled = roomFor(this.isLabelled, size)
    this.distance = roomFor(this.distance, size)
    this.via = roomFor(this.via, size, NONE)
    this.due = roomFor(this.due, size)
    this.rootedIn = roomFor(this.rootedIn, size)
    return first
  }

  /** Gives each node room for as many arcs as it will have. Before the first arc. */
  reserve(nodes: Int32Array): void {
    for (const node of nodes) this.room[node]! += 1
    for (let node = 0; node < this.size; node++) {
      this.start[node] = this.used
      this.used += this.room[node]!
    }
    this.makeRoom()
    this.makeRoomForNumbers(nodes.length)
  }

  addArc(arc: number, node: number, partner: number, gain: number): void {
    this.makeRoomForNumbers(arc + 1)
    if (this.count[node] === this.room[node]) this.move(node)
    const place = this.start[node]! + this.count[node]!
    this.count[node]! += 1
    this.partner[place] = partner
    this.gain[place] = gain
    this.arc[place] = arc
    this.nodeOf[arc] = node
  }

  /** Sets a capacity; less of it comes from the rest first. @returns what is to be placed, or taken back */
  resize(node: number, capacity: number): { more: number; less: number } {
    const change = capacity - this.capacity[node]!
    this.capacity[node] = capacity
    const fromRest = Math.min(Math.max(0, -change), this.rest[node]!)
    this.rest[node]! -= fromRest
    return { more: Math.max(0, change), less: Math.max(0, -change) - fromRest }
  }

  /** Lists an arc among those of its node that carry something. */
  take(arc: number): void {
    const node = this.nodeOf[arc]!
    this.nextCarrying[arc] = this.firstCarrying[node]!
    this.firstCarrying[node] = arc
  }

  /** Takes an arc off the list of those that carry something; a node has few of them. */
  leave(arc: number): void {
    const { nextCarrying } = this
    const node = this.nodeOf[arc]!
    const after = nextCarrying[arc]!
    if (this.firstCarrying[node] === arc) {
      this.firstCarrying[node] = after
      return
    }
    let before = this.firstCarrying[node]!
    while (nextCarrying[before] !== arc) before = nextCarrying[before]!
    nextCarrying[before] = after
  }

  /** Moves the arcs of a node to where there is room for twice as many. */
  private move(node: number): void {
    const from = this.start[node]!
    const until = from + this.count[node]!
    const to = this.used
    this.room[node] = Math.max(4, 2 * this.room[node]!)
    this.start[node] = to
    this.used += this.room[node]
    this.makeRoom()
    for (const values of [this.partner, this.gain, this.arc]) values.copyWithin(to, from, until)
  }

  private makeRoom(): void {
    this.partner = roomFor(this.partner, this.used)
    this.gain = roomFor(this.gain, this.used)
    this.arc = roomFor(this.arc, this.used)
  }

  private makeRoomForNumbers(arcs: number): void {
    this.nodeOf = roomFor(this.nodeOf, arcs)
    this.nextCarrying = roomFor(this.nextCarrying, arcs, NONE)
  }
}
