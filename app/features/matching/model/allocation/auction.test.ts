import fc from 'fast-check'
import loadHighs from 'highs'
import { beforeAll, describe, expect, it } from 'vitest'
import { drawnProblems, shuffled, usedOf } from '../../../../../tests/support/draw-problem'
import { Auction } from './auction'
import { canonicalOf } from './canonical'
import { componentsOf } from './components'
import { lpTextOf } from './lp-text'
import type { AllocationProblem } from './problem'

let highs: Awaited<ReturnType<typeof loadHighs>>
beforeAll(async () => {
  highs = await loadHighs()
})

const NEVER = () => false

function auctionOf(problem: AllocationProblem) {
  const { problem: canonical } = canonicalOf(problem)
  return { canonical, auction: new Auction(canonical, componentsOf(canonical)) }
}

/** The gains of a problem times a number, so that the steps of the auction are small beside them. */
function finer(problem: AllocationProblem, times: number): AllocationProblem {
  return { ...problem, arcs: { ...problem.arcs, gain: problem.arcs.gain.map((gain) => gain * times) } }
}

function expectFeasible({ lots, needs, arcs }: AllocationProblem, auction: Auction): void {
  const parts = auction.parts()
  usedOf(parts, 'lot', lots.length).forEach((used, lot) =>
    expect(used).toBeLessThanOrEqual(lots[lot]!.capacity),
  )
  usedOf(parts, 'need', needs.length).forEach((used, need) =>
    expect(used).toBeLessThanOrEqual(needs[need]!.capacity),
  )
  expect(new Set(parts.map(({ arc }) => arc)).size).toBe(parts.length)
  for (const { lot, need, quantity, arc } of parts) {
    expect([lot, need]).toEqual([arcs.lot[arc], arcs.need[arc]])
    expect(Number.isInteger(quantity) && quantity >= 1).toBe(true)
  }
  expect(parts.reduce((sum, { arc, quantity }) => sum + quantity * arcs.gain[arc]!, 0)).toBe(auction.gain)
}

describe('Auction', () => {
  it('holds a feasible flow and a bound over the optimum of HiGHS at every look at the clock', () => {
    fc.assert(
      fc.property(drawnProblems(8), fc.nat(6), (problem, phases) => {
        fc.pre(problem.arcs.lot.length > 0)
        const { canonical, auction } = auctionOf(finer(problem, 1000))
        const most = highs.solve(lpTextOf(canonical, 1)!, { output_flag: false }).ObjectiveValue
        for (let phase = 0; phase <= phases; phase++) {
          auction.phase(phase === phases ? () => true : NEVER)
          expectFeasible(canonical, auction)
          expect(auction.gain).toBeLessThanOrEqual(Math.round(most))
          expect(auction.bound).toBeGreaterThanOrEqual(Math.round(most))
        }
      }),
      { numRuns: 40 },
    )
  })

  it('ends within a thousandth of its bound, and with a dual that is worth it', () => {
    fc.assert(
      fc.property(drawnProblems(9), (problem) => {
        const { canonical, auction } = auctionOf(finer(problem, 100_000))
        expect(auction.run(NEVER)).toBe(true)
        expectFeasible(canonical, auction)
        expect(auction.bound - auction.gain).toBeLessThanOrEqual(auction.bound / 1000)
        const { lots, needs, arcs } = canonical
        const { duals } = auction
        arcs.gain.forEach((gain, arc) =>
          expect(duals.lots[arcs.lot[arc]!]! + duals.needs[arcs.need[arc]!]!).toBeGreaterThanOrEqual(gain),
        )
        const worth = (sides: readonly { capacity: number }[], values: Float64Array) =>
          sides.reduce((sum, { capacity }, index) => sum + capacity * values[index]!, 0)
        if (auction.bound < Infinity && arcs.lot.length > 0)
          expect(worth(lots, duals.lots) + worth(needs, duals.needs)).toBe(auction.bound)
      }),
      { numRuns: 400 },
    )
  })

  it('finds the same whatever the order of lots, needs and arcs', () => {
    fc.assert(
      fc.property(drawnProblems(8), fc.integer(), (problem, seed) => {
        const { auction } = auctionOf(problem)
        const { auction: other } = auctionOf(shuffled(problem, seed))
        auction.run(NEVER)
        other.run(NEVER)
        expect(other.parts()).toEqual(auction.parts())
        expect(other.bound).toBe(auction.bound)
      }),
      { numRuns: 200 },
    )
  })

  it('takes gains and prices to the ends of their range', () => {
    const [gain, capacity] = [2 ** 30 - 1, 5]
    const { auction } = auctionOf({
      lots: ['a', 'b', 'c'].map((id) => ({ id, capacity })),
      needs: [{ id: 'n', capacity }],
      arcs: {
        lot: Int32Array.of(0, 1, 2),
        need: Int32Array.of(0, 0, 0),
        gain: Float64Array.of(gain, gain, gain),
      },
    })
    auction.run(NEVER)
    expect(auction.gain).toBe(gain * capacity)
    expect(auction.bound - auction.gain).toBeLessThanOrEqual(auction.bound / 1000)
  })
})
