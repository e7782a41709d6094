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
  const daysLeft = (sides: readonly { side: { window: { until: string } } }[]) =>
    sides.map(({ side }) => dayNumber(side.window.until) - dayNumber(today) - 1)
  const [lotDays, needDays] = [daysLeft(lots), daysLeft(needs)]
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
      bonus: Float64Array.from(pairs, ({ lot, need }) => urgencyBonus(lotDays[lot]!, needDays[need]!)),
    },
  }
}
