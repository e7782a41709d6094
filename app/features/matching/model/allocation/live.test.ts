import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnProblems } from '../../../../../tests/support/draw-problem'
import { LiveAllocation } from './live'
import type { AllocationProblem } from './problem'
import { solveAllocation } from './solve'

const gains = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 20, maxLength: 20 })
const events = fc.array(
  fc.record({
    kind: fc.constantFrom('lot', 'need', 'withdraw'),
    capacity: fc.integer({ min: 1, max: 12 }),
    gains,
    which: fc.nat(),
  }),
  { maxLength: 12 },
)

describe('LiveAllocation', () => {
  it('stays as good as a fresh solution through whatever comes and goes', () => {
    fc.assert(
      fc.property(drawnProblems(6), events, (problem, happening) => {
        const live = new LiveAllocation(problem)
        let now: AllocationProblem = problem
        expect(live.gain()).toBe(solveAllocation(now).gain)
        for (const { kind, capacity, gains: worths, which } of happening) {
          if (kind === 'withdraw') {
            const lot = which % now.lots.length
            live.withdrawLot(lot)
            now = {
              ...now,
              lots: now.lots.map((one, index) => (index === lot ? { ...one, capacity: 0 } : one)),
            }
          } else now = added(now, live, kind, capacity, worths)
          expect(live.gain()).toBe(solveAllocation(now).gain)
        }
      }),
      { numRuns: 300 },
    )
  })
})

function added(
  { lots, needs, arcs }: AllocationProblem,
  live: LiveAllocation,
  kind: 'lot' | 'need',
  capacity: number,
  worths: readonly number[],
): AllocationProblem {
  const others = kind === 'lot' ? needs : lots
  const reached = others
    .map((_, index) => ({ index, gain: worths[index % worths.length]! }))
    .filter(({ gain }) => gain > 0)
  const self = reached.map(() => (kind === 'lot' ? lots.length : needs.length))
  const other = reached.map(({ index }) => index)
  if (kind === 'lot')
    live.addLot(
      capacity,
      reached.map(({ index, gain }) => ({ need: index, gain })),
    )
  else
    live.addNeed(
      capacity,
      reached.map(({ index, gain }) => ({ lot: index, gain })),
    )
  return {
    lots: kind === 'lot' ? [...lots, { id: `l${lots.length}`, capacity }] : lots,
    needs: kind === 'need' ? [...needs, { id: `n${needs.length}`, capacity }] : needs,
    arcs: {
      lot: Int32Array.from([...arcs.lot, ...(kind === 'lot' ? self : other)]),
      need: Int32Array.from([...arcs.need, ...(kind === 'lot' ? other : self)]),
      gain: Float64Array.from([...arcs.gain, ...reached.map(({ gain }) => gain)]),
    },
  }
}
