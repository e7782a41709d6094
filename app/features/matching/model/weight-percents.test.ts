import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isSameWeights,
  parsePercent,
  percentsOf,
  sumOfPercents,
  typedPercent,
  weightsOfPercents,
} from './weight-percents'
import { makeWeights, SCORE_PARTS, SHIPPED_WEIGHTS } from './weights'

/** Seven whole numbers of hundredths of a percent that sum to 100 %. */
const percents = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 6, maxLength: 6 }).map((cuts) => {
  const marks = [0, ...cuts.sort((a, b) => a - b), 10_000]
  const entries = SCORE_PARTS.map((key, index) => [key, marks[index + 1]! - marks[index]!] as const)
  return Object.fromEntries(entries) as Record<(typeof SCORE_PARTS)[number], number>
})

describe('percentages of the weights', () => {
  it('come back from weights that the score accepts, whatever they are', () => {
    fc.assert(
      fc.property(percents, (given) => {
        const weights = makeWeights('own', weightsOfPercents(given))
        expect(percentsOf(weights.of)).toEqual(given)
        expect(sumOfPercents(given)).toBe(10_000)
      }),
    )
  })

  it('are read back as they are written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
        expect(parsePercent(typedPercent(hundredths))).toBe(hundredths)
      }),
    )
  })

  it.each([
    ['12,5', 1250],
    ['12.05 %', 1205],
    [' 100 ', 10_000],
    ['0', 0],
  ])('reads «%s»', (text, hundredths) => {
    expect(parsePercent(text)).toBe(hundredths)
  })

  it.each(['', '-1', '100,01', '12,345', 'dix', '1e2', '1,2,3'])('refuses «%s»', (text) => {
    expect(parsePercent(text)).toBeNull()
  })

  it('tells weights apart by their figures, not their version', () => {
    expect(isSameWeights(SHIPPED_WEIGHTS.of, { ...SHIPPED_WEIGHTS.of })).toBe(true)
    expect(isSameWeights(SHIPPED_WEIGHTS.of, { ...SHIPPED_WEIGHTS.of, fit: 0.19, price: 0.11 })).toBe(false)
  })
})
