import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnMarkets, scoredPairs } from '../../../../../tests/support/draw-market'
import type { AllocationProblem } from '../allocation/problem'
import { solveAllocation } from '../allocation/solve'
import { findCandidates } from './candidates'
import { PairTable } from './pair-table'
import { problemOf } from './plan-problem'
import type { PlanSnapshot } from './plan-snapshot'
import { pairsOver, pricedOut } from './price-out'

const divide = (problem: AllocationProblem) => solveAllocation(problem)

/** The same market, of one material that goes anywhere, so that what a side may have is not what it gets. */
const crowded = drawnMarkets.map((snapshot): PlanSnapshot => {
  const common = { material: 'brick', unit: 'u', massGPerUnit: 2000 } as const
  return {
    ...snapshot,
    lots: snapshot.lots.map((lot) => ({ ...lot, side: { ...lot.side, ...common } })),
    needs: snapshot.needs.map((need) => ({
      ...need,
      side: { ...need.side, ...common, radiusKm: 60, minCondition: 1, wanted: {} },
    })),
  }
})

describe('pricing pairs out', () => {
  it('reaches the optimum of every pair from one candidate a side, with a proof that holds for them all', () => {
    let grown = 0
    fc.assert(
      fc.property(crowded, (snapshot) => {
        const candidates = findCandidates(new PairTable(snapshot), 1).pairs
        const { pairs, divided, beyond } = pricedOut(new PairTable(snapshot), candidates, divide)
        const best = solveAllocation(problemOf(snapshot, scoredPairs(snapshot)))
        expect(divided.bound).toBe(best.bound)
        expect(beyond).toBe(0)
        grown += pairs.length - candidates.length
      }),
      { numRuns: 300 },
    )
    expect(grown).toBeGreaterThan(50)
  })

  it('finds every pair that gains more than its sides are worth, and a bound that no plan of all pairs passes', () => {
    fc.assert(
      fc.property(fc.oneof(drawnMarkets, crowded), fc.integer({ min: 0, max: 4 }), (snapshot, kept) => {
        const some = findCandidates(new PairTable(snapshot), kept).pairs
        const { duals, bound } = solveAllocation(problemOf(snapshot, some))
        const all = scoredPairs(snapshot)
        const { missing, beyond } = pairsOver(new PairTable(snapshot), duals)
        const isOver = ({ lot, need, perMilli }: (typeof all)[number]) =>
          perMilli > duals.lots[lot]! + duals.needs[need]!
        const inOrder = missing.sort((a, b) => a.lot - b.lot || a.need - b.need)
        expect(inOrder).toEqual(all.filter(isOver))
        expect(bound + beyond).toBeGreaterThanOrEqual(solveAllocation(problemOf(snapshot, all)).bound)
      }),
      { numRuns: 300 },
    )
  })

  it('leaves an answer that came late as it is, with what its bound lacks', () => {
    fc.assert(
      fc.property(crowded, (snapshot) => {
        const late = (problem: AllocationProblem) =>
          solveAllocation(problem, { deadlineMs: 1, clockMs: lateClock() })
        const { divided, beyond, pairs } = pricedOut(
          new PairTable(snapshot),
          findCandidates(new PairTable(snapshot), 1).pairs,
          late,
        )
        const best = solveAllocation(problemOf(snapshot, scoredPairs(snapshot)))
        expect(divided.bound + beyond).toBeGreaterThanOrEqual(best.bound)
        if (divided.method !== 'simplex')
          expect(pairs).toEqual(findCandidates(new PairTable(snapshot), 1).pairs)
      }),
      { numRuns: 100 },
    )
  })
})

function lateClock(): () => number {
  let now = 0
  return () => (now += 10)
}
