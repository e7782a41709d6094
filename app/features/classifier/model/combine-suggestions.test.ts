import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MATERIAL_TYPES } from '~/core/material-types'
import { combineSuggestions } from './combine-suggestions'
import type { Suggestion } from './suggest'

const brick: Suggestion = { verdict: 'sure', candidates: [{ material: 'brick', confidence: 0.9 }] }
const maybeBrick: Suggestion = {
  verdict: 'likely',
  candidates: [
    { material: 'brick', confidence: 0.5 },
    { material: 'stone', confidence: 0.3 },
  ],
}
const door: Suggestion = { verdict: 'sure', candidates: [{ material: 'door', confidence: 0.8 }] }
const nothing: Suggestion = { verdict: 'not-a-material', candidates: [] }
const unsure: Suggestion = { verdict: 'unsure', candidates: [] }

describe('what several photos suggest together', () => {
  it('is unsure without photos', () => {
    expect(combineSuggestions([])).toEqual(unsure)
  })

  it('is what the only photo suggests', () => {
    for (const one of [brick, maybeBrick, nothing, unsure]) expect(combineSuggestions([one])).toEqual(one)
  })

  it('averages confidence over the photos that show a material', () => {
    const said = combineSuggestions([brick, maybeBrick, nothing])
    expect(said.verdict).toBe('sure')
    expect(said.candidates[0]).toEqual({ material: 'brick', confidence: 0.7 })
    expect(said.candidates[1]).toEqual({ material: 'stone', confidence: 0.15 })
  })

  it('preselects nothing when photos are sure of different materials', () => {
    expect(combineSuggestions([brick, door]).verdict).toBe('likely')
  })

  it('says «not a material» only when every photo says so', () => {
    expect(combineSuggestions([nothing, nothing]).verdict).toBe('not-a-material')
    expect(combineSuggestions([nothing, unsure]).verdict).toBe('unsure')
  })

  it('does not depend on the order of photos', () => {
    const candidate = fc.record({
      material: fc.constantFrom(...MATERIAL_TYPES),
      confidence: fc.integer({ min: 1, max: 64 }).map((n) => n / 64),
    })
    const photo: fc.Arbitrary<Suggestion> = fc.record({
      verdict: fc.constantFrom('sure' as const, 'likely' as const, 'unsure' as const),
      candidates: fc.uniqueArray(candidate, { minLength: 1, maxLength: 3, selector: (c) => c.material }),
    })
    fc.assert(
      fc.property(fc.array(photo), (photos) => {
        expect(combineSuggestions([...photos].reverse())).toEqual(combineSuggestions(photos))
      }),
    )
  })
})
