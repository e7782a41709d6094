import { expect, it } from 'vitest'
import { lineFunnels } from './line-funnels'

const lot = (
  id: string,
  inventoryLineId: string | null,
  massG: number | null,
  status = 'published' as const,
) => ({
  ...{ id, inventoryLineId, massG, removal: null },
  status: status as 'published' | 'withdrawn',
})

it('weighs by line what is offered and what was handed over', () => {
  const lots = [
    lot('a', 'doors', 400_000),
    lot('b', 'doors', 100_000),
    lot('c', null, 50_000),
    lot('d', 'beams', null),
  ]
  const granted = [
    { lotId: 'a', isCollected: true, massG: 120_000 },
    { lotId: 'b', isCollected: false, massG: 80_000 },
    { lotId: 'c', isCollected: true, massG: 50_000 },
  ]
  const found = lineFunnels({ lots, granted })
  expect(found.get('doors')).toEqual({
    lots: 2,
    publishedG: 500_000,
    reservedG: 80_000,
    handedOverG: 120_000,
    lotsWithoutMass: 0,
  })
  expect(found.get(null)).toEqual({
    lots: 1,
    publishedG: 50_000,
    reservedG: 0,
    handedOverG: 50_000,
    lotsWithoutMass: 0,
  })
  expect(found.get('beams')).toEqual({
    lots: 1,
    publishedG: 0,
    reservedG: 0,
    handedOverG: 0,
    lotsWithoutMass: 1,
  })
})

it('keeps of a withdrawn lot what was granted only', () => {
  const lots = [{ ...lot('a', 'doors', 400_000), status: 'withdrawn' as const }]
  const found = lineFunnels({ lots, granted: [{ lotId: 'a', isCollected: true, massG: 90_000 }] })
  expect(found.get('doors')).toMatchObject({ publishedG: 90_000, handedOverG: 90_000 })
})
