import { describe, expect, it } from 'vitest'
import { isIsoDay } from '~/core/days'
import { isMaterialType } from '~/core/material-types'
import { FACTOR_SET } from './factors'

describe('the factors that ship', () => {
  // DESNZ 2025, Material use, kgCO2e per tonne: 241.79, 118.79, 120.05, 1,861.79, 269.50; re-used wood 38.54.
  it.each([
    ['brick', 0.24179, 0],
    ['concrete', 0.11879, 0],
    ['partition-board', 0.12005, 0],
    ['insulation', 1.86179, 0],
    ['structural-timber', 0.2695, 0.03854],
    ['wood-floor', 0.2695, 0.03854],
  ] as const)('%s: %d, reconditioning %d', (material, production, reconditioning) => {
    expect(FACTOR_SET.factors[material]).toMatchObject({
      kgCO2ePerKg: production,
      reconditioningKgCO2ePerKg: reconditioning,
    })
  })

  it('claim nothing for the other materials', () => {
    expect(Object.keys(FACTOR_SET.factors).filter(isMaterialType)).toHaveLength(6)
    expect(FACTOR_SET.factors['structural-steel']).toBeUndefined()
    expect(FACTOR_SET.factors.window).toBeUndefined()
  })

  it('say where they come from', () => {
    expect(FACTOR_SET.licence).toContain('Open Government Licence')
    expect(isIsoDay(FACTOR_SET.validFrom)).toBe(true)
  })
})
