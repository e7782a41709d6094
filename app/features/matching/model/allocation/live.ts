import { LiveFlow } from './live-flow'
import { LiveSearch } from './live-search'
import type { AllocationProblem } from './problem'
import { solveAllocation } from './solve'

/**
 * An optimal allocation that stays optimal as lots and needs come, go and change, in time proportional to what each
 * change touches. Lots and needs go by the numbers that the problem gave them and those added after. Minimum takes and
 * bonuses are not looked at.
 */
export class LiveAllocation {
  private readonly flow: LiveFlow
  private readonly ofLots: LiveSearch
  private readonly ofNeeds: LiveSearch

  constructor({ lots, needs, arcs: { lot, need, gain } }: AllocationProblem) {
    const free = lots.map(({ id, capacity }) => ({ id, capacity }))
    const { parts, duals } = solveAllocation({ lots: free, needs, arcs: { lot, need, gain } })
    const flow = new LiveFlow(
      {
        lots: { capacities: lots.map(({ capacity }) => capacity), worths: duals.lots },
        needs: { capacities: needs.map(({ capacity }) => capacity), worths: duals.needs },
      },
      { lot, need, gain },
    )
    const keyOf = (oneLot: number, oneNeed: number) => oneLot * needs.length + oneNeed
    const carried = new Map(parts.map((part) => [keyOf(part.lot, part.need), part.quantity]))
    for (let arc = 0; arc < gain.length; arc++) {
      const quantity = carried.get(keyOf(lot[arc]!, need[arc]!))
      if (quantity === undefined) continue
      flow.carry(arc, quantity)
      flow.lots.rest[lot[arc]!]! -= quantity
      flow.needs.rest[need[arc]!]! -= quantity
    }
    this.flow = flow
    this.ofLots = new LiveSearch(flow, flow.lots)
    this.ofNeeds = new LiveSearch(flow, flow.needs)
  }

  /** A lot that comes, with what a step of it gains at each need. @returns its number */
  addLot(capacity: number, arcs: readonly { need: number; gain: number }[]): number {
    const { lots } = this.flow
    const lot = lots.addNodes(1)
    for (const { need, gain } of arcs) this.flow.addArc(lot, need, gain)
    lots.worth[lot] = this.flow.bestOffer(lots, lot)
    this.resizeLot(lot, capacity)
    return lot
  }

  /** A need that comes, with what a step of each lot gains at it. @returns its number */
  addNeed(capacity: number, arcs: readonly { lot: number; gain: number }[]): number {
    const { needs } = this.flow
    const need = needs.addNodes(1)
    for (const { lot, gain } of arcs) this.flow.addArc(lot, need, gain)
    needs.worth[need] = this.flow.bestOffer(needs, need)
    this.resizeNeed(need, capacity)
    return need
  }

  /** A lot of which there is now so much; 0 withdraws it. What it gave is found elsewhere where that gains. */
  resizeLot(lot: number, capacity: number): void {
    const { lots } = this.flow
    const { more, less } = lots.resize(lot, capacity)
    if (more > 0) this.ofLots.place(lot, more)
    if (less > 0) this.ofNeeds.takeBack(lot, less)
  }

  /** A need that now wants so much; 0 withdraws it. */
  resizeNeed(need: number, capacity: number): void {
    const { needs } = this.flow
    const { more, less } = needs.resize(need, capacity)
    if (more > 0) this.ofNeeds.place(need, more)
    if (less > 0) this.ofLots.takeBack(need, less)
  }

  /** Σ gain × quantity over what is allocated. */
  gain(): number {
    return this.flow.gain()
  }
}
