import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnMarkets, scoredPairs } from '../../../../../tests/support/draw-market'
import { findCandidates } from './candidates'
import { PairTable } from './pair-table'

describe('the pairs that a plan may make', () => {
  it('are those that the score accepts, with their benefit', () => {
    let seen = 0
    fc.assert(
      fc.property(drawnMarkets, (snapshot) => {
        const expected = scoredPairs(snapshot)
        seen += expected.length
        expect(findCandidates(new PairTable(snapshot), 1000).pairs).toEqual(expected)
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
        expect(findCandidates(new PairTable(snapshot), kept).pairs).toEqual(
          all.filter((pair) => expected.has(pair)),
        )
      }),
    )
  })
})
