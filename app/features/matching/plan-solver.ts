import { solveAllocation } from './model/allocation/solve'
import type { Solver } from './model/plan/solver'
import { keyOfPair } from './model/plan/plan-snapshot'
import { solveWholeLots } from './solve-whole'

/** The solver of plans, started from the plan before, that answers with what it has after a deadline. */
export function solverWithin(deadlineMs: number): Solver {
  return {
    divide: (problem, shown) =>
      solveAllocation(problem, {
        shown: new Set(shown.map(keyOfPair)),
        start: shown,
        deadlineMs,
        clockMs: () => performance.now(),
      }),
    keepWhole: solveWholeLots,
    startClock: () => {
      const startedMs = performance.now()
      return () => performance.now() - startedMs > deadlineMs
    },
  }
}
