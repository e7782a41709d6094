import type { AllocationProblem } from '../allocation/problem'
import { urgenciesOf } from './objectives'
import type { PairList } from './pair-list'
import type { PairTable } from './pair-table'
import type { PlanSnapshot } from './plan-snapshot'

/** The problem of a snapshot: its places are those of the snapshot's lots and needs. */
export function problemOf(snapshot: PlanSnapshot, { lot, need, gain }: PairList): AllocationProblem {
  const urgency = urgenciesOf(snapshot)
  return {
    lots: snapshot.lots.map(({ side, isWhole, minTakeMilli }) => ({
      id: side.id,
      capacity: side.quantityMilli,
      isWhole,
      minTake: minTakeMilli,
    })),
    needs: snapshot.needs.map(({ side }) => ({ id: side.id, capacity: side.quantityMilli })),
    arcs: {
      lot,
      need,
      gain: Float64Array.from(gain, Math.abs),
      bonus: Float64Array.from(lot, (of, at) => urgency.lots[of]! + urgency.needs[need[at]!]!),
    },
  }
}

/** Pairs past which nobody is asked who must obey more than a division does. */
const MOST_PAIRS = 20_000

/** The problem of every pair but some; null when there are too many. */
export function problemOfAll(
  table: PairTable,
  isLeftOut: (lot: number, need: number) => boolean = () => false,
): AllocationProblem | null {
  const found: { lot: number; need: number; gain: number }[] = []
  for (let lot = 0; lot < table.snapshot.lots.length && found.length <= MOST_PAIRS; lot++)
    table.forEachOf(lot, (_, need, gain) => {
      if (!isLeftOut(lot, need)) found.push({ lot, need, gain })
    })
  if (found.length > MOST_PAIRS) return null
  found.sort((a, b) => a.lot - b.lot || a.need - b.need)
  return problemOf(table.snapshot, {
    lot: Int32Array.from(found, ({ lot }) => lot),
    need: Int32Array.from(found, ({ need }) => need),
    gain: Int32Array.from(found, ({ gain }) => gain),
  })
}
