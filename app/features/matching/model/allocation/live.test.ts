import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../../../../scripts/train/random'
import { drawnProblems } from '../../../../../tests/support/draw-problem'
import { LiveAllocation } from './live'
import type { AllocationProblem } from './problem'
import { solveAllocation } from './solve'

const gains = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 20, maxLength: 20 })
const events = fc.array(
  fc.record({
    kind: fc.constantFrom('lot', 'need', 'resize-lot', 'resize-need'),
    capacity: fc.integer({ min: 0, max: 12 }),
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
          if (kind === 'lot' || kind === 'need') now = added(now, live, kind, capacity, worths)
          else now = resized(now, live, kind === 'resize-lot' ? 'lots' : 'needs', which, capacity)
          expect(live.gain()).toBe(solveAllocation(now).gain)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('stays as good in a market of many ties, where trees of paths break and grow again', () => {
    const random = seededRandom(5)
    const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1))
    const drawn = (letter: string) =>
      Array.from({ length: 30 }, (_, index) => ({ id: `${letter}${index}`, capacity: whole(0, 7) }))
    for (let market = 0; market < 30; market++) {
      const arcs = drawn('l')
        .flatMap((_, lot) => drawn('n').map((__, need) => ({ lot, need, gain: whole(-6, 4) })))
        .filter(({ gain }) => gain > 0)
      let now: AllocationProblem = {
        lots: drawn('l'),
        needs: drawn('n'),
        arcs: {
          lot: Int32Array.from(arcs, ({ lot }) => lot),
          need: Int32Array.from(arcs, ({ need }) => need),
          gain: Float64Array.from(arcs, ({ gain }) => gain),
        },
      }
      const live = new LiveAllocation(now)
      for (let event = 0; event < 40; event++) {
        const kind = whole(0, 3)
        if (kind === 0)
          now = resized(now, live, random() < 0.5 ? 'lots' : 'needs', whole(0, 99), whole(0, 12))
        else {
          const worths = Array.from({ length: 23 }, () => Math.max(0, whole(-4, 4)))
          now = added(now, live, kind === 1 ? 'need' : 'lot', whole(1, 15), worths)
        }
        expect(live.gain()).toBe(solveAllocation(now).gain)
      }
    }
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

function resized(
  problem: AllocationProblem,
  live: LiveAllocation,
  side: 'lots' | 'needs',
  which: number,
  capacity: number,
): AllocationProblem {
  const number = which % problem[side].length
  if (side === 'lots') live.resizeLot(number, capacity)
  else live.resizeNeed(number, capacity)
  return {
    ...problem,
    [side]: problem[side].map((one, index) => (index === number ? { ...one, capacity } : one)),
  }
}
