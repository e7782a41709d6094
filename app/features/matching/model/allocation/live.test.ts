import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../../../../scripts/train/random'
import { drawnProblems } from '../../../../../tests/support/draw-problem'
import { unprovedOf } from '../../../../../tests/support/live-proof'
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

function problemOf(
  lots: AllocationProblem['lots'],
  needs: AllocationProblem['needs'],
  arcs: readonly { lot: number; need: number; gain: number }[],
): AllocationProblem {
  return {
    lots,
    needs,
    arcs: {
      lot: Int32Array.from(arcs, ({ lot }) => lot),
      need: Int32Array.from(arcs, ({ need }) => need),
      gain: Float64Array.from(arcs, ({ gain }) => gain),
    },
  }
}

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

  it('stays as good in a market of many ties, measured anew now and then', () => {
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
        if (event % 9 === 8) live.measure()
        expect(live.gain()).toBe(solveAllocation(now).gain)
      }
    }
  })

  it('keeps its proof and its bounds whatever is measured, withdrawn and asked for again', () => {
    const random = seededRandom(11)
    const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1))
    for (let market = 0; market < 60; market++) {
      const drawn = (letter: string) =>
        Array.from({ length: whole(2, 14) }, (_, index) => ({
          id: `${letter}${index}`,
          capacity: whole(0, 9),
        }))
      const [lots, needs] = [drawn('l'), drawn('n')]
      const most = [4, 40, 1000][market % 3]!
      const arcs = lots
        .flatMap((_, lot) => needs.map((__, need) => ({ lot, need, gain: whole(1, most) })))
        .filter(() => random() < 0.6)
      let now = problemOf(lots, needs, arcs)
      const live = new LiveAllocation(now)
      for (let event = 0; event < 25; event++) {
        const kind = whole(0, 4)
        if (kind === 0) live.measure()
        else if (kind < 3)
          now = resized(now, live, kind === 1 ? 'lots' : 'needs', whole(0, 99), whole(0, 3) && whole(0, 12))
        else {
          const worths = Array.from({ length: 17 }, () => (random() < 0.6 ? whole(1, most) : 0))
          now = added(now, live, kind === 3 ? 'need' : 'lot', whole(1, 12), worths)
        }
        expect(unprovedOf(live.flow)).toEqual([])
        if (event % 8 === 0) expect(live.gain()).toBe(solveAllocation(now).gain)
      }
    }
  })

  it('stays exact with the greatest gains, whose falls are counted anew all the time', () => {
    fc.assert(
      fc.property(drawnProblems(5), events, (small, happening) => {
        const scale = 2 ** 26
        const arcs = { ...small.arcs, gain: small.arcs.gain.map((gain) => scale * gain + (gain % 3)) }
        let now: AllocationProblem = { ...small, arcs }
        const live = new LiveAllocation(now)
        for (const { kind, capacity, gains: worths, which } of happening) {
          const large = worths.map((gain) => scale * gain)
          if (kind === 'lot' || kind === 'need') now = added(now, live, kind, capacity, large)
          else now = resized(now, live, kind === 'resize-lot' ? 'lots' : 'needs', which, capacity)
          expect(live.gain()).toBe(solveAllocation(now).gain)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('stays as good when lots that many want come one after the other and go again', () => {
    const random = seededRandom(3)
    const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1))
    const drawn = (letter: string, size: number) =>
      Array.from({ length: size }, (_, index) => ({ id: `${letter}${index}`, capacity: whole(1, 40) }))
    const [lots, needs] = [drawn('l', 60), drawn('n', 60)]
    const arcs = lots.flatMap((_, lot) =>
      needs.map((__, need) => ({ lot, need, gain: 900 + 7 * lot - whole(0, 300) })),
    )
    let now = problemOf(lots, needs, arcs)
    const live = new LiveAllocation(now)
    for (let event = 0; event < 60; event++) {
      const worths = Array.from({ length: 60 }, () => 900 + whole(0, 400))
      if (event % 3 < 2) now = added(now, live, event % 7 === 0 ? 'need' : 'lot', whole(1, 90), worths)
      else now = resized(now, live, 'lots', whole(0, 99), 0)
      expect(live.gain()).toBe(solveAllocation(now).gain)
    }
  })

  it('begins with an optimum that is known already', () => {
    fc.assert(
      fc.property(drawnProblems(6), fc.integer({ min: 1, max: 12 }), gains, (problem, capacity, worths) => {
        const live = new LiveAllocation(problem, solveAllocation(problem))
        const now = added(problem, live, 'lot', capacity, worths)
        expect(live.gain()).toBe(solveAllocation(now).gain)
      }),
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
