import { describe, expect, it } from 'vitest'
import { answerChanges } from './answer-changes'

const BEFORE = { answers: { material: 'door', hazards: ['pressure'] }, chosen: ['material'] }

describe('what the store is told', () => {
  it.each([
    ['nothing when nothing changed', BEFORE, null],
    [
      'nothing for an empty answer that was not there',
      { ...BEFORE, answers: { ...BEFORE.answers, title: '' } },
      null,
    ],
    [
      'the answers that differ',
      { ...BEFORE, answers: { material: 'door', hazards: ['pressure', 'asbestos'], quantity: '3' } },
      { answers: { hazards: ['pressure', 'asbestos'], quantity: '3' }, chosen: [] },
    ],
    [
      'an answer taken back',
      { ...BEFORE, answers: { material: '', hazards: [] } },
      { answers: { material: '', hazards: [] }, chosen: [] },
    ],
    [
      'a choice of what stood there already',
      { ...BEFORE, chosen: ['material', 'hazards'] },
      { answers: {}, chosen: ['hazards'] },
    ],
  ])('is %s', (_, now, change) => {
    expect(answerChanges(BEFORE, now)).toEqual(change)
  })
})
