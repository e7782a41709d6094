import { allocateGreedily } from './greedy'
import { NetworkSimplex } from './network-simplex'
import type { AllocationPart } from './problem'
import { ROOT } from './spanning-tree'
import { breakTies, pairHash } from './tie-order'
import { startFrom } from './transport'
import { treeParts, type TreeLinks } from './tree-links'

/** A lot or a need by its number, with the hash that breaks ties. */
export type FlowSide = { capacity: number; hash: number }

const SLACK = -1

/**
 * Who gives what to whom when pairs come one after the other: a network simplex to which arcs are added, that goes on
 * from where it stands. Where no arc gains any more it is the best of the pairs that it was given, and its worths tell
 * of every other whether it would gain.
 */
export class ColumnFlow {
  private readonly simplex: NetworkSimplex
  /** Lot and need of each arc; `SLACK` for slack. */
  private lotOf: Int32Array
  private needOf: Int32Array
  private readonly firstArc: number
  /** Worths by preference where ties were broken last, by node. */
  private tieWorths: Float64Array | null = null

  /** @param arcs about as many pairs as will be added */
  constructor(
    private readonly lots: readonly FlowSide[],
    private readonly needs: readonly FlowSide[],
    arcs: number,
  ) {
    this.simplex = new NetworkSimplex(lots.length + needs.length, arcs)
    for (const { capacity } of lots) this.simplex.addNode(capacity, 0)
    for (const { capacity } of needs) this.simplex.addNode(-capacity, 0)
    this.firstArc = this.simplex.arcs
    this.lotOf = new Int32Array(this.firstArc + arcs).fill(SLACK)
    this.needOf = new Int32Array(this.firstArc + arcs).fill(SLACK)
  }

  /** Pairs that were added. */
  get pairs(): number {
    return this.simplex.arcs - this.firstArc
  }

  /** A pair that carries nothing yet. Those of one lot are looked at together when they are added together. */
  add(lot: number, need: number, gain: number): void {
    const { simplex } = this
    const arc = simplex.addArc(this.nodeOfLot(lot), this.nodeOfNeed(need), gain)
    if (arc >= this.lotOf.length) {
      this.lotOf = longer(this.lotOf)
      this.needOf = longer(this.needOf)
    }
    this.lotOf[arc] = lot
    this.needOf[arc] = need
  }

  /** Begins from greed, the greatest gain first, and where a tree is known from what it still tells. Only once, before any pivot. */
  begin(turns: Int32Array, links: TreeLinks | null): void {
    const { lots, needs, firstArc } = this
    const arcs = {
      lot: this.lotOf.subarray(firstArc, firstArc + this.pairs),
      need: this.needOf.subarray(firstArc, firstArc + this.pairs),
      gain: this.simplex.gain.subarray(firstArc, firstArc + this.pairs),
    }
    const problem = { lots: lots as never, needs: needs as never, arcs }
    const parts = links ? treeParts(problem, links, turns) : allocateGreedily(problem, turns)
    startFrom(problem, this.layout(), parts)
  }

  private layout() {
    const { lots, needs, firstArc } = this
    return {
      simplex: this.simplex,
      nodeOfLot: Int32Array.from(lots, (_, lot) => this.nodeOfLot(lot)),
      nodeOfNeed: Int32Array.from(needs, (_, need) => this.nodeOfNeed(need)),
      arcInside: Int32Array.from({ length: this.pairs }, (_, arc) => firstArc + arc),
    }
  }

  /** Pivots until no pair gains. @returns false when `isLate` said so first */
  run(isLate: () => boolean): boolean {
    const { simplex } = this
    this.tieWorths = null
    return simplex.run(0, simplex.arcs, isLate, { from: ROOT + 1, until: simplex.tree.size })
  }

  /** Of all that gain as much, the one of the greatest sum of pairs' hashes. */
  breakTies(isLate: () => boolean): void {
    const { lots, needs, lotOf, needOf } = this
    this.tieWorths = breakTies(
      this.simplex,
      (arc) =>
        (lotOf[arc] ?? SLACK) === SLACK ? 0 : pairHash(lots[lotOf[arc]!]!.hash, needs[needOf[arc]!]!.hash),
      isLate,
    )
  }

  /** What pairs gain from now on. */
  regain(gainOf: (lot: number, need: number, gain: number) => number): void {
    const { simplex, lotOf, needOf } = this
    for (let arc = this.firstArc; arc < simplex.arcs; arc++)
      simplex.gain[arc] = gainOf(lotOf[arc]!, needOf[arc]!, simplex.gain[arc]!)
    simplex.measure()
  }

  /** Every pair that was added. */
  forEachPair(visit: (lot: number, need: number) => void): void {
    for (let arc = this.firstArc; arc < this.simplex.arcs; arc++) visit(this.lotOf[arc]!, this.needOf[arc]!)
  }

  /** What a step of each lot and of each need is worth, and, where ties were broken, what by preference. */
  worths(): { lots: Float64Array; needs: Float64Array } {
    return this.worthsOf(this.simplex.tree.potential)
  }

  tiesWorths(): { lots: Float64Array; needs: Float64Array } | null {
    return this.tieWorths && this.worthsOf(this.tieWorths)
  }

  private worthsOf(potential: Float64Array) {
    return {
      lots: Float64Array.from(this.lots, (_, lot) => potential[this.nodeOfLot(lot)]!),
      needs: Float64Array.from(this.needs, (_, need) => -potential[this.nodeOfNeed(need)]!),
    }
  }

  /** What goes where, by lot, then need. */
  parts(): AllocationPart[] {
    const { tree } = this.simplex
    const parts: AllocationPart[] = []
    for (let node = ROOT + 1; node < tree.size; node++) {
      const arc = tree.arc[node]!
      const lot = this.lotOf[arc] ?? SLACK
      if (lot !== SLACK && tree.flow[node]! > 0)
        parts.push({ lot, need: this.needOf[arc]!, quantity: tree.flow[node]! })
    }
    return parts.sort((a, b) => a.lot - b.lot || a.need - b.need)
  }

  /** How the tree hangs together. */
  links(): TreeLinks {
    const { lots, needs, simplex } = this
    const parentOf = (number: number) => simplex.parentOf(number) - 1
    return {
      ofLots: Int32Array.from(lots, (_, lot) => Math.max(-1, parentOf(lot + 1) - lots.length)),
      ofNeeds: Int32Array.from(needs, (_, need) => parentOf(lots.length + need + 1)),
    }
  }

  private nodeOfLot(lot: number): number {
    return this.simplex.nodeOf[lot + 1]!
  }

  private nodeOfNeed(need: number): number {
    return this.simplex.nodeOf[this.lots.length + need + 1]!
  }
}

function longer(numbers: Int32Array): Int32Array {
  const made = new Int32Array(2 * numbers.length + 1).fill(SLACK)
  made.set(numbers)
  return made
}
