import type { LiveFlow } from './live-flow'
import type { LiveSide } from './live-side'
import { LiveTree } from './live-tree'
import { NONE } from './spanning-tree'

/**
 * Places steps of one side (`own`) along shortest augmenting paths, by Dijkstra over the worth of an arc's ends less
 * its gain, which is never negative: a node of its own may take any of its partners, a partner that is full sends away
 * what holds it, and a path ends where something is left, or where a node does without.
 * What is farther than the last path is never looked at.
 */
export class LiveSearch {
  private readonly tree: LiveTree

  constructor(
    private readonly flow: LiveFlow,
    own: LiveSide,
  ) {
    this.tree = new LiveTree(flow, own)
  }

  /** Finds the best places for steps of an own node that are neither allocated nor at rest. */
  place(node: number, amount: number): void {
    this.tree.begin()
    this.tree.label(node, NONE, 0)
    this.run(amount)
  }

  /** Takes steps back from those who hold a node of the other side, where that loses least, and places these anew. */
  takeBack(node: number, amount: number): void {
    this.tree.begin()
    this.tree.reach(node, NONE, 0)
    this.run(amount)
  }

  private run(amount: number): void {
    const { tree } = this
    const { waiting, own } = tree
    let left = amount
    while (left > 0) {
      const node = waiting.take()
      if (node === NONE) throw new RangeError('a search ended without a place for all')
      const { distance } = waiting
      if (own.isLabelled[node] === 0 || own.due[node] !== distance) continue
      const end = this.look(node, distance)
      if (end === NOTHING) continue
      left -= this.sendAll(node, end, left)
      if (own.isLabelled[node] === 1) this.tree.wait(node, distance)
    }
    tree.settleAll()
  }

  /**
   * Reaches the partners of an own node that lie within a distance, and tells when it must look again.
   * @returns a partner that has something left, `GIVE_UP` where it is as good to do without, or `NOTHING`
   */
  private look(node: number, within: number): number {
    const { own, other } = this.tree
    const { partner, gain } = own
    const base = own.distance[node]! + own.worth[node]!
    if (base <= within) return GIVE_UP
    let due = base
    const until = own.start[node]! + own.count[node]!
    for (let place = own.start[node]!; place < until; place++) {
      const reached = partner[place]!
      const to = base - gain[place]! + other.worth[reached]!
      if (to >= due || other.isLabelled[reached] === 1) continue
      if (to > within) {
        due = to
        continue
      }
      this.tree.reach(reached, own.arc[place]!, to)
      if (other.rest[reached]! > 0) return reached
    }
    this.tree.wait(node, due)
    return NOTHING
  }

  /** Sends to an end as long as there is something left there and a path to it. @returns how much, `most` at most */
  private sendAll(last: number, end: number, most: number): number {
    const { own, other } = this.tree
    let sent = this.send(last, end, most)
    while (sent < most && end !== GIVE_UP && other.rest[end]! > 0 && other.isLabelled[end] === 1)
      sent += this.send(own.nodeOf[other.via[end]!]!, end, most - sent)
    return sent
  }

  /** Sends what the path to an own node and on to its end bears, `most` at most. @returns how much that is */
  private send(last: number, end: number, most: number): number {
    const { flow } = this
    const { own, other } = this.tree
    let amount = end === GIVE_UP ? most : Math.min(most, other.rest[end]!)
    for (let node = last, arc = own.via[node]!; arc !== NONE; arc = own.via[node]!) {
      amount = Math.min(amount, flow.flow[arc]!)
      const given = other.via[other.nodeOf[arc]!]!
      if (given === NONE) break
      node = own.nodeOf[given]!
    }
    if (end === GIVE_UP) own.rest[last]! += amount
    else {
      other.rest[end]! -= amount
      flow.carry(other.via[end]!, amount)
    }
    const emptied: number[] = []
    for (let node = last, arc = own.via[node]!; arc !== NONE; arc = own.via[node]!) {
      flow.carry(arc, -amount)
      if (flow.flow[arc] === 0) emptied.push(node)
      const given = other.via[other.nodeOf[arc]!]!
      if (given === NONE) break
      flow.carry(given, amount)
      node = own.nodeOf[given]!
    }
    if (emptied.length > 0 && amount < most) this.tree.cutOff(emptied)
    return amount
  }
}

/** No end of a path: numbers that no node has. */
const NOTHING = -1
const GIVE_UP = -2
