import type { LiveFlow } from './live-flow'
import { LiveSearch } from './live-search'
import { FINE, type LiveSide } from './live-side'
import { measurePlaces, startLive } from './live-start'
import type { Allocation, AllocationProblem } from './problem'
import { solveAllocation } from './solve'

/**
 * An optimal allocation that stays optimal as lots and needs come, go and change, in time proportional to what each
 * change touches. Lots and needs go by the numbers that the problem gave them and those added after. Minimum takes and
 * bonuses are not looked at.
 */
export class LiveAllocation {
  /** What is allocated and what all are worth, for reading. */
  readonly flow: LiveFlow
  private readonly lotAt: Int32Array
  private readonly needAt: Int32Array
  private readonly ofLots: LiveSearch
  private readonly ofNeeds: LiveSearch

  /** @param solved the optimum of the problem without minimum takes and bonuses, where it is known already */
  constructor(problem: AllocationProblem, solved?: Pick<Allocation, 'parts' | 'duals'>) {
    const { flow, lotAt, needAt } = startLive(problem, solved ?? solveFreely(problem))
    this.flow = flow
    this.lotAt = lotAt
    this.needAt = needAt
    this.ofLots = new LiveSearch(flow, flow.lots)
    this.ofNeeds = new LiveSearch(flow, flow.needs)
  }

  /** A lot that comes, with what a step of it gains at each need. @returns its number */
  addLot(capacity: number, arcs: readonly { need: number; gain: number }[]): number {
    const { lots, needs } = this.flow
    const lot = lots.addNodes(1)
    const pairs = arcs.map(({ need, gain }) => ({ partner: inside(this.needAt, need), gain }))
    lots.worth[lot] = bestOffer(needs, pairs)
    for (const { partner, gain } of pairs) this.flow.addArc(lot, partner, gain)
    this.resizeLot(lot, capacity)
    return lot
  }

  /** A need that comes, with what a step of each lot gains at it. @returns its number */
  addNeed(capacity: number, arcs: readonly { lot: number; gain: number }[]): number {
    const { lots, needs } = this.flow
    const need = needs.addNodes(1)
    const pairs = arcs.map(({ lot, gain }) => ({ partner: inside(this.lotAt, lot), gain }))
    needs.worth[need] = bestOffer(lots, pairs)
    for (const { partner, gain } of pairs) this.flow.addArc(partner, need, gain)
    this.resizeNeed(need, capacity)
    return need
  }

  /** A lot of which there is now so much; 0 withdraws it. What it gave is found elsewhere where that gains. */
  resizeLot(lot: number, capacity: number): void {
    const node = inside(this.lotAt, lot)
    const { more, less } = this.flow.lots.resize(node, capacity)
    if (more > 0) this.ofLots.place(node, more)
    if (less > 0) this.ofNeeds.takeBack(node, less)
  }

  /** A need that now wants so much; 0 withdraws it. */
  resizeNeed(need: number, capacity: number): void {
    const node = inside(this.needAt, need)
    const { more, less } = this.flow.needs.resize(node, capacity)
    if (more > 0) this.ofNeeds.place(node, more)
    if (less > 0) this.ofLots.takeBack(node, less)
  }

  /**
   * Measures anew how far the nearest place of each lot is, in time proportional to the whole, and makes room for arcs to
   * come. Nothing depends on it, but lots that come after are placed sooner: for quiet moments.
   */
  measure(): void {
    this.flow.lots.spare()
    this.flow.needs.spare()
    measurePlaces(this.flow)
  }

  /** Σ gain × quantity over what is allocated. */
  gain(): number {
    return this.flow.gain()
  }
}

function solveFreely({ lots, needs, arcs: { lot, need, gain } }: AllocationProblem): Allocation {
  const free = lots.map(({ id, capacity }) => ({ id, capacity }))
  return solveAllocation({ lots: free, needs, arcs: { lot, need, gain } })
}

/** The number inside of a node: those that came later keep the one they were given. */
function inside(at: Int32Array, node: number): number {
  return node < at.length ? at[node]! : node
}

/** The least that a node with these pairs may be worth. */
function bestOffer({ worth }: LiveSide, pairs: readonly { partner: number; gain: number }[]): number {
  return pairs.reduce((best, { partner, gain }) => Math.max(best, gain * FINE - 1 - worth[partner]!), -1)
}
