import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { after, drawnEvents, marketsOf } from '../../../../../tests/support/draw-events'
import { SHOWN_BONUS, solveAllocation } from '../allocation/solve'
import { makePlan, type MadePlan } from './make-plan'
import { PairTable } from './pair-table'
import type { PlanPart } from './plan'
import { keyOfPair, type PlanSnapshot } from './plan-snapshot'
import { urgenciesOf } from './objectives'
import type { Solver } from './solver'

const SOLVER: Solver = {
  divide: (problem) => solveAllocation(problem),
  keepWhole: () => Promise.resolve(null),
}

const shownOf = ({ parts }: MadePlan) => parts.map(({ lotId, needId }) => ({ lotId, needId }))

/** Lots in any parts, of which nothing is left out after it was divided. */
const divisible = marketsOf({ minLength: 2, maxLength: 12 }).map((snapshot): PlanSnapshot => ({
  ...snapshot,
  lots: snapshot.lots.map((lot) => ({ ...lot, isWhole: false, minTakeMilli: 0 })),
}))

/** What parts gain in thousandths, with what goes soon counted more, in all and by pairs of a set alone. */
function valueOf(snapshot: PlanSnapshot, parts: readonly PlanPart[], shown: ReadonlySet<string>) {
  const urgency = urgenciesOf(snapshot)
  const lots = new Map(snapshot.lots.map(({ side }, place) => [side.id, place]))
  const needs = new Map(snapshot.needs.map(({ side }, place) => [side.id, place]))
  const table = new PairTable(snapshot)
  let [all, ofShown] = [0, 0]
  for (const part of parts) {
    const [lot, need] = [lots.get(part.lotId)!, needs.get(part.needId)!]
    table.forEachOf(lot, (_, other, gain) => {
      if (other !== need) return
      const milligrams = Math.abs(gain) * part.quantityMilli
      all += milligrams * (1000 + urgency.lots[lot]! + urgency.needs[need]!)
      if (shown.has(keyOfPair(part))) ofShown += milligrams
    })
  }
  return { all, ofShown }
}

describe('a plan that was shown', () => {
  it('is left for one that gains more than half a percent of what its pairs carry, and for no other', async () => {
    await fc.assert(
      fc.asyncProperty(divisible, drawnEvents, async (first, event) => {
        const before = await makePlan(first, SOLVER)
        const snapshot = after(first, event, 1)
        const next = {
          ...snapshot,
          lots: snapshot.lots.map((lot) => ({ ...lot, isWhole: false, minTakeMilli: 0 })),
        }
        const kept = await makePlan({ ...next, shown: shownOf(before) }, SOLVER)
        const free = await makePlan({ ...next, shown: null }, SOLVER)
        fc.pre(kept.figures.leftOut === 0 && free.figures.leftOut === 0)
        const shown = new Set(before.parts.map(keyOfPair))
        const [a, b] = [valueOf(next, kept.parts, shown), valueOf(next, free.parts, shown)]
        // Neither could be had for the other: the one counts what was shown, the other does not.
        expect(a.all + SHOWN_BONUS * a.ofShown).toBeGreaterThanOrEqual(b.all + SHOWN_BONUS * b.ofShown)
        expect(b.all).toBeGreaterThanOrEqual(a.all)
        expect(b.all - a.all).toBeLessThanOrEqual(SHOWN_BONUS * a.ofShown)
        // What is shown is in no bound.
        expect(kept.figures.bound).toBe(free.figures.bound)
        expect(kept.figures.gain).toBeLessThanOrEqual(kept.figures.bound)
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it('moves few pairs when one thing happens', async () => {
    const large = marketsOf({ minLength: 90, maxLength: 110 })
    let [pairs, moved, movedFreely] = [0, 0, 0]
    await fc.assert(
      fc.asyncProperty(large, drawnEvents, async (first, event) => {
        fc.pre(!['weights', 'factors'].includes(event.kind))
        const settled = await makePlan({ ...first, shown: shownOf(await makePlan(first, SOLVER)) }, SOLVER)
        const next = after(first, event, 1)
        const shown = shownOf(settled)
        const { figures } = await makePlan({ ...next, shown }, SOLVER)
        const free = await makePlan(next, SOLVER)
        const before = new Set(shown.map(keyOfPair))
        pairs += figures.pairs
        moved += figures.moved!.added
        movedFreely += free.parts.filter((part) => !before.has(keyOfPair(part))).length
      }),
      { numRuns: 12, seed: 22 },
    )
    expect(pairs).toBeGreaterThan(800)
    expect(moved).toBeLessThan(0.03 * pairs)
    expect(moved).toBeLessThan(0.5 * movedFreely)
  }, 60_000)
})
