import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MATERIAL_TYPES } from '~/core/material-types'
import { FACTOR_SET } from './factors'
import { netBenefit } from './net-benefit'

describe('netBenefit', () => {
  it('adds up for two tonnes of bricks taken 15 km away', () => {
    // Avoided 2,000 kg × 0.24179 = 483.58 kg; transport as in the transport test, 29.078 kg.
    const net = netBenefit({
      material: 'brick',
      massG: 2_000_000,
      straightKm: 15,
      truck: 'rigid-7.5-17t',
      factorSet: FACTOR_SET,
    })
    expect(net).toMatchObject({
      ok: true,
      avoidedGCO2e: 483_580,
      reconditioningG: 0,
      transportG: 29_078,
      netG: 454_502,
      trips: 1,
      factorVersion: FACTOR_SET.version,
    })
  })

  it('takes off the reconditioning of wood and scales by substitution', () => {
    // 1,000 kg: 0.8 × 269.5 = 215.6 kg avoided, 38.54 kg to recondition whatever is replaced.
    const net = netBenefit({
      material: 'structural-timber',
      massG: 1_000_000,
      straightKm: 0,
      substitution: 0.8,
      factorSet: FACTOR_SET,
    })
    expect(net).toMatchObject({ avoidedGCO2e: 215_600, reconditioningG: 38_540 })
  })

  it('counts at least one kilometre, range included', () => {
    const net = netBenefit({ material: 'brick', massG: 1_000_000, straightKm: 0, factorSet: FACTOR_SET })
    expect(net).toMatchObject({ ok: true })
    if (!net.ok) return
    expect(net.transportG).toBeGreaterThan(0)
    expect(net.lowG).toBe(net.netG)
    expect(net.highG).toBe(net.netG)
  })

  it('says when the trip costs more than it saves', () => {
    const net = netBenefit({ material: 'concrete', massG: 20_000, straightKm: 30, factorSet: FACTOR_SET })
    expect(net.ok && net.netG < 0).toBe(true)
  })

  it.each([
    ['structural-steel', 1_000_000, 'no-factor'],
    ['window', null, 'no-factor'],
    ['brick', null, 'no-mass'],
    ['brick', 0, 'no-mass'],
    ['brick', -5, 'no-mass'],
  ] as const)('claims nothing for %s of %s g: %s', (material, massG, reason) => {
    expect(netBenefit({ material, massG, straightKm: 5, factorSet: FACTOR_SET })).toEqual({
      ok: false,
      reason,
    })
  })

  it('is a whole number that adds up, inside its range', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MATERIAL_TYPES),
        fc.integer({ min: 1, max: 1_000_000_000 }),
        fc.double({ min: 0, max: 60, noNaN: true }),
        (material, massG, straightKm) => {
          const net = netBenefit({ material, massG, straightKm, factorSet: FACTOR_SET })
          expect(net.ok).toBe(FACTOR_SET.factors[material] !== undefined)
          if (!net.ok) return
          expect(net.netG).toBe(net.avoidedGCO2e - net.reconditioningG - net.transportG)
          expect(Number.isSafeInteger(net.netG)).toBe(true)
          expect(net.lowG).toBeLessThanOrEqual(net.netG)
          expect(net.highG).toBeGreaterThanOrEqual(net.netG)
        },
      ),
    )
  })
})
