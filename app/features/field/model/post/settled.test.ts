import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MATERIAL_TYPES } from '~/core/material-types'
import { answerChanges } from './answer-changes'
import { choose, type Answering } from './answering'
import { atSite, settled, type Surroundings } from './settled'
import { NO_MEMORY } from './site-defaults'

const NOTHING: Answering = { answers: {}, chosen: [] }
const HALLE = { id: 'halle', endsOn: '2027-06-30', recalled: { cedingRight: 'owner', access: 'Quai nord' } }
const ECOLE = { id: 'ecole', endsOn: '2027-03-20', recalled: {} }
const AROUND: Surroundings = {
  sites: [HALLE],
  memory: NO_MEMORY,
  lastLotSiteId: null,
  today: '2027-03-10',
  suggestion: null,
}

describe('what is known without asking', () => {
  it('is the only site with its right and end, today, and what the model is sure of', () => {
    const suggestion = {
      verdict: 'sure' as const,
      candidates: [{ material: 'door' as const, confidence: 0.97 }],
    }
    expect(settled(NOTHING, { ...AROUND, suggestion })).toMatchObject({
      answers: {
        siteId: 'halle',
        cedingRight: 'owner',
        availableFrom: '2027-03-10',
        availableUntil: '2027-06-30',
        material: 'door',
        unit: 'u',
      },
      chosen: [],
    })
  })

  it('leaves what the model said before, as after a reload without network', () => {
    const before = { answers: { material: 'door', suggested: 'door', unit: 'u' }, chosen: [] }
    expect(settled(before, AROUND).answers).toMatchObject({ material: 'door', suggested: 'door' })
  })

  it('is the day alone when the site is to be asked', () => {
    const now = settled(NOTHING, { ...AROUND, sites: [HALLE, ECOLE] })
    expect(answerChanges(NOTHING, now)).toEqual({ answers: { availableFrom: '2027-03-10' }, chosen: [] })
  })

  it('changes nothing more when settled again, whatever is known and was chosen', () => {
    const suggestions = fc.option(
      fc.record({
        verdict: fc.constantFrom('sure' as const, 'likely' as const, 'unsure' as const),
        candidates: fc.array(
          fc.record({ material: fc.constantFrom(...MATERIAL_TYPES), confidence: fc.constant(0.5) }),
          { maxLength: 3 },
        ),
      }),
    )
    const given = fc.record(
      { material: fc.constantFrom('door', 'brick'), siteId: fc.constantFrom('halle', 'ecole') },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(suggestions, given, fc.boolean(), (suggestion, answers, isSingle) => {
        const around = { ...AROUND, sites: isSingle ? [HALLE] : [HALLE, ECOLE], suggestion }
        const once = settled(choose(NOTHING, answers), around)
        expect(answerChanges(once, settled(once, around))).toBeNull()
      }),
    )
  })
})

describe('another site', () => {
  it('brings its own terms, over those of the site before and under those of the person', () => {
    const first = atSite(choose(NOTHING, { access: 'Portail bleu' }), HALLE, AROUND)
    const then = atSite(choose(first, { siteId: 'ecole' }), ECOLE, AROUND)
    expect(then.answers).toMatchObject({
      siteId: 'ecole',
      cedingRight: '',
      availableUntil: '2027-03-20',
      access: 'Portail bleu',
    })
  })
})
