import fc from 'fast-check'
import loadHighs from 'highs'
import { beforeAll, describe, expect, it } from 'vitest'
import { seededRandom } from '../../../../../scripts/train/random'
import { drawnProblems, shuffled, usedOf } from '../../../../../tests/support/draw-problem'
import { allocateGreedily, filledUp } from './greedy'
import { lpTextOf } from './lp-text'
import type { Allocation, AllocationPart, AllocationProblem } from './problem'
import { pairKey, solveAllocation } from './solve'
import { urgencyBonus } from './urgency'

let highs: Awaited<ReturnType<typeof loadHighs>>
beforeAll(async () => {
  highs = await loadHighs()
})

/** Parts by the ids of their lot and need. */
function named({ lots, needs }: AllocationProblem, { parts }: Allocation) {
  return parts
    .map(({ lot, need, quantity }) => ({ pair: pairKey(lots[lot]!.id, needs[need]!.id), quantity }))
    .sort((a, b) => (a.pair < b.pair ? -1 : 1))
}

function expectFeasible({ lots, needs }: AllocationProblem, { parts }: Allocation): void {
  usedOf(parts, 'lot', lots.length).forEach((used, lot) =>
    expect(used).toBeLessThanOrEqual(lots[lot]!.capacity),
  )
  usedOf(parts, 'need', needs.length).forEach((used, need) =>
    expect(used).toBeLessThanOrEqual(needs[need]!.capacity),
  )
  for (const { quantity } of parts) expect(Number.isInteger(quantity) && quantity >= 1).toBe(true)
}

describe('solveAllocation', () => {
  it('reaches its bound in whole steps, within what lots have and needs want', () => {
    fc.assert(
      fc.property(drawnProblems(8), (problem) => {
        const solved = solveAllocation(problem)
        expect(solved.method).toBe('simplex')
        expect(solved.gain).toBe(solved.bound)
        expectFeasible(problem, solved)
      }),
      { numRuns: 1500 },
    )
  })

  it('reaches its bound in components large enough to be numbered anew, whose lots and needs come mixed', () => {
    const random = seededRandom(3)
    const size = 1800
    const capacity = () => 1 + Math.floor(20 * random())
    const sides = (letter: string) =>
      Array.from({ length: size }, (_, index) => ({ id: letter + index, capacity: capacity() }))
    const pairs = new Set<number>()
    for (let lot = 0; lot < size; lot++)
      for (let drawn = 0; drawn < 8; drawn++) {
        // Two components by parity, and pairs of their own among the last.
        const need = 2 * Math.floor((random() * size) / 2) + (lot % 2)
        pairs.add(lot * size + (lot < size - 100 ? Math.min(need, size - 102 + (lot % 2)) : lot))
      }
    const keys = [...pairs]
    const problem: AllocationProblem = {
      lots: sides('l'),
      needs: sides('n'),
      arcs: {
        lot: Int32Array.from(keys, (key) => Math.floor(key / size)),
        need: Int32Array.from(keys, (key) => key % size),
        gain: Float64Array.from(keys, () => 1 + Math.floor(50 * random())),
      },
    }
    const solved = solveAllocation(problem)
    expect(solved.gain).toBe(solved.bound)
    expectFeasible(problem, solved)
    const turned: AllocationProblem = {
      lots: problem.lots.toReversed(),
      needs: problem.needs,
      arcs: { ...problem.arcs, lot: problem.arcs.lot.map((lot) => size - 1 - lot) },
    }
    expect(named(turned, solveAllocation(turned))).toEqual(named(problem, solved))
  })

  it('gives duals that no arc beats and that are worth the bound', () => {
    fc.assert(
      fc.property(drawnProblems(6), (problem) => {
        const { duals, bound } = solveAllocation(problem)
        const { lots, needs, arcs } = problem
        arcs.gain.forEach((gain, arc) =>
          expect(duals.lots[arcs.lot[arc]!]! + duals.needs[arcs.need[arc]!]!).toBeGreaterThanOrEqual(gain),
        )
        const worth = (sides: readonly { capacity: number }[], values: Float64Array) =>
          sides.reduce((sum, { capacity }, index) => sum + capacity * values[index]!, 0)
        expect(worth(lots, duals.lots) + worth(needs, duals.needs)).toBe(bound)
      }),
    )
  })

  it('gains what a linear program of HiGHS does', () => {
    fc.assert(
      fc.property(drawnProblems(10), (problem) => {
        fc.pre(problem.arcs.lot.length > 0)
        const { ObjectiveValue } = highs.solve(lpTextOf(problem, 1)!, { output_flag: false })
        expect(solveAllocation(problem).gain).toBe(Math.round(ObjectiveValue))
      }),
      { numRuns: 60 },
    )
  })

  it('answers the same whatever the order of lots, needs and arcs', () => {
    fc.assert(
      fc.property(drawnProblems(8), fc.integer(), (problem, seed) => {
        const other = shuffled(problem, seed)
        expect(named(other, solveAllocation(other))).toEqual(named(problem, solveAllocation(problem)))
      }),
      { numRuns: 400 },
    )
  })

  it('answers the same from wherever it starts', () => {
    fc.assert(
      fc.property(drawnProblems(7), fc.func(fc.boolean()), (problem, isKept) => {
        const start = problem.lots.flatMap(({ id: lotId }) =>
          problem.needs.map(({ id: needId }) => ({ lotId, needId })).filter((pair) => isKept(pair)),
        )
        expect(solveAllocation(problem, { start })).toEqual(solveAllocation(problem))
      }),
      { numRuns: 400 },
    )
  })

  it('keeps a pair that is shown unless another gains over half a percent more', () => {
    const problem = (second: number): AllocationProblem => ({
      lots: [{ id: 'l', capacity: 10 }],
      needs: [
        { id: 'n1', capacity: 10 },
        { id: 'n2', capacity: 10 },
      ],
      arcs: { lot: Int32Array.of(0, 0), need: Int32Array.of(0, 1), gain: Float64Array.of(1000, second) },
    })
    const shown = new Set([pairKey('l', 'n1')])
    expect(solveAllocation(problem(1004), { shown }).parts).toEqual([{ lot: 0, need: 0, quantity: 10 }])
    expect(solveAllocation(problem(1004), { shown })).toMatchObject({ gain: 10_000, bound: 10_040 })
    expect(solveAllocation(problem(1006), { shown }).parts).toEqual([{ lot: 0, need: 1, quantity: 10 }])
  })

  it('prefers what cannot wait, and tells what that costs', () => {
    const problem: AllocationProblem = {
      lots: [{ id: 'l', capacity: 10 }],
      needs: [
        { id: 'n1', capacity: 10 },
        { id: 'n2', capacity: 10 },
      ],
      arcs: {
        lot: Int32Array.of(0, 0),
        need: Int32Array.of(0, 1),
        gain: Float64Array.of(1000, 1050),
        bonus: Float64Array.of(urgencyBonus(90, 0), urgencyBonus(90, 60)),
      },
    }
    expect(urgencyBonus(0, 0)).toBe(200)
    expect(urgencyBonus(28, 0)).toBe(137)
    expect(solveAllocation(problem)).toMatchObject({
      parts: [{ lot: 0, need: 0, quantity: 10 }],
      gain: 10_000,
      bound: 10_500,
    })
  })

  it('takes nothing smaller than a lot gives at least, and never gains more than its bound', () => {
    const lot = fc.record({ capacity: fc.nat(12), minTake: fc.nat(6) })
    fc.assert(
      fc.property(drawnProblems(6, lot), (problem) => {
        const solved = solveAllocation(problem)
        expectFeasible(problem, solved)
        expect(solved.bound).toBeGreaterThanOrEqual(solved.gain)
        for (const { lot, need, quantity } of solved.parts) {
          const { capacity, minTake = 0 } = problem.lots[lot]!
          expect(quantity).toBeGreaterThanOrEqual(Math.min(minTake, capacity, problem.needs[need]!.capacity))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('allocates again what parts carried that are smaller than their lot gives', () => {
    // Free, `a` gives 2 to `m`, where `b` leaves them, and 5 to `n`; as it gives 5 at least, all 7 go to `n`.
    const problem: AllocationProblem = {
      lots: [
        { id: 'a', capacity: 7, minTake: 5 },
        { id: 'b', capacity: 8 },
      ],
      needs: [
        { id: 'm', capacity: 10 },
        { id: 'n', capacity: 7 },
      ],
      arcs: { lot: Int32Array.of(0, 0, 1), need: Int32Array.of(0, 1, 0), gain: Float64Array.of(9, 8, 10) },
    }
    expect(solveAllocation(problem)).toMatchObject({
      parts: [
        { lot: 0, need: 1, quantity: 7 },
        { lot: 1, need: 0, quantity: 8 },
      ],
      gain: 136,
      bound: 138,
    })
  })

  it('answers at any deadline with what it has, and a bound that still holds', () => {
    fc.assert(
      fc.property(drawnProblems(8), fc.nat(40), (problem, deadlineMs) => {
        let now = 0
        const late = solveAllocation(problem, { deadlineMs, clockMs: () => (now += 1) })
        expectFeasible(problem, late)
        expect(late.gain).toBe(
          late.parts.reduce((sum, part) => sum + part.quantity * gainBetween(problem, part), 0),
        )
        expect(late.gain).toBeLessThanOrEqual(late.bound)
        expect(late.bound).toBeGreaterThanOrEqual(solveAllocation(problem).gain)
      }),
      { numRuns: 400 },
    )
  })

  it('gives the same at a far deadline as without one', () => {
    fc.assert(
      fc.property(drawnProblems(7), (problem) => {
        expect(solveAllocation(problem, { deadlineMs: 1, clockMs: () => 0 })).toEqual(
          solveAllocation(problem),
        )
      }),
      { numRuns: 200 },
    )
  })
})

function gainBetween({ arcs }: AllocationProblem, { lot, need }: AllocationPart): number {
  return arcs.gain[arcs.lot.findIndex((of, arc) => of === lot && arcs.need[arc] === need)]!
}

describe('filledUp', () => {
  it('keeps every part, adds what fits beside them, and leaves no arc with both sides open', () => {
    fc.assert(
      fc.property(drawnProblems(8), fc.func(fc.boolean()), (problem, isKept) => {
        const places = Int32Array.from(problem.arcs.gain, (_, arc) => arc)
        const some = allocateGreedily(problem, places.toReversed()).filter(({ arc }) => isKept(arc))
        const filled = filledUp(problem, some, places)
        for (const { arc, quantity } of some)
          expect(filled.find((part) => part.arc === arc)!.quantity).toBeGreaterThanOrEqual(quantity)
        expect(new Set(filled.map(({ arc }) => arc)).size).toBe(filled.length)
        const lots = usedOf(filled, 'lot', problem.lots.length)
        const needs = usedOf(filled, 'need', problem.needs.length)
        const left = (sides: readonly { capacity: number }[], used: number[]) =>
          sides.map(({ capacity }, at) => capacity - used[at]!)
        const [free, wanted] = [left(problem.lots, lots), left(problem.needs, needs)]
        expect(Math.min(0, ...free, ...wanted)).toBe(0)
        for (const arc of places)
          expect(Math.min(free[problem.arcs.lot[arc]!]!, wanted[problem.arcs.need[arc]!]!)).toBe(0)
      }),
    )
  })
})

describe('allocateGreedily', () => {
  it('exhausts a side with every part', () => {
    fc.assert(
      fc.property(drawnProblems(8), (problem) => {
        const parts = allocateGreedily(
          problem,
          Int32Array.from(problem.arcs.gain, (_, arc) => arc),
        )
        const lots = usedOf(parts, 'lot', problem.lots.length)
        const needs = usedOf(parts, 'need', problem.needs.length)
        for (const { lot, need } of parts)
          expect(
            lots[lot] === problem.lots[lot]!.capacity || needs[need] === problem.needs[need]!.capacity,
          ).toBe(true)
      }),
    )
  })
})
