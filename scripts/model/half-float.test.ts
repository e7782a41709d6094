import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { halfToNumber, numberToHalf } from './half-float'

describe('half floats', () => {
  it.each([
    [0x0000, 0],
    [0x3c00, 1],
    [0xc000, -2],
    [0x7bff, 65_504],
    [0x0001, 2 ** -24],
    [0x0400, 2 ** -14],
    [0x3555, 0.333251953125],
    [0x7c00, Infinity],
    [0xfc00, -Infinity],
  ])('reads and writes %i as %d', (bits, value) => {
    expect(halfToNumber(bits)).toBe(value)
    expect(numberToHalf(value)).toBe(bits)
  })

  it('gives back every finite half it read', () => {
    for (let bits = 0; bits < 0x7c00; bits++) expect(numberToHalf(halfToNumber(bits))).toBe(bits)
  })

  it('is at most half a step away', () => {
    fc.assert(
      fc.property(fc.double({ min: -60_000, max: 60_000, noNaN: true }), (value) => {
        const error = Math.abs(halfToNumber(numberToHalf(value)) - value)
        expect(error).toBeLessThanOrEqual(Math.max(Math.abs(value) * 2 ** -11, 2 ** -25))
      }),
    )
  })

  it('overflows to infinity and keeps not-a-number', () => {
    expect(halfToNumber(numberToHalf(1e6))).toBe(Infinity)
    expect(halfToNumber(numberToHalf(Number.NaN))).toBeNaN()
  })
})
