import type { AllocationArcs } from './problem'
import { NONE } from './spanning-tree'

/**
 * New numbers for lots and needs, in the order in which a walk along pairs, breadth first, comes by them: those that share
 * pairs, and all of a component, get numbers that are near each other.
 */
export function walkOrder(
  lots: number,
  needs: number,
  { lot, need }: Pick<AllocationArcs, 'lot' | 'need'>,
): { lotAt: Int32Array; needAt: Int32Array } {
  const ofLots = new Walk(lots, lot, need)
  const ofNeeds = new Walk(needs, need, lot)
  for (let first = 0; first < lots; first++) {
    ofLots.meet(first)
    for (;;) if (!ofLots.step(ofNeeds) && !ofNeeds.step(ofLots)) break
  }
  for (let rest = 0; rest < needs; rest++) ofNeeds.meet(rest)
  return { lotAt: ofLots.at, needAt: ofNeeds.at }
}

/** One side of a walk: who is paired with whom, and in what order they were met. */
class Walk {
  readonly at: Int32Array
  private readonly start: Int32Array
  private readonly partner: Int32Array
  private readonly met: Int32Array
  private count = 0
  private done = 0

  constructor(size: number, nodes: Int32Array, partners: Int32Array) {
    this.at = new Int32Array(size).fill(NONE)
    this.met = new Int32Array(size)
    this.start = new Int32Array(size + 1)
    for (const node of nodes) this.start[node + 1]! += 1
    for (let node = 0; node < size; node++) this.start[node + 1]! += this.start[node]!
    this.partner = new Int32Array(nodes.length)
    const next = this.start.slice()
    for (let arc = 0; arc < nodes.length; arc++) this.partner[next[nodes[arc]!]!++] = partners[arc]!
  }

  meet(node: number): void {
    if (this.at[node] !== NONE) return
    this.at[node] = this.count
    this.met[this.count++] = node
  }

  /** Meets the partners of the next node that was met here. @returns false when there is none */
  step(other: Walk): boolean {
    if (this.done === this.count) return false
    const node = this.met[this.done++]!
    for (let place = this.start[node]!; place < this.start[node + 1]!; place++)
      other.meet(this.partner[place]!)
    return true
  }
}
