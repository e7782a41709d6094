import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FACTOR_SET } from '~/features/carbon/model/factors'
import { netBenefit, netGOf } from '~/features/carbon/model/net-benefit'
import { leastKgPerKm } from '~/features/carbon/model/transport'
import {
  carbonValue,
  carbonValueOf,
  centiPoints,
  conditionValue,
  coverValue,
  datesValue,
  distanceValue,
  priceValue,
} from './score-parts'

const claim = netBenefit({ material: 'brick', massG: 1_000_000, straightKm: 1, factorSet: FACTOR_SET })

/** A claim of a given net, in grams CO2e. */
function withNet(netG: number) {
  if (!claim.ok) throw new Error('brick has a factor')
  return { ...claim, netG }
}

describe('carbonValue', () => {
  it.each([
    [0, 0],
    [-5_000_000, 0],
    // ln(1 + 100) / ln(20001) = 4.61512 / 9.90354
    [100_000, 0.46601],
    [20_000_000, 1],
    [500_000_000, 1],
  ])('%d g net → %d', (netG, value) => {
    expect(carbonValue(withNet(netG))).toBeCloseTo(value, 5)
  })

  it('is 0 without a claim', () => {
    expect(carbonValue({ ok: false, reason: 'no-mass' })).toBe(0)
  })
})

describe('the carbon part at its edges', () => {
  it('is nil where the trip costs more than it saves, and full from a hundred tonnes of insulation', () => {
    const dear = netBenefit({ material: 'concrete', massG: 1_000, straightKm: 30, factorSet: FACTOR_SET })
    expect(dear.ok && dear.netG < 0).toBe(true)
    expect(carbonValue(dear)).toBe(0)
    expect(carbonValueOf(-1e12)).toBe(0)
    const great = netBenefit({
      material: 'insulation',
      massG: 100_000_000,
      straightKm: 5,
      factorSet: FACTOR_SET,
    })
    expect(great.ok && great.netG > 100_000_000).toBe(true)
    expect(carbonValue(great)).toBe(1)
    expect(carbonValueOf(1e12)).toBe(1)
  })

  it('lies within 0 and 1 for any mass to a hundred tonnes, any distance and any substitution', () => {
    const materials = fc.constantFrom('brick' as const, 'concrete' as const, 'insulation' as const)
    const mass = fc.oneof(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 100_000_000 }))
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(
        materials,
        mass,
        fc.integer({ min: 0, max: 500 }),
        share,
        (material, massG, km, substitution) => {
          const net = netBenefit({ material, massG, straightKm: km, substitution, factorSet: FACTOR_SET })
          const value = carbonValue(net)
          expect(value >= 0 && value <= 1).toBe(true)
          expect(centiPoints(0.17, value)).toBeLessThanOrEqual(1_700)
          if (!net.ok) return
          const factor = FACTOR_SET.factors[material]!
          expect(netGOf(factor, massG, substitution, km, leastKgPerKm(massG))).toBe(net.netG)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

describe('priceValue', () => {
  it.each([
    [0, 1_000, 1],
    [0, null, 1],
    [0, 0, 1],
    [500, 1_000, 0.75],
    [1_000, 1_000, 0.5],
    [2_000, 1_000, 0],
    [9_000, 1_000, 0],
    [9_000, null, 0.5],
    [1, 0, 0],
  ])('asked %d with budget %s → %d', (ask, budget, value) => {
    expect(priceValue(ask, budget)).toBeCloseTo(value, 12)
  })
})

describe('conditionValue', () => {
  it.each([
    [3, 3, 0.25],
    [4, 3, 0.5],
    [5, 3, 0.75],
    [4, 1, 1],
    [5, 1, 1],
  ])('lot %d for at least %d → %d', (lot, min, value) => {
    expect(conditionValue(lot, min)).toBe(value)
  })
})

describe('distanceValue', () => {
  it.each([
    [0, 10, 1],
    [5, 10, 0.5],
    [10, 10, 0],
    [11, 10, 0],
    [0, 0, 1],
  ])('%d km of %d → %d', (km, radius, value) => {
    expect(distanceValue(km, radius)).toBe(value)
  })
})

describe('the values', () => {
  const positive = fc.integer({ min: 1, max: 1_000_000 })
  const any = fc.integer({ min: 0, max: 1_000_000 })

  it('stay within 0 and 1 and move one way only', () => {
    fc.assert(
      fc.property(any, any, positive, (a, b, of) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)]
        const rising = [datesValue, coverValue]
        const falling = [distanceValue, priceValue]
        for (const value of rising) expect(value(less, of)).toBeLessThanOrEqual(value(more, of))
        for (const value of falling) expect(value(less, of)).toBeGreaterThanOrEqual(value(more, of))
        for (const value of [...rising, ...falling]) {
          expect(value(a, of)).toBeGreaterThanOrEqual(0)
          expect(value(a, of)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})
