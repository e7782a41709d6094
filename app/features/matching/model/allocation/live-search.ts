import type { LiveFlow } from './live-flow'
import { FINE, type LiveSide } from './live-side'
import { NearestFirst } from './nearest-first'
import { NONE } from './spanning-tree'

/**
 * Places steps of one side (`own`) along shortest augmenting paths, by Dijkstra over the worth of an arc's ends less
 * its gain and one of its `FINE` parts, never negative: a node of its own may take any of its partners, a partner that
 * is full sends away what holds it, and a path ends where something is left, or where a node does without.
 *
 * Nothing farther than the path is looked at, and all that is nearer is then worth as much less (partners: more) as it is
 * nearer. Worths so keep how far a place is, its arcs included, which leads the searches that follow straight to it.
 */
export class LiveSearch {
  private readonly other: LiveSide
  private readonly waiting = new NearestFirst()
  private readonly ownReached: number[] = []
  private readonly otherReached: number[] = []
  /** The nearest end found: how far, at which node, and whether that is of its own. */
  private endAt = Infinity
  private end = NONE
  private isWithout = false

  constructor(
    private readonly flow: LiveFlow,
    private readonly own: LiveSide,
  ) {
    this.other = flow.otherThan(own)
  }

  /** Finds the best places for steps of an own node that are neither allocated nor at rest. */
  place(node: number, amount: number): void {
    for (let left = amount; left > 0;) {
      this.label(node, SOURCE, 0)
      left -= this.run(left)
    }
  }

  /** Takes steps back from those who hold a node of the other side, where that loses least, and places these anew. */
  takeBack(node: number, amount: number): void {
    for (let left = amount; left > 0;) {
      this.reach(node, SOURCE, 0)
      left -= this.run(left)
    }
  }

  /** Sends what the shortest path from what is labelled bears. @returns how much, `most` at most */
  private run(most: number): number {
    const { waiting, own } = this
    for (;;) {
      const node = waiting.take()
      if (node === NONE || waiting.distance >= this.endAt) break
      if (own.due[node] === waiting.distance) this.look(node, waiting.distance)
      if (waiting.distance >= this.endAt) break
    }
    if (this.endAt === Infinity) throw new RangeError('a search ended without a place')
    const sent = this.send(most)
    this.settle()
    return sent
  }

  /** Labels an own node, to be looked at when nothing nearer waits. */
  private label(node: number, via: number, distance: number): void {
    const { own } = this
    if (distance >= this.endAt) return
    if (own.isLabelled[node] === 0) {
      own.isLabelled[node] = 1
      this.ownReached.push(node)
    } else if (own.distance[node]! <= distance) return
    own.distance[node] = distance
    own.via[node] = via
    own.due[node] = distance
    this.waiting.add(distance, node)
  }

  /** Labels a node of the other side, reached from an own one, and those that hold it. */
  private reach(node: number, via: number, distance: number): void {
    const { own, other, flow } = this
    other.isLabelled[node] = 1
    this.otherReached.push(node)
    other.distance[node] = distance
    other.via[node] = via
    const base = distance + 1 - other.worth[node]!
    for (let at = other.firstCarried[node]!; at !== NONE; at = other.nextCarried[at]!) {
      const holder = own.nodeOf[at]!
      if (holder === via) continue
      this.label(holder, at, base + FINE * flow.gainOf[at]! - own.worth[holder]!)
    }
  }

  /** Reaches the partners of an own node that lie within a distance, and tells when it must look again. */
  private look(node: number, within: number): void {
    const { own, other } = this
    const base = own.distance[node]! + own.worth[node]! + 1
    this.endsAt(base, node, true)
    if (base + own.farOf(node, other) <= within) own.bringNear(node, other, within - base)
    let due = Math.min(this.endAt, base + own.farOf(node, other))
    const { arcs, bound } = own
    const { worth, isLabelled, fallen } = other
    const from = own.arcsFrom(node)
    const until = own.nearUntil(node)
    let inVain = 0
    let at = from
    for (; at < until && base + bound[at / 2]! - fallen < due; at += 2) {
      const partner = arcs[at]!
      const to = base - arcs[at + 1]! * FINE + worth[partner]!
      if (to >= due) {
        inVain++
        continue
      }
      if (isLabelled[partner] === 1) continue
      if (to > within) {
        due = to
        continue
      }
      this.reach(partner, node, to)
      if (other.rest[partner]! > 0) this.endsAt(to + 1 - worth[partner]!, partner, false)
      if (this.endAt <= within) return
    }
    if (inVain > MOST_IN_VAIN) own.sortUntil(node, other, at)
    if (due >= this.endAt) return
    own.due[node] = due
    this.waiting.add(due, node)
  }

  private endsAt(distance: number, node: number, isWithout: boolean): void {
    if (distance >= this.endAt) return
    this.endAt = distance
    this.end = node
    this.isWithout = isWithout
  }

  /** Sends what the path to the end bears, `most` at most. @returns how much that is */
  private send(most: number): number {
    const { flow, own, other, end, isWithout } = this
    let amount = isWithout ? most : Math.min(most, other.rest[end]!)
    const last = isWithout ? end : other.via[end]!
    for (let node = last, at = own.via[node]!; at !== SOURCE; at = own.via[node]!) {
      amount = Math.min(amount, flow.quantity[at]!)
      node = other.via[other.nodeOf[at]!]!
      if (node === SOURCE) break
    }
    if (isWithout) own.rest[end]! += amount
    else {
      other.rest[end]! -= amount
      this.give(last, end, amount)
    }
    for (let node = last, at = own.via[node]!; at !== SOURCE; at = own.via[node]!) {
      const before = other.nodeOf[at]!
      flow.carry(at, -amount)
      node = other.via[before]!
      if (node === SOURCE) break
      this.give(node, before, amount)
    }
    return amount
  }

  private give(node: number, partner: number, amount: number): void {
    const { flow, own } = this
    const [lot, need] = own === flow.lots ? [node, partner] : [partner, node]
    flow.carry(flow.between(lot, need), amount)
  }

  /** Brings worths up to the path that was found, and takes all labels off. */
  private settle(): void {
    const { own, other, endAt } = this
    this.flow.letFall(own, endAt)
    for (const node of this.ownReached) {
      own.isLabelled[node] = 0
      if (own.distance[node]! < endAt) own.worth[node]! -= endAt - own.distance[node]!
    }
    for (const node of this.otherReached) {
      other.isLabelled[node] = 0
      if (other.distance[node]! < endAt) other.worth[node]! += endAt - other.distance[node]!
    }
    this.ownReached.length = 0
    this.otherReached.length = 0
    this.waiting.clear()
    this.endAt = Infinity
  }
}

/** Arcs of a node that a look may pass in vain before it puts them in order. */
const MOST_IN_VAIN = 4

/** In place of what a node was reached by: the search began there. */
const SOURCE = -2
