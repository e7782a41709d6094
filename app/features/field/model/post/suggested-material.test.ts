import { describe, expect, it } from 'vitest'
import type { Suggestion } from '~/features/classifier/model/suggest'
import { choose, type Answering } from './answering'
import { isSuggestedOnly, offeredMaterials, withSuggestion } from './suggested-material'

const NOTHING: Answering = { answers: {}, chosen: [] }
const says = (
  verdict: Suggestion['verdict'],
  ...materials: Suggestion['candidates'][number]['material'][]
) => ({
  verdict,
  candidates: materials.map((material, at) => ({ material, confidence: 0.9 - at / 4 })),
})

describe('what the model suggests', () => {
  it('stands in when it is sure and nobody chose, with its unit, and says that it is only suggested', () => {
    const now = withSuggestion(NOTHING, says('sure', 'wood-floor', 'structural-timber'))
    expect(now.answers).toMatchObject({ material: 'wood-floor', unit: 'm2', suggested: 'wood-floor' })
    expect(now.chosen).toEqual([])
    expect(isSuggestedOnly(now)).toBe(true)
  })

  it.each(['likely', 'unsure', 'not-a-material'] as const)('fills nothing when it is %s', (verdict) => {
    const now = withSuggestion(NOTHING, says(verdict, 'door'))
    expect(now.answers).toEqual({ suggested: '' })
    expect(isSuggestedOnly(now)).toBe(false)
  })

  it('never overwrites a choice, however late and however sure it comes', () => {
    const chosen = choose(NOTHING, { material: 'door' })
    const now = withSuggestion(chosen, says('sure', 'wood-floor'))
    expect(now.answers).toMatchObject({ material: 'door', unit: 'u', suggested: '' })
    expect(isSuggestedOnly(now)).toBe(false)
  })

  it('is told as confirmed when the person chose what it offers', () => {
    const now = withSuggestion(choose(NOTHING, { material: 'door' }), says('likely', 'window', 'door'))
    expect(now.answers.suggested).toBe('door')
    expect(isSuggestedOnly(now)).toBe(false)
  })

  it('goes when another photo makes the model doubt, as long as nobody confirmed it', () => {
    const sure = withSuggestion(NOTHING, says('sure', 'door'))
    expect(withSuggestion(sure, says('likely', 'door', 'window')).answers).toMatchObject({
      material: '',
      suggested: '',
    })
    const confirmed = choose(sure, { material: 'door' })
    expect(withSuggestion(confirmed, says('unsure', 'window')).answers).toMatchObject({
      material: 'door',
      suggested: '',
    })
  })

  it('leaves a material that was filled from elsewhere, such as the lot copied', () => {
    const copy: Answering = { answers: { material: 'door', suggested: '' }, chosen: [] }
    expect(withSuggestion(copy, says('unsure')).answers.material).toBe('door')
  })
})

describe('the chips of materials', () => {
  it('are what is offered, then what stands if it is not among them', () => {
    const now = choose(NOTHING, { material: 'stone' })
    const chips = offeredMaterials(now, says('likely', 'brick', 'concrete'))
    expect(chips.map(({ material, confidence }) => [material, confidence])).toEqual([
      ['brick', 0.9],
      ['concrete', 0.65],
      ['stone', null],
    ])
    expect(offeredMaterials(choose(NOTHING, { material: 'brick' }), says('likely', 'brick'))).toHaveLength(1)
    expect(offeredMaterials(NOTHING, says('unsure', 'brick'))).toEqual([])
  })
})
