import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsOf, bucketOf, percentileOf, verdictOf, VITALS } from './vitals'

describe('classes of values', () => {
  it.each(VITALS)('%s: a value is above the bound before its class and not above its own', (vital) => {
    const bounds = boundsOf(vital)
    fc.assert(
      fc.property(fc.double({ min: 0, max: 60_000, noNaN: true }), (value) => {
        const bucket = bucketOf(vital, value)
        expect(value).toBeGreaterThan(bounds[bucket - 1] ?? -1)
        expect(value).toBeLessThanOrEqual(bounds[bucket] ?? Infinity)
      }),
    )
  })
})

describe('percentiles', () => {
  it('are within the class of the true one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 29_000 }), { minLength: 1, maxLength: 200 }),
        fc.constantFrom(0.5, 0.75, 0.95),
        (values, share) => {
          const counts = new Map<number, number>()
          for (const value of values) {
            const bucket = bucketOf('LCP', value)
            counts.set(bucket, (counts.get(bucket) ?? 0) + 1)
          }
          const exact = [...values].sort((a, b) => a - b)[Math.ceil(share * values.length) - 1]!
          const told = percentileOf('LCP', counts, share)!
          expect(bucketOf('LCP', told)).toBe(bucketOf('LCP', exact))
        },
      ),
    )
  })

  it('of nothing are not told, and of what is above all bounds are the last of them', () => {
    expect(percentileOf('LCP', new Map(), 0.75)).toBeNull()
    expect(percentileOf('CLS', new Map([[boundsOf('CLS').length, 3]]), 0.75)).toBe(2)
  })
})

it('judges a value by its limits, which belong to the better side', () => {
  expect([2500, 2501, 4000, 4001].map((value) => verdictOf('LCP', value))).toEqual([
    ...['good', 'middling', 'middling', 'poor'],
  ])
})
