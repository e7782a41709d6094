import { dayNumber } from '~/core/days'
import type { AllocationProblem } from '../allocation/problem'
import { urgencyBonus } from '../allocation/urgency'
import type { Candidate } from './candidates'
import type { PlanSnapshot } from './plan-snapshot'

/** The problem of a snapshot: its places are those of the snapshot's lots and needs. */
export function problemOf(
  { today, lots, needs }: PlanSnapshot,
  pairs: readonly Candidate[],
): AllocationProblem {
  const daysLeft = ({ side }: { side: { window: { until: string } } }) =>
    dayNumber(side.window.until) - dayNumber(today) - 1
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
      bonus: Float64Array.from(pairs, ({ lot, need }) =>
        urgencyBonus(daysLeft(lots[lot]!), daysLeft(needs[need]!)),
      ),
    },
  }
}
