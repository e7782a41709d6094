import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MATERIAL_TYPES } from '~/core/material-types'
import { monthlyMasses } from './monthly-masses'

it('names the heaviest four materials and puts the others together', () => {
  const rows = MATERIAL_TYPES.slice(0, 6).map((material, index) => ({
    material,
    massG: index + 1,
    handedOverOn: '2026-03-09',
  }))
  const { materials, months } = monthlyMasses(rows, 2026)
  expect(materials).toEqual(MATERIAL_TYPES.slice(2, 6).reverse())
  expect(months[2]).toEqual({
    month: '2026-03',
    massG: { ...Object.fromEntries(materials.map((material, index) => [material, 6 - index])), rest: 3 },
  })
  expect(months.filter(({ massG }) => Object.keys(massG).length > 0)).toHaveLength(1)
})

it('loses no gram of the year', () => {
  const row = fc.record({
    material: fc.constantFrom(...MATERIAL_TYPES),
    massG: fc.integer({ min: 1, max: 1e9 }),
    handedOverOn: fc.integer({ min: 1, max: 12 }).map((month) => `2026-${String(month).padStart(2, '0')}-15`),
  })
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const { months } = monthlyMasses(rows, 2026)
      const counted = months
        .flatMap(({ massG }) => Object.values(massG))
        .reduce((sum, massG) => sum + massG, 0)
      expect(counted).toBe(rows.reduce((sum, { massG }) => sum + massG, 0))
    }),
  )
})
