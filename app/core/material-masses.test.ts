import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateMassG, massGOfUnits, unitMass } from './material-masses'
import { MATERIAL_TYPES } from './material-types'
import { massGOf, MAX_QUANTITY, MILLI, UNITS } from './units'

const material = fc.constantFrom(...MATERIAL_TYPES)
const quantity = fc.integer({ min: 0, max: MAX_QUANTITY * MILLI })

describe('estimateMassG', () => {
  it.each([
    ['brick', 1_000_000, 'u', 2_300_000],
    ['brick', 1_000, 'm3', 1_800_000],
    ['concrete', 2_500, 'm2', 1_260_000],
    ['partition-board', 120_000, 'm2', 1_200_000],
    ['soft-floor', 10_000, 'm2', 46_000],
    ['structural-steel', 100, 'm3', 785_000],
    ['window', 3_000, 'u', null],
    ['window', 3_000, 'm2', null],
    ['door', 1_000, 'u', null],
    ['sanitary', 1_000, 'u', null],
    ['brick', 1_000, 'm2', null],
    ['other-metal', 1_000, 'm3', null],
    ['insulation', 1_000, 'm2', null],
  ] as const)('%s, %d thousandths of %s → %s g', (type, milli, unit, massG) => {
    expect(estimateMassG(type, milli, unit)?.massG ?? null).toBe(massG)
  })

  it('converts masses exactly, whatever the material', () => {
    fc.assert(
      fc.property(material, quantity, fc.constantFrom('kg' as const, 't' as const), (type, milli, unit) => {
        const mass = estimateMassG(type, milli, unit)
        expect(mass).toEqual({ massG: massGOf(milli, unit), source: 'exact', estimated: false })
      }),
    )
  })

  it('answers whole grams with a source, never less for more', () => {
    fc.assert(
      fc.property(material, fc.constantFrom(...UNITS), quantity, quantity, (type, unit, a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((milli) => estimateMassG(type, milli, unit))
        if (!less || !more) {
          expect(unitMass(type, unit)).toBeNull()
          return
        }
        expect(Number.isSafeInteger(more.massG)).toBe(true)
        expect(less.massG).toBeLessThanOrEqual(more.massG)
        expect(more.source).not.toBe('')
      }),
    )
  })
})

describe('massGOfUnits', () => {
  it('rounds half up to the gram', () => {
    expect(massGOfUnits(1, 499)).toBe(0)
    expect(massGOfUnits(1, 500)).toBe(1)
    expect(massGOfUnits(1_000, 2_300)).toBe(2_300)
  })
})
