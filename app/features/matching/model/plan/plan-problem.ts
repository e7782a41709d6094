import type { AllocationProblem } from '../allocation/problem'
import type { Candidate } from './candidates'
import type { PlanSnapshot } from './plan-snapshot'

/** The problem of a snapshot: its places are those of the snapshot's lots and needs. */
export function problemOf({ lots, needs }: PlanSnapshot, pairs: readonly Candidate[]): AllocationProblem {
  return {
    lots: lots.map(({ side, isWhole, minTakeMilli }) => ({
      id: side.id,
      capacity: side.quantityMilli,
      isWhole,
      minTake: minTakeMilli,
    })),
    needs: needs.map(({ side }) => ({ id: side.id, capacity: side.quantityMilli })),
    arcs: {
      lot: Int32Array.from(pairs, ({ lot }) => lot),
      need: Int32Array.from(pairs, ({ need }) => need),
      gain: Float64Array.from(pairs, ({ perMilli }) => perMilli),
    },
  }
}
