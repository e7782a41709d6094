import { describe, expect, it } from 'vitest'
import { estimateMassG } from '~/core/material-masses'
import { MATERIAL_TYPES } from '~/core/material-types'
import { isCountable, MAX_QUANTITY, MILLI, UNITS } from '~/core/units'
import { quantityPresets, type ContainerPreset } from './quantity-presets'

const containersOf = (...args: Parameters<typeof quantityPresets>) =>
  quantityPresets(...args).filter((preset): preset is ContainerPreset => preset.kind === 'container')

describe('quantity presets', () => {
  it.each([
    ['brick', 'u', 'palette', 430],
    ['brick', 'u', 'big-bag', 430],
    ['roof-tile', 'm2', 'palette', 22],
    ['ceramic-tile', 'm2', 'palette', 52],
    ['wood-floor', 'm2', 'palette', 120],
    ['brick', 'm3', 'skip', 10],
    ['insulation', 'm3', 'big-bag', 1],
    ['other-metal', 'kg', 'palette', 1000],
    ['stone', 't', 'big-bag', 1],
  ] as const)(
    'reckons what a container holds of %s in %s: one %s is %d',
    (material, unit, container, holds) => {
      const preset = containersOf(material, unit).find((one) => one.container === container)
      expect(preset?.milli).toBe(holds * MILLI)
    },
  )

  it('tells nothing of what a container holds where no mass is published', () => {
    for (const material of ['door', 'window', 'sanitary', 'furniture', 'hvac-plumbing'] as const)
      expect(containersOf(material, 'u')).toEqual([])
    // A square metre of insulation has no mass without its thickness.
    expect(containersOf('insulation', 'm2')).toEqual([])
    expect(containersOf('structural-timber', 'ml')).toEqual([])
    // One square metre of slab alone makes half a tonne.
    expect(containersOf('concrete', 'm2')).toEqual([])
  })

  it('offers round numbers alone while the material is unknown', () => {
    expect(quantityPresets(null, 'm2').every(({ kind }) => kind === 'count')).toBe(true)
  })

  it('gives every material and unit two presets or more, all countable, growing and within what a form accepts', () => {
    for (const material of MATERIAL_TYPES)
      for (const unit of UNITS) {
        const presets = quantityPresets(material, unit)
        expect(presets.length).toBeGreaterThanOrEqual(2)
        for (const { milli } of presets) {
          expect(Number.isInteger(milli) && milli > 0 && milli <= MAX_QUANTITY * MILLI).toBe(true)
          expect(isCountable(milli, unit)).toBe(true)
        }
        const counts = presets.flatMap((preset) => (preset.kind === 'count' ? [preset.milli] : []))
        expect(counts).toEqual([...counts].sort((a, b) => a - b))
      }
  })

  it('never reckons more than the load that it tells, and tells the published source', () => {
    for (const material of MATERIAL_TYPES)
      for (const unit of UNITS)
        for (const { milli, basis } of containersOf(material, unit)) {
          if (basis.by !== 'mass') continue
          const estimate = estimateMassG(material, milli, unit)
          expect(estimate?.massG).toBeLessThanOrEqual(basis.loadKg * 1000)
          // Rounded down to two figures: at worst 2.9 units told as 2.
          expect(estimate?.massG).toBeGreaterThan((basis.loadKg * 2000) / 3)
          expect(basis.source).toBe(estimate?.source)
        }
  })
})
