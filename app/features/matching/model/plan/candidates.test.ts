import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnMarkets, scoredPairs } from '../../../../../tests/support/draw-market'
import { findCandidates, reachOf } from './candidates'
import type { PairList } from './pair-list'
import { PairTable } from './pair-table'

function listed({ lot, need, gain }: PairList) {
  return Array.from(lot, (of, at) => ({
    lot: of,
    need: need[at]!,
    perMilli: Math.abs(gain[at]!),
    hasClaim: gain[at]! > 0,
  }))
}

describe('the pairs that a plan may make', () => {
  it('are those that the score accepts, with their benefit', () => {
    let seen = 0
    fc.assert(
      fc.property(drawnMarkets, (snapshot) => {
        const expected = scoredPairs(snapshot)
        seen += expected.length
        expect(listed(findCandidates(new PairTable(snapshot), 1000))).toEqual(expected)
        const { reach, pairs } = reachOf(new PairTable(snapshot))
        expect(pairs).toBe(expected.length)
        reach.forEach(({ milli }, need) => {
          const own = expected.filter((pair) => pair.need === need)
          expect(milli).toBe(own.reduce((sum, { lot }) => sum + snapshot.lots[lot]!.side.quantityMilli, 0))
        })
      }),
      { numRuns: 300 },
    )
    expect(seen).toBeGreaterThan(200)
  })

  it('are the best of each lot and of each need when there are more', () => {
    fc.assert(
      fc.property(drawnMarkets, fc.integer({ min: 1, max: 3 }), (snapshot, kept) => {
        const all = scoredPairs(snapshot)
        const best = (key: 'lot' | 'need', other: 'lot' | 'need') =>
          all.filter(
            (pair) =>
              all.filter(
                (rival) =>
                  rival[key] === pair[key] &&
                  (rival.perMilli > pair.perMilli ||
                    (rival.perMilli === pair.perMilli && rival[other] < pair[other])),
              ).length < kept,
          )
        const expected = new Set([...best('lot', 'need'), ...best('need', 'lot')])
        expect(listed(findCandidates(new PairTable(snapshot), kept))).toEqual(
          all.filter((pair) => expected.has(pair)),
        )
      }),
    )
  })
})
