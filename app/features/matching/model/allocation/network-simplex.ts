import { NONE, ROOT, SpanningTree } from './spanning-tree'
import { widened } from './typed-arrays'

/** Where an arc outside the tree stands: empty, or full; 0 in the tree. */
const EMPTY = 1
const FULL = -1

/** Arcs that are looked at, at least, before the best of them enters. */
const LEAST_LOOKED = 16

/** Nodes of the smallest trees that are numbered anew: smaller ones fit into the nearest cache anyway. */
const LEAST_RENUMBERED = 1000

/** Pivots between two looks at the clock. */
const LOOK_EVERY = 512

/**
 * Maximum-gain flow by the network simplex (Ahuja, Magnanti, Orlin, «Network Flows», 1993, ch. 11): a spanning tree
 * of arcs carries the flow, an arc that gains more than the path it replaces enters, and the last arc that blocks the
 * cycle leaves. The tree stays strongly feasible (empty arcs point to the root), so that it never cycles.
 *
 * Every node has a slack arc to or from the root, which takes what other arcs do not: node → root for a supply,
 * root → node for a demand. Gains are whole numbers whose sums along a path stay exact (below 2⁵³), as flows are.
 */
export class NetworkSimplex {
  readonly tree: SpanningTree
  tail: Int32Array
  head: Int32Array
  gain: Float64Array
  capacity: Float64Array
  private state: Int8Array
  /** Where each node, by the number it was given, stands in the tree now; and the other way. */
  nodeOf: Int32Array
  private numberOf: Int32Array
  arcs = 0
  pivots = 0
  /** Whether an arc can be full. */
  private isLimited = false
  private cursor = 0

  constructor(nodes: number, arcs: number) {
    const length = arcs + nodes
    this.tree = new SpanningTree(nodes)
    this.tail = new Int32Array(length)
    this.head = new Int32Array(length)
    this.gain = new Float64Array(length)
    this.capacity = new Float64Array(length)
    this.state = new Int8Array(length)
    this.nodeOf = new Int32Array(nodes + 1)
    this.numberOf = new Int32Array(nodes + 1)
  }

  /** An arc, empty and outside the tree. */
  addArc(tail: number, head: number, gain: number, capacity = Infinity): number {
    if (this.arcs === this.tail.length) this.grow()
    const arc = this.arcs++
    this.tail[arc] = tail
    this.head[arc] = head
    this.gain[arc] = gain
    this.capacity[arc] = capacity
    this.state[arc] = EMPTY
    if (capacity !== Infinity) this.isLimited = true
    return arc
  }

  /**
   * A node that gives `supply` (takes, when negative), all of it over its slack arc for now.
   * @param slackGain of each unit that the slack arc carries
   */
  addNode(supply: number, slackGain: number): number {
    const isUp = supply >= 0
    const arc = this.arcs
    const node = this.tree.addNode(arc, isUp, Math.abs(supply))
    if (isUp) this.addArc(node, ROOT, slackGain)
    else this.addArc(ROOT, node, slackGain)
    this.state[arc] = 0
    this.tree.shift(node, isUp ? slackGain : -slackGain)
    if (node >= this.nodeOf.length) {
      this.nodeOf = widened(this.nodeOf, new Int32Array(2 * node))
      this.numberOf = widened(this.numberOf, new Int32Array(2 * node))
    }
    this.nodeOf[node] = node
    this.numberOf[node] = node
    return node
  }

  /** Moves a node that hangs by its slack arc, which leaves the tree empty. For a start; `measure` comes after. */
  moveUnder(node: number, parent: number, arc: number, isUp: boolean, flow: number): void {
    this.state[this.tree.arc[node]!] = EMPTY
    this.state[arc] = 0
    this.tree.rehang(node, node, parent, { arc, isUp, flow, limit: this.capacity[arc]! })
  }

  /** The node, by the number it was given, under which one hangs. */
  parentOf(number: number): number {
    return this.numberOf[this.tree.parent[this.nodeOf[number]!]!]!
  }

  /** Sets all potentials from the tree. */
  measure(): void {
    this.tree.measure(this.gain)
  }

  /** Flow of an arc outside the tree, or of the tree when its node is given by `flowsOf`. */
  flowOutside(arc: number): number {
    return this.state[arc] === FULL ? this.capacity[arc]! : 0
  }

  isInTree(arc: number): boolean {
    return this.state[arc] === 0
  }

  /** What a unit more on an arc would gain over the way it goes now; 0 in the tree. */
  excess(arc: number): number {
    const { potential } = this.tree
    return this.gain[arc]! - potential[this.tail[arc]!]! + potential[this.head[arc]!]!
  }

  /**
   * Pivots on the arcs from `from` until `until` (excluded) until none gains: on the best of those of one tail, then of
   * the next, if these lie side by side. The nodes of large `whole` trees are numbered anew, in the order in which they
   * are walked, first and once in as many pivots as there are of them: that order wears off as subtrees move.
   * @returns false when `isLate` said so first: the flow is feasible all the same
   */
  run(from: number, until: number, isLate: () => boolean, whole?: { from: number; until: number }): boolean {
    const every = whole && whole.until - whole.from >= LEAST_RENUMBERED ? whole.until - whole.from : Infinity
    this.cursor = from
    for (let done = 0; ; done++) {
      if (whole && done % every === 0 && every < Infinity) this.renumber(whole, from, until)
      const arc = this.nextGaining(from, until)
      if (arc === NONE) return true
      this.pivot(arc)
      if (done % LOOK_EVERY === 0 && isLate()) return false
    }
  }

  /** Numbers the nodes of whole trees anew, in the order in which they are walked; `nodeOf` follows. */
  private renumber(nodes: { from: number; until: number }, arcFrom: number, arcUntil: number): void {
    const { tail, head, nodeOf, numberOf } = this
    const place = this.tree.renumber(nodes.from, nodes.until)
    const { from } = nodes
    for (let arc = arcFrom; arc < arcUntil; arc++) {
      if (tail[arc] !== ROOT) tail[arc] = from + place[tail[arc]! - from]!
      if (head[arc] !== ROOT) head[arc] = from + place[head[arc]! - from]!
    }
    const numbers = numberOf.slice(from, nodes.until)
    for (let index = 0; index < numbers.length; index++) {
      const node = from + place[index]!
      numberOf[node] = numbers[index]!
      nodeOf[numbers[index]!] = node
    }
  }

  /** Pivots until none of the listed arcs gains, whatever the others do. */
  runOn(arcs: Int32Array, isLate: () => boolean): boolean {
    const { tail, head, gain, state } = this
    const { potential } = this.tree
    for (let settled = 0, at = 0, looked = 0; settled < arcs.length; settled++) {
      const arc = arcs[at]!
      if (++at === arcs.length) at = 0
      if (state[arc]! * (gain[arc]! - potential[tail[arc]!]! + potential[head[arc]!]!) <= 0) continue
      this.pivot(arc)
      settled = -1
      if (++looked % LOOK_EVERY === 0 && isLate()) return false
    }
    return true
  }

  /** The best of the arcs of a tail, or of as many tails as have a few together: the first that holds one that gains. */
  private nextGaining(from: number, until: number): number {
    const { tail, head, gain, state, isLimited } = this
    const { potential } = this.tree
    let best = NONE
    let most = 0
    let arc = this.cursor
    for (let left = until - from, enough = arc + LEAST_LOOKED; left > 0;) {
      const first = arc
      const node = tail[arc]!
      const above = potential[node]!
      do {
        const over = gain[arc]! - above + potential[head[arc]!]!
        const excess = isLimited ? state[arc]! * over : over
        if (excess > most) {
          most = excess
          best = arc
        }
        arc++
      } while (arc < until && tail[arc] === node)
      left -= arc - first
      const isEnough = arc >= enough
      if (arc === until) {
        arc = from
        enough -= until - from
      }
      if (!isEnough) continue
      if (best !== NONE) break
      enough = arc + LEAST_LOOKED
    }
    this.cursor = arc
    return best
  }

  /** Sends as much as the cycle of an arc bears, and lets the last arc that blocks it leave the tree. */
  pivot(arc: number): void {
    const { tree } = this
    const isFilling = this.state[arc] === EMPTY
    const from = isFilling ? this.tail[arc]! : this.head[arc]!
    const to = isFilling ? this.head[arc]! : this.tail[arc]!
    const by = this.excess(arc)
    const limit = this.isLimited ? this.capacity[arc]! : Infinity
    const { join, amount, side, cut } = this.blockOf(from, to, limit)
    if (amount === Infinity) throw new RangeError('the gain is unbounded: a cycle without limits')
    if (amount > 0) this.send(from, to, join, amount)
    this.pivots += 1
    if (side === 'itself') {
      this.state[arc] = -this.state[arc]!
      return
    }
    const leaving = tree.arc[cut]!
    this.state[leaving] = tree.flow[cut] === 0 ? EMPTY : FULL
    this.state[arc] = 0
    const flow = isFilling ? amount : limit - amount
    const inside = side === 'from' ? from : to
    const isUp = this.tail[arc] === inside
    tree.rehang(inside, cut, side === 'from' ? to : from, { arc, isUp, flow, limit })
    tree.shift(inside, isUp ? by : -by)
  }

  /** How much the cycle bears, and the node whose arc to its parent blocks last in the cycle's direction. */
  private blockOf(from: number, to: number, own: number) {
    const { parent, isUp, flow, limit } = this.tree
    const join = this.tree.meeting(from, to)
    let leastFrom = Infinity
    let cutFrom = NONE
    for (let node = from; node !== join; node = parent[node]!) {
      const room = isUp[node] === 1 ? flow[node]! : limit[node]! - flow[node]!
      if (room >= leastFrom) continue
      leastFrom = room
      cutFrom = node
    }
    let leastTo = Infinity
    let cutTo = NONE
    for (let node = to; node !== join; node = parent[node]!) {
      const room = isUp[node] === 1 ? limit[node]! - flow[node]! : flow[node]!
      if (room > leastTo) continue
      leastTo = room
      cutTo = node
    }
    if (cutTo !== NONE && leastTo <= leastFrom && leastTo <= own)
      return { join, amount: leastTo, side: 'to' as const, cut: cutTo }
    if (leastFrom < own) return { join, amount: leastFrom, side: 'from' as const, cut: cutFrom }
    return { join, amount: own, side: 'itself' as const, cut: NONE }
  }

  private send(from: number, to: number, join: number, amount: number): void {
    const { parent, isUp, flow } = this.tree
    for (let node = from; node !== join; node = parent[node]!)
      flow[node]! += isUp[node] === 1 ? -amount : amount
    for (let node = to; node !== join; node = parent[node]!)
      flow[node]! += isUp[node] === 1 ? amount : -amount
  }

  private grow(): void {
    const length = this.tail.length * 2
    this.tail = widened(this.tail, new Int32Array(length))
    this.head = widened(this.head, new Int32Array(length))
    this.gain = widened(this.gain, new Float64Array(length))
    this.capacity = widened(this.capacity, new Float64Array(length))
    this.state = widened(this.state, new Int8Array(length))
  }
}
