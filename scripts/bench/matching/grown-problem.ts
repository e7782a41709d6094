import type { AllocationProblem } from '~/features/matching/model/allocation/problem'

export type LotArc = { need: number; gain: number }
export type NeedArc = { lot: number; gain: number }

/** A problem to which lots and needs are added and of which capacities change, for a plan made anew of it. */
export class GrownProblem {
  private readonly lots: { id: string; capacity: number }[]
  private readonly needs: { id: string; capacity: number }[]
  private readonly added: { lot: number; need: number; gain: number }[] = []

  constructor(private readonly from: AllocationProblem) {
    this.lots = from.lots.map(({ id, capacity }) => ({ id, capacity }))
    this.needs = from.needs.map(({ id, capacity }) => ({ id, capacity }))
  }

  addLot(capacity: number, arcs: readonly LotArc[]): void {
    const lot = this.lots.length
    this.lots.push({ id: `p${lot}`, capacity })
    for (const { need, gain } of arcs) this.added.push({ lot, need, gain })
  }

  addNeed(capacity: number, arcs: readonly NeedArc[]): void {
    const need = this.needs.length
    this.needs.push({ id: `q${need}`, capacity })
    for (const { lot, gain } of arcs) this.added.push({ lot, need, gain })
  }

  capacityOf(side: 'lots' | 'needs', node: number): number {
    return this[side][node]!.capacity
  }

  resize(side: 'lots' | 'needs', node: number, capacity: number): void {
    this[side][node]!.capacity = capacity
  }

  problem(): AllocationProblem {
    const { lots, needs, added } = this
    const { lot, need, gain } = this.from.arcs
    const length = lot.length + added.length
    const arcs = {
      lot: new Int32Array(length),
      need: new Int32Array(length),
      gain: new Float64Array(length),
    }
    arcs.lot.set(lot)
    arcs.need.set(need)
    arcs.gain.set(gain)
    added.forEach((arc, index) => {
      arcs.lot[lot.length + index] = arc.lot
      arcs.need[lot.length + index] = arc.need
      arcs.gain[lot.length + index] = arc.gain
    })
    return { lots, needs, arcs }
  }
}
