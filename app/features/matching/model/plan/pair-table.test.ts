import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnMarkets, scoredPairs } from '../../../../../tests/support/draw-market'
import { PairTable } from './pair-table'

describe('the table of pairs', () => {
  it('gives every pair that the score accepts and what it gains, of lots that it keeps and of others', () => {
    fc.assert(
      fc.property(drawnMarkets, fc.nat(40), (snapshot, most) => {
        const table = new PairTable(snapshot, { most })
        for (let time = 0; time < 2; time++) {
          const pairs: unknown[] = []
          table.forEach((lot, need, gain) =>
            pairs.push({ lot, need, perMilli: Math.abs(gain), hasClaim: gain > 0 }),
          )
          expect(new Set(pairs.map((pair) => JSON.stringify(pair)))).toEqual(
            new Set(scoredPairs(snapshot).map((pair) => JSON.stringify(pair))),
          )
        }
      }),
      { numRuns: 200 },
    )
  })

  it('leaves out at a glance only pairs that it does not keep', () => {
    fc.assert(
      fc.property(drawnMarkets, (snapshot) => {
        const count = (most: number) => {
          let pairs = 0
          new PairTable(snapshot, { most }).forEach(
            () => (pairs += 1),
            () => false,
          )
          return pairs
        }
        expect(count(0)).toBe(0)
        expect(count(1000)).toBe(scoredPairs(snapshot).length)
      }),
      { numRuns: 50 },
    )
  })
})
