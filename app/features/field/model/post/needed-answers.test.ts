import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HAZARDS } from '~/core/lot-terms'
import { NO_HAZARD, type PostingAnswers } from '~/features/lots/model/posting-answers'
import { isProhibited, neededAnswers, toggledHazards } from './needed-answers'

const COMPLETE: PostingAnswers = {
  material: 'door',
  quantity: '12',
  condition: '4',
  hazards: [NO_HAZARD],
  availableUntil: '2027-04-01',
  siteId: 'a-site',
  cedingRight: 'owner',
}
const PHOTO = [{}]

describe('what is still to be answered', () => {
  it('is everything at first, the photo before all, and nothing at last', () => {
    expect(neededAnswers({ answers: {}, photos: [] })).toEqual([
      'photos',
      'material',
      'quantity',
      'condition',
      'hazards',
      'availableUntil',
      'siteId',
      'cedingRight',
    ])
    expect(neededAnswers({ answers: COMPLETE, photos: PHOTO })).toEqual([])
  })

  it.each([
    ['no quantity', { quantity: '' }, 'quantity'],
    ['a quantity of nothing', { quantity: '0' }, 'quantity'],
    ['a quantity that is no number', { quantity: 'beaucoup' }, 'quantity'],
    ['no declaration of dangers', { hazards: [] }, 'hazards'],
    ['asbestos', { hazards: ['asbestos'] }, 'hazards'],
    ['no site', { siteId: ' ' }, 'siteId'],
  ] as const)('with %s is that alone', (_, answers, needed) => {
    expect(neededAnswers({ answers: { ...COMPLETE, ...answers }, photos: PHOTO })).toEqual([needed])
  })
})

describe('dangers at a tap', () => {
  it('declares, takes back, and lets «none known» and any danger exclude each other', () => {
    expect(toggledHazards({}, 'sharp-edges')).toEqual(['sharp-edges'])
    expect(toggledHazards({ hazards: ['sharp-edges'] }, 'sharp-edges')).toEqual([])
    expect(toggledHazards({ hazards: ['sharp-edges', 'pressure'] }, NO_HAZARD)).toEqual([NO_HAZARD])
    expect(toggledHazards({ hazards: [NO_HAZARD] }, 'pressure')).toEqual(['pressure'])
  })

  it('never holds both, nor the same twice, whatever is tapped', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(NO_HAZARD, ...HAZARDS)), (taps) => {
        let hazards: string[] = []
        for (const tapped of taps) hazards = toggledHazards({ hazards }, tapped)
        expect(new Set(hazards).size).toBe(hazards.length)
        if (hazards.includes(NO_HAZARD)) expect(hazards).toEqual([NO_HAZARD])
      }),
    )
  })

  it('knows what may not be offered at all', () => {
    expect(isProhibited({ hazards: ['asbestos', 'sharp-edges'] })).toBe(true)
    expect(isProhibited({ hazards: ['lead-paint'] })).toBe(false)
  })
})
