import type { LiveFlow } from './live-flow'
import type { LiveSide } from './live-side'
import { NearestFirst } from './nearest-first'
import { NONE } from './spanning-tree'
import { roomFor } from './typed-arrays'

/**
 * The tree of shortest paths of a search, from its source over partners and those that hold them. It lasts while steps
 * are sent along it: what an emptied arc cuts off is hung elsewhere where that is as near, or else forgotten and reached
 * anew. Worths change only as nodes leave the tree, by how much nearer they are than the last path.
 */
export class LiveTree {
  readonly other: LiveSide
  readonly waiting = new NearestFirst()
  private ownReached: Int32Array = new Int32Array(64)
  private ownCount = 0
  private otherReached: Int32Array = new Int32Array(64)
  private otherCount = 0

  constructor(
    readonly flow: LiveFlow,
    readonly own: LiveSide,
  ) {
    this.other = flow.otherThan(own)
  }

  /** Empties it for another search. */
  begin(): void {
    this.ownCount = 0
    this.otherCount = 0
    this.waiting.clear()
  }

  /** Labels a node of the other side and those that hold it, which are as near as it is. */
  reach(node: number, via: number, distance: number): void {
    const { own, other } = this
    if (other.isLabelled[node] === 0) {
      other.isLabelled[node] = 1
      this.otherReached = roomFor(this.otherReached, this.otherCount + 1)
      this.otherReached[this.otherCount++] = node
    }
    other.distance[node] = distance
    other.via[node] = via
    for (let arc = other.firstCarrying[node]!; arc !== NONE; arc = other.nextCarrying[arc]!) {
      const holder = own.nodeOf[arc]!
      if (own.isLabelled[holder] === 0) this.label(holder, arc, distance)
    }
  }

  /** Labels an own node, to be looked at when nothing nearer waits. */
  label(node: number, via: number, distance: number): void {
    const { own } = this
    if (own.isLabelled[node] === 0) {
      own.isLabelled[node] = 1
      this.ownReached = roomFor(this.ownReached, this.ownCount + 1)
      this.ownReached[this.ownCount++] = node
    }
    own.distance[node] = distance
    own.via[node] = via
    this.wait(node, distance)
  }

  /** Lets an own node be looked at again at a distance. */
  wait(node: number, due: number): void {
    this.own.due[node] = due
    this.waiting.add(due, node)
  }

  /** Hangs what hung by emptied arcs elsewhere, as near, where it can; forgets the rest, to be reached anew. */
  cutOff(tops: readonly number[]): void {
    const { own, other } = this
    this.flow.repairs += 1
    const lostOwn: number[] = []
    const lostOther: number[] = []
    let cutOwn: number[] = []
    for (let index = tops.length - 1; index >= 0; index--) {
      own.via[tops[index]!] = CUT
      cutOwn.push(tops[index]!)
    }
    while (cutOwn.length > 0) {
      const cutOther: number[] = []
      for (const node of cutOwn) if (!this.adoptOwn(node)) this.loseOwn(node, lostOwn, cutOther)
      cutOwn = []
      for (const node of cutOther) if (!this.adoptOther(node)) this.loseOther(node, lostOther, cutOwn)
    }
    for (const node of lostOwn) {
      let arc = own.firstCarrying[node]!
      while (arc !== NONE && other.isLabelled[other.nodeOf[arc]!] === 0) arc = own.nextCarrying[arc]!
      if (arc !== NONE) this.label(node, arc, this.waiting.distance)
    }
    for (const node of lostOther) this.askAgain(node)
  }

  private adoptOwn(node: number): boolean {
    const { own, other } = this
    for (let arc = own.firstCarrying[node]!; arc !== NONE; arc = own.nextCarrying[arc]!) {
      const partner = other.nodeOf[arc]!
      if (other.isLabelled[partner] === 0 || !this.isRooted(other, partner)) continue
      own.via[node] = arc
      return true
    }
    return false
  }

  private adoptOther(node: number): boolean {
    const { own, other } = this
    const most = other.distance[node]! - other.worth[node]!
    const until = other.start[node]! + other.count[node]!
    for (let place = other.start[node]!; place < until; place++) {
      const partner = other.partner[place]!
      if (own.isLabelled[partner] === 0) continue
      if (own.distance[partner]! + own.worth[partner]! - other.gain[place]! > most) continue
      if (!this.isRooted(own, partner)) continue
      other.via[node] = other.arc[place]!
      return true
    }
    return false
  }

  private loseOwn(node: number, lost: number[], cut: number[]): void {
    const { own, other } = this
    this.settleOwn(node)
    lost.push(node)
    const until = own.start[node]! + own.count[node]!
    for (let place = own.start[node]!; place < until; place++) {
      const partner = own.partner[place]!
      if (other.isLabelled[partner] === 0 || other.via[partner] !== own.arc[place]) continue
      other.via[partner] = CUT
      cut.push(partner)
    }
  }

  private loseOther(node: number, lost: number[], cut: number[]): void {
    const { own, other } = this
    this.settleOther(node)
    lost.push(node)
    for (let arc = other.firstCarrying[node]!; arc !== NONE; arc = other.nextCarrying[arc]!) {
      const holder = own.nodeOf[arc]!
      if (own.isLabelled[holder] === 0 || own.via[holder] !== arc) continue
      own.via[holder] = CUT
      cut.push(holder)
    }
  }

  /** Whether a labelled node hangs by the source still. What does is remembered while the tree is repaired. */
  private isRooted(side: LiveSide, node: number): boolean {
    const repair = this.flow.repairs
    let at = side
    let above = node
    for (;;) {
      if (at.rootedIn[above] === repair) break
      const arc = at.via[above]!
      if (arc === CUT) return false
      if (arc === NONE) break
      at = at === this.own ? this.other : this.own
      above = at.nodeOf[arc]!
    }
    at = side
    above = node
    while (at.rootedIn[above] !== repair) {
      at.rootedIn[above] = repair
      const arc = at.via[above]!
      if (arc === NONE) break
      at = at === this.own ? this.other : this.own
      above = at.nodeOf[arc]!
    }
    return true
  }

  /** Lets the own nodes that reach a forgotten one of the other side look again in time. */
  private askAgain(node: number): void {
    const { own, other } = this
    const until = other.start[node]! + other.count[node]!
    for (let place = other.start[node]!; place < until; place++) {
      const partner = other.partner[place]!
      if (own.isLabelled[partner] === 0) continue
      const to = own.distance[partner]! + own.worth[partner]! - other.gain[place]! + other.worth[node]!
      if (own.due[partner]! > to) this.wait(partner, to)
    }
  }

  /** Lowers the worth of an own node by as much as it is nearer than the last path, and takes its label off. */
  private settleOwn(node: number): void {
    const { own } = this
    own.worth[node]! -= this.waiting.distance - own.distance[node]!
    own.isLabelled[node] = 0
  }

  /** Raises that of a node of the other side, likewise. */
  private settleOther(node: number): void {
    const { other } = this
    other.worth[node]! += this.waiting.distance - other.distance[node]!
    other.isLabelled[node] = 0
  }

  /** Settles the worths of all that is in the tree. */
  settleAll(): void {
    const { own, other } = this
    for (let index = 0; index < this.ownCount; index++) {
      const node = this.ownReached[index]!
      if (own.isLabelled[node] === 1) this.settleOwn(node)
    }
    for (let index = 0; index < this.otherCount; index++) {
      const node = this.otherReached[index]!
      if (other.isLabelled[node] === 1) this.settleOther(node)
    }
  }
}

/** In place of the arc by which a node was reached: it hangs by nothing. */
const CUT = -2
