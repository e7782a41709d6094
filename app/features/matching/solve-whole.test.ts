import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnProblems, usedOf } from '../../../tests/support/draw-problem'
import type { AllocationProblem } from './model/allocation/problem'
import { solveAllocation } from './model/allocation/solve'
import { solveWholeLots } from './solve-whole'

/** The best by trying every place of every whole lot, the others divided. */
function bestByTrying(problem: AllocationProblem): number {
  const lot = problem.lots.findIndex(({ isWhole, capacity }) => isWhole && capacity > 0)
  if (lot === -1) return solveAllocation(problem).gain
  const lots = problem.lots.map((other, index) => (index === lot ? { ...other, capacity: 0 } : other))
  const { capacity } = problem.lots[lot]!
  let best = bestByTrying({ ...problem, lots })
  problem.arcs.lot.forEach((of, arc) => {
    const to = problem.arcs.need[arc]!
    if (of !== lot || problem.needs[to]!.capacity < capacity) return
    const needs = problem.needs.map((need, index) =>
      index === to ? { ...need, capacity: need.capacity - capacity } : need,
    )
    best = Math.max(best, problem.arcs.gain[arc]! * capacity + bestByTrying({ ...problem, lots, needs }))
  })
  return best
}

describe('solveWholeLots', () => {
  it('gains as much as trying everything, with lots in one piece', { timeout: 30_000 }, async () => {
    const lot = fc.record({ capacity: fc.nat(8), isWhole: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(drawnProblems(4, lot), async (problem) => {
        const solved = await solveWholeLots(problem)
        expect(solved?.gain).toBe(bestByTrying(problem))
        expect(solved?.bound).toBe(solved?.gain)
        usedOf(solved!.parts, 'need', problem.needs.length).forEach((used, need) =>
          expect(used).toBeLessThanOrEqual(problem.needs[need]!.capacity),
        )
        problem.lots.forEach(({ isWhole, capacity }, index) => {
          if (isWhole)
            expect([0, capacity]).toContain(usedOf(solved!.parts, 'lot', problem.lots.length)[index])
        })
      }),
      { numRuns: 60 },
    )
  })

  it('keeps minimum takes', { timeout: 30_000 }, async () => {
    const lot = fc.record({ capacity: fc.nat(9), minTake: fc.nat(5) })
    await fc.assert(
      fc.asyncProperty(drawnProblems(4, lot), async (problem) => {
        const solved = await solveWholeLots(problem)
        for (const { lot: index, need, quantity } of solved!.parts) {
          const { capacity, minTake = 0 } = problem.lots[index]!
          expect(quantity).toBeGreaterThanOrEqual(Math.min(minTake, capacity, problem.needs[need]!.capacity))
        }
        // The division that takes small parts out one round at a time is never better than HiGHS.
        expect(solved!.bound).toBeGreaterThanOrEqual(solveAllocation(problem).gain)
      }),
      { numRuns: 60 },
    )
  })
})
