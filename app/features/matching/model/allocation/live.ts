import { componentsOf } from './components'
import { byFalling } from './by-falling'
import { allocateGreedily } from './greedy'
import type { NetworkSimplex } from './network-simplex'
import type { AllocationProblem } from './problem'
import { NONE, ROOT, widened } from './spanning-tree'
import { layOut, runAll, startFrom } from './transport'

/** Dearer than anything that can be gained on the way: what is withdrawn is always taken first. */
const WITHDRAWN = 2 ** 40

/**
 * An optimal allocation that stays optimal as lots and needs come and go, in time proportional to what changes: only
 * arcs of nodes whose worth moved can gain, and only those are looked at. Lots and needs go by the numbers that the
 * problem gave them and those added after.
 */
export class LiveAllocation {
  private readonly simplex: NetworkSimplex
  private readonly lots: number[]
  private readonly needs: number[]
  private readonly capacities: number[]
  private readonly links: Links
  private readonly waiting: number[] = []
  private isWaiting: Uint8Array

  constructor(problem: AllocationProblem) {
    const transport = layOut(problem, componentsOf(problem))
    startFrom(problem, transport, allocateGreedily(problem, byFalling(problem.arcs.gain)))
    runAll(transport, () => false)
    const { simplex, nodeOfLot, nodeOfNeed } = transport
    this.simplex = simplex
    this.capacities = problem.lots.map(({ capacity }) => capacity)
    // A lot or a need without an arc gets its node when it gets one.
    this.lots = Array.from(nodeOfLot, (number, lot) =>
      number === ROOT ? simplex.addNode(problem.lots[lot]!.capacity, 0) : simplex.nodeOf[number]!,
    )
    this.needs = Array.from(nodeOfNeed, (number, need) => {
      const { capacity } = problem.needs[need]!
      // Nothing goes to a need that wants nothing: it has no node.
      if (capacity <= 0) return ROOT
      return number === ROOT ? simplex.addNode(-capacity, 0) : simplex.nodeOf[number]!
    })
    this.links = new Links(simplex)
    for (let arc = 0; arc < simplex.arcs; arc++) this.links.add(arc)
    this.isWaiting = new Uint8Array(simplex.tree.size)
  }

  /** A lot that comes, with what a step of it gains at each need. @returns its number */
  addLot(capacity: number, arcs: readonly { need: number; gain: number }[]): number {
    const node = this.addNode(capacity)
    for (const { need, gain } of arcs)
      if (this.needs[need] !== ROOT) this.addArc(node, this.needs[need]!, gain)
    this.capacities.push(capacity)
    this.settle(node)
    return this.lots.push(node) - 1
  }

  /** A need that comes, wanting 1 or more. @returns its number */
  addNeed(capacity: number, arcs: readonly { lot: number; gain: number }[]): number {
    const node = this.addNode(-capacity)
    for (const { lot, gain } of arcs) this.addArc(this.lots[lot]!, node, gain)
    this.settle(node)
    return this.needs.push(node) - 1
  }

  /** A lot that goes: what it gave is found elsewhere where that gains. */
  withdrawLot(lot: number): void {
    const capacity = this.capacities[lot]!
    if (capacity === 0) return
    this.capacities[lot] = 0
    const taker = this.addNode(-capacity)
    this.addArc(this.lots[lot]!, taker, WITHDRAWN)
    this.settle(taker)
  }

  /** Σ gain × quantity over what is allocated. */
  gain(): number {
    const { tree, gain } = this.simplex
    let sum = 0
    for (let node = ROOT + 1; node < tree.size; node++) {
      const worth = gain[tree.arc[node]!]!
      if (worth !== WITHDRAWN) sum += worth * tree.flow[node]!
    }
    return sum
  }

  private addNode(supply: number): number {
    const node = this.simplex.addNode(supply, 0)
    this.links.add(this.simplex.tree.arc[node]!)
    return node
  }

  private addArc(tail: number, head: number, gain: number): void {
    this.links.add(this.simplex.addArc(tail, head, gain))
  }

  private settle(node: number): void {
    this.wait(node)
    this.simplex.watching(
      // Arcs into a node gain as its potential rises, arcs out of it as it falls; no others.
      (moved, by) => {
        if (this.links.mayGain(moved, by)) this.wait(moved)
      },
      () => {
        for (let next = this.waiting.pop(); next !== undefined; next = this.waiting.pop()) {
          this.isWaiting[next] = 0
          const arc = this.links.bestOf(next)
          if (arc === NONE) continue
          this.wait(next)
          this.simplex.pivot(arc)
        }
      },
    )
  }

  private wait(node: number): void {
    if (node >= this.isWaiting.length) this.isWaiting = widened(this.isWaiting, new Uint8Array(2 * node))
    if (this.isWaiting[node]) return
    this.isWaiting[node] = 1
    this.waiting.push(node)
  }
}

/** The arcs of each node, in two linked lists: those that leave it and those that reach it. */
class Links {
  private firstOut: Int32Array
  private firstIn: Int32Array
  private nextOut: Int32Array
  private nextIn: Int32Array

  constructor(private readonly simplex: NetworkSimplex) {
    this.firstOut = new Int32Array(simplex.tree.size).fill(NONE)
    this.firstIn = new Int32Array(simplex.tree.size).fill(NONE)
    this.nextOut = new Int32Array(simplex.arcs).fill(NONE)
    this.nextIn = new Int32Array(simplex.arcs).fill(NONE)
  }

  add(arc: number): void {
    const tail = this.simplex.tail[arc]!
    const head = this.simplex.head[arc]!
    const top = Math.max(tail, head)
    if (top >= this.firstOut.length) {
      this.firstOut = widened(this.firstOut, new Int32Array(2 * top).fill(NONE))
      this.firstIn = widened(this.firstIn, new Int32Array(2 * top).fill(NONE))
    }
    if (arc >= this.nextOut.length) {
      this.nextOut = widened(this.nextOut, new Int32Array(2 * arc).fill(NONE))
      this.nextIn = widened(this.nextIn, new Int32Array(2 * arc).fill(NONE))
    }
    // The slack arcs of all nodes meet at the root, where nobody looks for them.
    if (tail !== ROOT) {
      this.nextOut[arc] = this.firstOut[tail]!
      this.firstOut[tail] = arc
    }
    if (head !== ROOT) {
      this.nextIn[arc] = this.firstIn[head]!
      this.firstIn[head] = arc
    }
  }

  /** Whether a change of its potential may make an arc of a node gain. */
  mayGain(node: number, by: number): boolean {
    return (by > 0 ? this.firstIn : this.firstOut)[node] !== NONE
  }

  /** The arc of a node that gains most by being used; `NONE` when none does. */
  bestOf(node: number): number {
    const { simplex } = this
    let best = NONE
    let most = 0
    for (const [first, next] of [
      [this.firstOut, this.nextOut],
      [this.firstIn, this.nextIn],
    ] as const) {
      for (let arc = first[node]!; arc !== NONE; arc = next[arc]!) {
        const excess = simplex.isInTree(arc) ? 0 : simplex.excess(arc)
        if (excess <= most) continue
        most = excess
        best = arc
      }
    }
    return best
  }
}
