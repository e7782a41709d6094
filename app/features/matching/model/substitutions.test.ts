import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MATERIAL_TYPES } from '~/core/material-types'
import { materialFit } from './substitutions'

const material = fc.constantFrom(...MATERIAL_TYPES)

describe('materialFit', () => {
  it('is 1 for the same type, and otherwise 0 or within 0.55–0.9', () => {
    fc.assert(
      fc.property(material, material, (offered, wanted) => {
        const fit = materialFit(offered, wanted)
        if (offered === wanted) expect(fit).toBe(1)
        else expect(fit === 0 || (fit >= 0.55 && fit <= 0.9)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    ['structural-steel', 'other-metal', 0.55],
    ['structural-timber', 'wood-floor', 0.55],
    ['wood-floor', 'structural-timber', 0],
    ['other', 'brick', 0],
    ['window', 'door', 0],
  ] as const)('%s for %s: %d', (offered, wanted, fit) => {
    expect(materialFit(offered, wanted)).toBe(fit)
  })
})
