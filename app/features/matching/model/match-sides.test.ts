import { describe, expect, it } from 'vitest'
import type { LotView } from '~/features/lots/model/lot'
import type { NeedView } from '~/features/needs/model/need'
import { matchLotOf, matchNeedOf } from './match-sides'

const point = { lat: 48.85, lon: 2.35 }
const lot = {
  id: 'l',
  material: 'structural-steel',
  unit: 't',
  quantityMilli: 4000,
  availableMilli: 3000,
  massG: 4_000_000,
  condition: 4,
  unitPriceCents: 20_000,
  availableFrom: '2026-03-01',
  availableUntil: '2026-04-01',
} as LotView

describe('match sides', () => {
  it('turns tonnes into kilograms on both sides', () => {
    expect(matchLotOf(lot, point)).toMatchObject({
      unit: 'kg',
      quantityMilli: 3_000_000,
      unitPriceCents: 20,
      massGPerUnit: 1000,
    })
    const need = { id: 'n', unit: 't', openMilli: 500, budgetUnitCents: null, minCondition: 2 } as NeedView
    expect(matchNeedOf(need, point)).toMatchObject({
      unit: 'kg',
      quantityMilli: 500_000,
      budgetUnitCents: null,
    })
  })

  it('derives the mass of a unit from the mass of the lot', () => {
    const doors = {
      ...lot,
      unit: 'u',
      quantityMilli: 10_000,
      availableMilli: 10_000,
      massG: 350_000,
    } as LotView
    expect(matchLotOf(doors, point)).toMatchObject({ unit: 'u', quantityMilli: 10_000, massGPerUnit: 35_000 })
    expect(matchLotOf({ ...doors, massG: null }, point).massGPerUnit).toBeNull()
  })
})
