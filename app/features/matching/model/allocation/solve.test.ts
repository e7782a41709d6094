import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AllocationProblem } from './problem'
import { solveAllocation } from './solve'

type Draw = { lots: number[]; needs: number[]; gains: number[][] }

function problemOf({ lots, needs, gains }: Draw): AllocationProblem {
  const arcs = gains
    .flatMap((row, lot) => row.map((gain, need) => ({ lot, need, gain })))
    .filter(({ gain }) => gain > 0)
  return {
    lots: lots.map((capacity, index) => ({ id: `l${index}`, capacity })),
    needs: needs.map((capacity, index) => ({ id: `n${index}`, capacity })),
    arcs: {
      lot: Int32Array.from(arcs, ({ lot }) => lot),
      need: Int32Array.from(arcs, ({ need }) => need),
      gain: Float64Array.from(arcs, ({ gain }) => gain),
    },
  }
}

const draws = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }))
  .chain(([lots, needs]) =>
    fc.record({
      lots: fc.array(fc.nat(12), { minLength: lots, maxLength: lots }),
      needs: fc.array(fc.nat(12), { minLength: needs, maxLength: needs }),
      gains: fc.array(fc.array(fc.integer({ min: -3, max: 9 }), { minLength: needs, maxLength: needs }), {
        minLength: lots,
        maxLength: lots,
      }),
    }),
  )

describe('solveAllocation', () => {
  it('reaches its bound, within the capacities', () => {
    fc.assert(
      fc.property(draws, (draw) => {
        const problem = problemOf(draw)
        const { parts, gain, bound, method } = solveAllocation(problem)
        expect(method).toBe('simplex')
        expect(gain).toBe(bound)
        const of = (side: 'lot' | 'need', index: number) =>
          parts.filter((part) => part[side] === index).reduce((sum, { quantity }) => sum + quantity, 0)
        problem.lots.forEach(({ capacity }, lot) => expect(of('lot', lot)).toBeLessThanOrEqual(capacity))
        problem.needs.forEach(({ capacity }, need) => expect(of('need', need)).toBeLessThanOrEqual(capacity))
      }),
      { numRuns: 2000 },
    )
  })
})
