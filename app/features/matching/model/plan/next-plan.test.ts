import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { after, drawnEvents, marketsOf } from '../../../../../tests/support/draw-events'
import { solveAllocation } from '../allocation/solve'
import { makeNextPlan, makePlan } from './make-plan'
import { gapOf } from './plan'
import type { Solver } from './solver'
import type { Standing } from './standing'

const SOLVER: Solver = {
  divide: (problem) => solveAllocation(problem),
  keepWhole: () => Promise.resolve(null),
}

const market = marketsOf({ minLength: 2, maxLength: 10 })

describe('a plan made from the one before', () => {
  it('is that made from nothing, to the byte, whatever happened since', async () => {
    let parts = 0
    await fc.assert(
      fc.asyncProperty(market, fc.array(drawnEvents, { maxLength: 6 }), async (first, events) => {
        let snapshot = first
        let standing: Standing | null = null
        for (const [number, event] of [null, ...events].entries()) {
          if (event) snapshot = after(snapshot, event, number)
          const next: Awaited<ReturnType<typeof makeNextPlan>> = await makeNextPlan(
            snapshot,
            SOLVER,
            standing,
          )
          const cold = await makePlan(snapshot, SOLVER)
          expect(JSON.stringify(next.plan)).toBe(JSON.stringify(cold))
          expect(gapOf(cold.figures)).toBeGreaterThanOrEqual(0)
          standing = next.standing
          // Where all were shown hardly any tie is left to break.
          const shown = cold.parts.filter((_, at) => (at + number) % 3 === 0)
          snapshot = { ...snapshot, shown: shown.map(({ lotId, needId }) => ({ lotId, needId })) }
          parts += cold.parts.length
        }
      }),
      { numRuns: 120 },
    )
    expect(parts).toBeGreaterThan(1000)
  }, 60_000)

  it('is made in no time when there is none, within the bound of every pair, and leaves the next to begin anew', async () => {
    await fc.assert(
      fc.asyncProperty(market, fc.boolean(), async (snapshot, isLateAfterProof) => {
        let looks = 0
        const late: Solver = {
          ...SOLVER,
          divide: (problem) => solveAllocation(problem, { deadlineMs: 1, clockMs: () => (looks += 10) }),
          startClock: () => () => !isLateAfterProof || (looks += 1) > 2,
        }
        const { plan, standing } = await makeNextPlan(snapshot, late, null)
        const best = await makePlan(snapshot, SOLVER)
        expect(plan.figures.bound).toBeGreaterThanOrEqual(best.figures.bound)
        expect(plan.figures.gain).toBeLessThanOrEqual(plan.figures.bound)
        const next = await makeNextPlan(snapshot, SOLVER, standing)
        expect(JSON.stringify(next.plan)).toBe(JSON.stringify(best))
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})
