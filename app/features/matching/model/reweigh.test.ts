import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nearPairs } from '~tests/support/match-sides'
import { reweigh } from './reweigh'
import { scorePair } from './score'
import { SHIPPED_SCORING } from './scoring'
import { makeWeights, SHIPPED_WEIGHTS } from './weights'

const OTHER = makeWeights('other', {
  fit: 0.05,
  distance: 0.3333,
  dates: 0.0667,
  cover: 0.2,
  condition: 0.15,
  carbon: 0.1,
  price: 0.1,
})

it('gives what scorePair gives under the other weights', () => {
  let scored = 0
  fc.assert(
    fc.property(nearPairs, ({ lot, need }) => {
      const [shipped, other] = [
        scorePair(lot, need, SHIPPED_SCORING),
        scorePair(lot, need, { ...SHIPPED_SCORING, weights: OTHER }),
      ]
      expect(shipped.ok).toBe(other.ok)
      if (!shipped.ok || !other.ok) return
      scored++
      expect(reweigh(shipped.parts, OTHER)).toBe(other.score)
      expect(reweigh(other.parts, SHIPPED_WEIGHTS)).toBe(shipped.score)
    }),
    { numRuns: 500 },
  )
  expect(scored).toBeGreaterThan(100)
})
