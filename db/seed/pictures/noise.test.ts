import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cell, fbm, sampling, smoothstep, valueNoise, worley } from './noise'

const place = fc.double({ min: -500, max: 500, noNaN: true })

describe('noise', () => {
  it('stays between 0 and 1', () => {
    fc.assert(
      fc.property(place, place, place, (x, y, z) => {
        for (const value of [valueNoise(x, y, z), fbm(x, y, z, 3, 5)]) {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('is continuous', () => {
    fc.assert(
      fc.property(place, place, place, (x, y, z) => {
        expect(Math.abs(valueNoise(x, y, z) - valueNoise(x + 1e-6, y, z))).toBeLessThan(1e-4)
      }),
    )
  })

  it('fades to grey where a pixel covers more than its detail', () => {
    sampling.footprint = 10
    expect(fbm(1.3, 2.1, 0.4, 5, 4)).toBe(0.5)
    sampling.footprint = 0
    expect(fbm(1.3, 2.1, 0.4, 5, 4)).not.toBe(0.5)
  })

  it('orders the two nearest cells', () => {
    fc.assert(
      fc.property(place, place, (x, y) => {
        worley(x, y, 3)
        expect(cell.nearest).toBeLessThanOrEqual(cell.second)
      }),
    )
  })
})

describe('smoothstep', () => {
  it.each([
    [-1, 0],
    [0.5, 0.5],
    [2, 1],
  ])('maps %s to %s between 0 and 1', (value, expected) => expect(smoothstep(0, 1, value)).toBe(expected))
})
