import { expect, it } from 'vitest'
import type { LotView } from '~/features/lots/model/lot'
import { compareRows } from './compare-rows'

const base = {
  id: 'a',
  material: 'door',
  unit: 'u',
  quantityMilli: 10_000,
  availableMilli: 4_000,
  massG: null,
  massEstimated: false,
  condition: 3,
  unitPriceCents: 0,
  availableFrom: '2026-12-01',
  availableUntil: '2026-12-20',
  communeName: 'Montreuil',
  organisationName: 'Curage',
  isWhole: false,
  minTakeMilli: null,
  hazards: [],
  removal: null,
  packaging: null,
  volumeL: null,
  vehicle: null,
  storageUntil: null,
  cedingRight: 'owner',
  quantityVerified: false,
  attributes: { leafWidth: 830 },
} as unknown as LotView

const rowsOf = (...changes: Partial<LotView>[]) =>
  compareRows(
    changes.map((change) => ({ ...base, ...change })),
    'fr',
  )

it('marks what is not the same on all lots, and that alone', () => {
  const rows = rowsOf({}, { condition: 5, unitPriceCents: 250 }, {})
  expect(rows.filter(({ differs }) => differs).map(({ key }) => key)).toEqual(['condition', 'price'])
  expect(rowsOf({}, {}).some(({ differs }) => differs)).toBe(false)
})

it('shows each attribute that one lot at least says, with a dash for the others', () => {
  const rows = rowsOf({}, { attributes: { leafWidth: 930, leafHeight: 2040 } })
  expect(rows.find(({ key }) => key === 'attribute.leafHeight')).toMatchObject({
    values: ['–', expect.stringMatching(/^2\s040\smm$/)],
    differs: true,
  })
  expect(rows.find(({ key }) => key === 'attribute.leafWidth')?.values).toHaveLength(2)
})
