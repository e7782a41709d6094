import { widened } from './typed-arrays'

/** The node that every tree hangs from; others count from 1. */
export const ROOT = 0
export const NONE = -1

/** An arc of a tree: whether it points to the parent, its flow and the most it may carry. */
export type TreeArc = { arc: number; isUp: boolean; flow: number; limit: number }

/**
 * A rooted spanning tree with the flow and potential of each node, in growing typed arrays. `arc` joins a node to its
 * parent; `isUp` when it points to the parent.
 *
 * Nodes stand in one ring in which every subtree is a run, parents before children: `next` and `previous` of each, and
 * the `last` of its subtree. A whole subtree is then walked along one array, and hung elsewhere in time proportional to
 * the path that turns round.
 */
export class SpanningTree {
  parent: Int32Array
  arc: Int32Array
  isUp: Uint8Array
  flow: Float64Array
  /** Most that the arc of each node may carry: beside the flow, since reading it by arc misses every cache. */
  limit: Float64Array
  potential: Float64Array
  private next: Int32Array
  private previous: Int32Array
  private last: Int32Array
  private seen: Int32Array
  private walk = 0
  /** Nodes, the root included. */
  size = 1

  constructor(capacity: number) {
    const length = capacity + 1
    this.parent = new Int32Array(length)
    this.parent[ROOT] = NONE
    this.arc = new Int32Array(length).fill(NONE)
    this.isUp = new Uint8Array(length)
    this.flow = new Float64Array(length)
    this.limit = new Float64Array(length).fill(Infinity)
    this.potential = new Float64Array(length)
    this.next = new Int32Array(length)
    this.previous = new Int32Array(length)
    this.last = new Int32Array(length)
    this.seen = new Int32Array(length)
  }

  /** A node under the root, at potential 0. */
  addNode(arc: number, isUp: boolean, flow: number): number {
    if (this.size === this.parent.length) this.grow()
    const node = this.size++
    this.last[node] = node
    this.join(node, ROOT, arc, isUp ? 1 : 0, flow, Infinity)
    this.insertAfter(ROOT, node, node)
    return node
  }

  /** The node where the ways of two nodes to the root meet. */
  meeting(one: number, other: number): number {
    const { parent, seen } = this
    const mark = ++this.walk
    let a = one
    let b = other
    for (;;) {
      if (a !== NONE) {
        if (seen[a] === mark) return a
        seen[a] = mark
        a = parent[a]!
      }
      if (b !== NONE) {
        if (seen[b] === mark) return b
        seen[b] = mark
        b = parent[b]!
      }
    }
  }

  /**
   * Cuts the subtree of `cut` off and hangs it by `node`, one of its nodes, under `parent`.
   * @param by the arc that joins them, with its flow and the most it may carry
   */
  rehang(node: number, cut: number, parent: number, by: TreeArc): void {
    this.takeOut(cut)
    const end = this.turnRound(node, cut)
    this.turnPath(node, cut, parent, by)
    this.insertAfter(parent, node, end)
  }

  /**
   * Adds to the potential of a whole subtree. Walks its run from both ends: each step waits for the one before it to be
   * read from memory, and two walks wait together.
   */
  shift(top: number, by: number): void {
    const { potential, next, previous } = this
    let front = top
    let back = this.last[top]!
    for (;;) {
      potential[front]! += by
      if (front === back) return
      potential[back]! += by
      front = next[front]!
      if (front === back) return
      back = previous[back]!
    }
  }

  /** Sets the potentials of everything below the root from the gains of the tree's arcs. */
  measure(gain: Float64Array): void {
    const { parent, potential, next, isUp, arc } = this
    potential[ROOT] = 0
    for (let node = next[ROOT]!; node !== ROOT; node = next[node]!) {
      const worth = gain[arc[node]!]!
      const above = potential[parent[node]!]!
      potential[node] = isUp[node] === 1 ? above + worth : above - worth
    }
  }

  /**
   * Numbers the nodes of a range anew in the order of the ring, so that walking a subtree reads memory in its order.
   * The range must hold whole trees under the root; it comes first in the ring then, so that the next time no more of
   * the ring is walked.
   * @returns the new number of each node of the range, less `from`
   */
  renumber(from: number, until: number): Int32Array {
    const order = this.bringForward(from, until)
    const place = new Int32Array(until - from)
    for (let index = 0; index < order.length; index++) place[order[index]! - from] = index
    for (const links of [this.last, this.parent]) {
      const before = links.slice(from, until)
      for (let index = 0; index < order.length; index++) {
        const link = before[order[index]! - from]!
        links[from + index] = link === ROOT ? ROOT : from + place[link - from]!
      }
    }
    for (const values of [this.arc, this.isUp, this.flow, this.limit, this.potential]) {
      const before = values.slice(from, until)
      for (let index = 0; index < order.length; index++) values[from + index] = before[order[index]! - from]!
    }
    return place
  }

  /**
   * Puts the nodes of a range first in the ring, whatever stood there in its order behind them.
   * @returns their order until now, which is that of their numbers in the ring from now on
   */
  private bringForward(from: number, until: number): Int32Array {
    const { next, previous } = this
    const order = new Int32Array(until - from)
    let count = 0
    let first = ROOT
    let end = ROOT
    let node = next[ROOT]!
    for (; count < order.length; node = next[node]!) {
      if (node >= from && node < until) order[count++] = node
      else {
        if (first === ROOT) first = node
        else next[end] = node
        previous[node] = end
        end = node
      }
    }
    // What is left of the ring follows as it is.
    if (first === ROOT) first = node
    else next[end] = node
    previous[node] = first === node ? until - 1 : end
    for (let inside = from; inside < until; inside++) {
      next[inside] = inside + 1
      previous[inside] = inside - 1
    }
    next[ROOT] = from
    previous[from] = ROOT
    next[until - 1] = first
    previous[first] = until - 1
    return order
  }

  private join(node: number, parent: number, arc: number, isUp: number, flow: number, limit: number): void {
    this.parent[node] = parent
    this.arc[node] = arc
    this.isUp[node] = isUp
    this.flow[node] = flow
    this.limit[node] = limit
  }

  /** Puts a run of nodes, a subtree, right behind its parent in the ring. */
  private insertAfter(parent: number, first: number, end: number): void {
    const { next, previous, last } = this
    const behind = next[parent]!
    next[parent] = first
    previous[first] = parent
    next[end] = behind
    previous[behind] = end
    for (let node = parent; node > ROOT && last[node] === parent; node = this.parent[node]!) last[node] = end
  }

  private takeOut(top: number): void {
    const { next, previous, last } = this
    const end = last[top]!
    const before = previous[top]!
    const behind = next[end]!
    next[before] = behind
    previous[behind] = before
    next[end] = NONE
    for (let node = this.parent[top]!; node > ROOT && last[node] === end; node = this.parent[node]!)
      last[node] = before
  }

  /**
   * Orders the run of a subtree that was taken out as seen from `node`: its own run first, then what is left of the
   * run of each ancestor up to `cut`.
   * @returns the end of the run
   */
  private turnRound(node: number, cut: number): number {
    const { next, previous, last, parent } = this
    let end = last[node]!
    // What was moved last stood between these two, up to `goneEnd`.
    let goneEnd = end
    let before = previous[node]!
    let behind = next[goneEnd]!
    for (let child = node; child !== cut; child = parent[child]!) {
      const above = parent[child]!
      const aboveEnd = last[above]!
      const restEnd = aboveEnd === goneEnd ? before : aboveEnd
      next[before] = behind
      if (behind !== NONE) previous[behind] = before
      before = previous[above]!
      behind = next[restEnd]!
      goneEnd = aboveEnd
      next[end] = above
      previous[above] = end
      end = restEnd
    }
    for (let child = node; ; child = parent[child]!) {
      last[child] = end
      if (child === cut) return end
    }
  }

  /** Turns the path from `node` up to `cut` round, so that it hangs by `node`. */
  private turnPath(node: number, cut: number, parent: number, by: TreeArc): void {
    let child = node
    let newParent = parent
    let newArc = by.arc
    let newUp = by.isUp ? 1 : 0
    let newFlow = by.flow
    let newLimit = by.limit
    for (;;) {
      const oldParent = this.parent[child]!
      const oldArc = this.arc[child]!
      const oldUp = this.isUp[child]!
      const oldFlow = this.flow[child]!
      const oldLimit = this.limit[child]!
      this.join(child, newParent, newArc, newUp, newFlow, newLimit)
      if (child === cut) return
      newParent = child
      newArc = oldArc
      newUp = 1 - oldUp
      newFlow = oldFlow
      newLimit = oldLimit
      child = oldParent
    }
  }

  private grow(): void {
    const length = this.parent.length * 2
    this.parent = widened(this.parent, new Int32Array(length))
    this.arc = widened(this.arc, new Int32Array(length))
    this.isUp = widened(this.isUp, new Uint8Array(length))
    this.flow = widened(this.flow, new Float64Array(length))
    this.limit = widened(this.limit, new Float64Array(length))
    this.potential = widened(this.potential, new Float64Array(length))
    this.next = widened(this.next, new Int32Array(length))
    this.previous = widened(this.previous, new Int32Array(length))
    this.last = widened(this.last, new Int32Array(length))
    this.seen = widened(this.seen, new Int32Array(length))
  }
}
