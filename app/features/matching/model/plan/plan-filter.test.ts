import { describe, expect, it } from 'vitest'
import { filterParts } from './plan-filter'

const TODAY = '2026-09-15'
const part = (criticalOn: string, lotCommuneCode = '93066', material = 'brick') => ({
  criticalOn,
  lotCommuneCode,
  needCommuneCode: '93048',
  material,
})

describe('the parts of a plan that a filter shows', () => {
  it('are of a commune on either side, of a material, critical or not', () => {
    const parts = [part('2026-09-16'), part('2026-12-01', '75056'), part('2026-12-01', '75056', 'door')]
    expect(filterParts(parts, {}, TODAY)).toEqual(parts)
    expect(filterParts(parts, { commune: '93048' }, TODAY)).toEqual(parts)
    expect(filterParts(parts, { commune: '75056' }, TODAY)).toEqual(parts.slice(1))
    expect(filterParts(parts, { materiau: 'door' }, TODAY)).toEqual(parts.slice(2))
    expect(filterParts(parts, { critique: 'oui' }, TODAY)).toEqual(parts.slice(0, 1))
  })
})
