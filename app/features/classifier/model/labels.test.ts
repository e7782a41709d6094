import { describe, expect, it } from 'vitest'
import { isMaterialType } from '~/core/material-types'
import { MATERIALS_BY_LABEL, materialsOfLabel } from './labels'

describe('materialsOfLabel', () => {
  it.each([
    ['brick', ['brick']],
    ['metal', ['structural-steel', 'other-metal']],
    ['radiator', ['hvac-plumbing']],
    ['carpet', ['soft-floor']],
    ['pallet', []],
    ['other', []],
    ['a label of another model', []],
    ['constructor', []],
  ])('maps %s to %j', (label, materials) => {
    expect(materialsOfLabel(label)).toEqual(materials)
  })

  it('names material types only', () => {
    expect(Object.values(MATERIALS_BY_LABEL).flat().every(isMaterialType)).toBe(true)
  })
})
