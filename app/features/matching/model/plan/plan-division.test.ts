import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnMarkets, scoredPairs } from '../../../../../tests/support/draw-market'
import { solveAllocation } from '../allocation/solve'
import { wordHash } from '../allocation/tie-order'
import { findCandidates } from './candidates'
import { plainObjective, preferredObjective } from './objectives'
import { placeKey, type PairList } from './pair-list'
import { PairTable } from './pair-table'
import { PlanDivision } from './plan-division'
import { problemOf } from './plan-problem'
import type { PlanSnapshot } from './plan-snapshot'
import { beyondOf } from './price-out'

const NEVER = () => false

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

function sidesOf({ lots, needs }: PlanSnapshot) {
  const side = ({ side: { id, quantityMilli } }: { side: { id: string; quantityMilli: number } }) => ({
    capacity: quantityMilli,
    hash: wordHash(id),
  })
  return { lots: lots.map(side), needs: needs.map(side) }
}

/** Every pair, by the score alone. */
function allPairs(snapshot: PlanSnapshot): PairList {
  const all = scoredPairs(snapshot)
  return {
    lot: Int32Array.from(all, ({ lot }) => lot),
    need: Int32Array.from(all, ({ need }) => need),
    gain: Int32Array.from(all, ({ perMilli, hasClaim }) => (hasClaim ? perMilli : -perMilli)),
  }
}

function shownOf(snapshot: PlanSnapshot, keys: ReadonlySet<number>): PairList {
  const all = allPairs(snapshot)
  const some = [...all.lot.keys()].filter((at) =>
    keys.has(placeKey(all.lot[at]!, all.need[at]!, snapshot.needs.length)),
  )
  return {
    lot: Int32Array.from(some, (at) => all.lot[at]!),
    need: Int32Array.from(some, (at) => all.need[at]!),
    gain: Int32Array.from(some, (at) => all.gain[at]!),
  }
}

describe('the division of every pair', () => {
  it('is reached from one candidate a side, with a proof that holds for them all', () => {
    let grown = 0
    fc.assert(
      fc.property(crowded, fc.nat(2), fc.nat(1000), (snapshot, kept, most) => {
        const table = new PairTable(snapshot, { most })
        const pairs = findCandidates(table, kept)
        const division = new PlanDivision(table, sidesOf(snapshot), plainObjective(snapshot), {
          pairs,
          links: null,
        })
        expect(division.settle(NEVER, true)).toBe(true)
        const best = solveAllocation(problemOf(snapshot, allPairs(snapshot)))
        expect(division.bound()).toBe(best.bound)
        grown += allPairs(snapshot).lot.length - pairs.lot.length
      }),
      { numRuns: 200 },
    )
    expect(grown).toBeGreaterThan(50)
  })

  it('is the same wherever it begins, by gain and then by what is preferred', () => {
    fc.assert(
      fc.property(crowded, fc.array(fc.nat(200), { maxLength: 8 }), (drawn, dice) => {
        const all = scoredPairs(drawn)
        const shown = dice.flatMap((at) => {
          const pair = all[at]
          return pair
            ? [{ lotId: drawn.lots[pair.lot]!.side.id, needId: drawn.needs[pair.need]!.side.id }]
            : []
        })
        const snapshot = { ...drawn, shown }
        const table = new PairTable(snapshot)
        const objective = preferredObjective(snapshot)
        const plain = plainObjective(snapshot)
        const answers = [1, 30].map((kept) => {
          const start = { pairs: findCandidates(table, kept), links: null }
          const division = new PlanDivision(table, sidesOf(snapshot), plain, start)
          division.settle(NEVER, false)
          division.turnTo(objective, shownOf(snapshot, objective.shown))
          division.settle(NEVER, true)
          return division
        })
        const again = new PlanDivision(table, sidesOf(snapshot), objective, {
          pairs: allPairs(snapshot),
          links: answers[0]!.links(),
        })
        again.settle(NEVER, true)
        expect(answers[1]!.parts()).toEqual(answers[0]!.parts())
        expect(again.parts()).toEqual(answers[0]!.parts())
      }),
      { numRuns: 200 },
    )
  })

  it('has a bound for every pair when it was found of some alone', () => {
    fc.assert(
      fc.property(fc.oneof(drawnMarkets, crowded), fc.integer({ min: 0, max: 4 }), (snapshot, kept) => {
        const table = new PairTable(snapshot)
        const { duals, bound } = solveAllocation(problemOf(snapshot, findCandidates(table, kept)))
        const best = solveAllocation(problemOf(snapshot, allPairs(snapshot)))
        expect(bound + beyondOf(table, duals)).toBeGreaterThanOrEqual(best.bound)
      }),
      { numRuns: 200 },
    )
  })
})
