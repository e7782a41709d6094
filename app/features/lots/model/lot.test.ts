import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { massOfPart } from './lot'
import { lotReference } from './reference'

describe('massOfPart', () => {
  it('is proportional', () => {
    expect(massOfPart({ massG: 500_000, quantityMilli: 40_000 }, 10_000)).toBe(125_000)
  })
  it('stays unknown while the mass is missing', () => {
    expect(massOfPart({ massG: null, quantityMilli: 40_000 }, 10_000)).toBeNull()
  })
  it('never exceeds the whole', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.integer({ min: 1, max: 1e9 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (massG, quantityMilli, share) => {
          const part = massOfPart({ massG, quantityMilli }, Math.floor(quantityMilli * share))!
          expect(part).toBeGreaterThanOrEqual(0)
          expect(part).toBeLessThanOrEqual(massG)
        },
      ),
    )
  })
})

describe('lotReference', () => {
  it('has six unambiguous characters, one reference per number', () => {
    expect(lotReference(0)).toBe('GIS-000000')
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 30 - 1 }),
        fc.integer({ min: 0, max: 2 ** 30 - 1 }),
        (a, b) => {
          expect(lotReference(a)).toMatch(/^GIS-[0-9A-HJKMNP-TV-Z]{6}$/)
          expect(lotReference(a) === lotReference(b)).toBe(a === b)
        },
      ),
    )
  })
})
