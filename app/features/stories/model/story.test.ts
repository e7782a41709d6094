import { describe, expect, it } from 'vitest'
import { isPublicStory, isReinstallDay, NO_CONSENT, shownName } from './story'

const agreed = { isPublic: true, isNamed: false }
const named = { isPublic: true, isNamed: true }

describe('a story', () => {
  it.each([
    ['neither side was asked', NO_CONSENT, NO_CONSENT, false],
    ['the giver alone agrees', named, NO_CONSENT, false],
    ['the taker alone agrees', NO_CONSENT, named, false],
    ['both agree', agreed, agreed, true],
    ['one takes its agreement back', agreed, { isPublic: false, isNamed: true }, false],
  ])('is shown or not when %s', (_name, giver, taker, isShown) => {
    expect(isPublicStory({ giver, taker })).toBe(isShown)
  })

  it('names a side only where it agreed to its name', () => {
    expect(shownName(agreed, 'Curage Modèle')).toBeNull()
    expect(shownName({ isPublic: false, isNamed: true }, 'Curage Modèle')).toBeNull()
    expect(shownName(named, 'Curage Modèle')).toBe('Curage Modèle')
  })

  it.each([
    ['2026-09-01', true],
    ['2026-08-31', false],
    ['2026-09-15', true],
    ['2026-09-16', false],
  ])('%s is a day it can be put back to work: %s', (day, isOne) => {
    expect(isReinstallDay(day, { handedOverOn: '2026-09-01', today: '2026-09-15' })).toBe(isOne)
  })
})
