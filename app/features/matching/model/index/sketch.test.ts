import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeAbove, codeBelow, LAT_STEP, least, most, stepsApart, stepsOf, valueOfCode } from './sketch'

const LEAST = 2 ** -16
const MOST = valueOfCode(0xffff)

describe('codes of 16 bits', () => {
  it('lie on their side of a number, within a thousandth', () => {
    fc.assert(
      fc.property(fc.double({ min: LEAST, max: MOST, noNaN: true }), (value) => {
        const [below, above] = [valueOfCode(codeBelow(value)), valueOfCode(codeAbove(value))]
        expect(below).toBeLessThanOrEqual(value)
        expect(above).toBeGreaterThanOrEqual(value)
        expect(above - below).toBeLessThanOrEqual(value / 1000)
      }),
    )
  })

  it('stand for themselves, and rise as what they stand for', () => {
    for (let code = 1024; code <= 0xffff; code += 61) {
      expect(codeBelow(valueOfCode(code))).toBe(code)
      expect(codeAbove(valueOfCode(code))).toBe(code)
      if (code > 1024) expect(valueOfCode(code)).toBeGreaterThan(valueOfCode(code - 1))
    }
  })

  it.each([
    { value: 0, below: 0, above: 1024 },
    { value: -3, below: 0, above: 1024 },
    { value: LEAST / 2, below: 0, above: 1024 },
    { value: 2 * MOST, below: 0xffff, above: NaN },
    { value: Infinity, below: 0xffff, above: NaN },
  ])('know their ends: $value', ({ value, below, above }) => {
    expect([codeBelow(value), codeAbove(value)]).toEqual([below, above])
  })
})

describe('steps of a place', () => {
  it('are never farther apart than the places, but for their rounding', () => {
    const degrees = fc.double({ min: -180, max: 180, noNaN: true })
    fc.assert(
      fc.property(degrees, degrees, (a, b) => {
        const apart = Math.abs(stepsApart(stepsOf(a, LAT_STEP), stepsOf(b, LAT_STEP))) * LAT_STEP
        expect(apart).toBeLessThanOrEqual(Math.abs(a - b) + LAT_STEP)
      }),
    )
  })

  it('tell near places apart, across the end of their count too', () => {
    const end = 2 ** 16 * LAT_STEP
    expect(stepsApart(stepsOf(end - 3 * LAT_STEP, LAT_STEP), stepsOf(end + 2 * LAT_STEP, LAT_STEP))).toBe(5)
    expect(stepsApart(stepsOf(2 * LAT_STEP, LAT_STEP), stepsOf(-3 * LAT_STEP, LAT_STEP))).toBe(-5)
  })
})

describe('extremes without a branch', () => {
  it('are those of whole numbers', () => {
    const whole = fc.integer({ min: -(2 ** 29), max: 2 ** 29 })
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        expect([least(a, b), most(a, b)]).toEqual([Math.min(a, b), Math.max(a, b)])
      }),
    )
  })
})
