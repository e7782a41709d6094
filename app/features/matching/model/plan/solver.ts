import type { Allocation, AllocationProblem } from '../allocation/problem'
import type { PairIds } from './plan-snapshot'

/** How a problem is solved where it must obey more than a division does, or in no time. */
export type Solver = {
  /** The answer when it is too late for the best one. `shown` are the pairs of the plan before. */
  divide: (problem: AllocationProblem, shown: readonly PairIds[]) => Allocation
  /** Obeys `isWhole`; null when the problem is too large for it. */
  keepWhole: (problem: AllocationProblem) => Promise<Allocation | null>
  /** Starts a clock that tells when it is too late; without, it never is. */
  startClock?: () => () => boolean
}
