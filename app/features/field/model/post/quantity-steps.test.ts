import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCountable, MAX_QUANTITY, MILLI, UNITS } from '~/core/units'
import { stepDown, stepped, stepUp } from './quantity-steps'

describe('steps of a quantity', () => {
  it.each([
    ['u', 0, 1],
    ['u', 19, 20],
    ['u', 20, 25],
    ['u', 23, 25],
    ['u', 100, 110],
    ['m2', 9.5, 10],
    ['m2', 10, 15],
    ['m3', 0, 0.5],
    ['m3', 5, 6],
    ['kg', 0, 10],
    ['kg', 500, 600],
    ['t', 0, 0.1],
    ['t', 1, 1.5],
  ] as const)('goes up in %s from %d to %d', (unit, from, to) => {
    expect(stepUp(from * MILLI, unit)).toBe(to * MILLI)
  })

  it.each([
    ['u', 1, 1],
    ['u', 20, 19],
    ['u', 25, 20],
    ['u', 100, 95],
    ['m2', 12, 10],
    ['m3', 0.2, 0.5],
    ['t', 1.5, 1],
    ['t', 1, 0.9],
  ] as const)('goes down in %s from %d to %d', (unit, from, to) => {
    expect(stepDown(from * MILLI, unit)).toBe(to * MILLI)
  })

  it('comes back to where it was, always moves, and keeps pieces whole', () => {
    const units = fc.constantFrom(...UNITS)
    fc.assert(
      fc.property(units, fc.integer({ min: 0, max: 120 }), (unit, presses) => {
        let milli = 0
        for (let press = 0; press < presses; press++) milli = stepUp(milli, unit)
        const up = stepUp(milli, unit)
        expect(up).toBeGreaterThan(milli)
        expect(isCountable(up, unit)).toBe(true)
        if (milli > 0) expect(stepDown(up, unit)).toBe(milli)
      }),
    )
  })

  it('stays between the first step and what a form accepts, wherever it starts', () => {
    const units = fc.constantFrom(...UNITS)
    fc.assert(
      fc.property(units, fc.integer({ min: 0, max: MAX_QUANTITY * MILLI }), (unit, milli) => {
        expect(stepUp(milli, unit)).toBeLessThanOrEqual(MAX_QUANTITY * MILLI)
        expect(stepDown(milli, unit)).toBeGreaterThan(0)
      }),
    )
  })

  it('reads what is typed, and counts what it cannot read as nothing', () => {
    expect(stepped('12,5', 'm2', 1)).toBe(15_000)
    expect(stepped('', 'u', 1)).toBe(1_000)
    expect(stepped('beaucoup', 'u', -1)).toBe(1_000)
  })
})
