import { expect, it } from 'vitest'
import { parseWanted } from '~/core/attributes/wanted'
import { textsOfSubmission, textsOfWanted } from './need-answers'

it('writes what is asked of a sheet so that the form reads the same again', () => {
  const wanted = {
    leafWidth: { kind: 'number', value: 830, tolerance: 0 },
    acousticDb: { kind: 'number', value: 38, tolerance: 2 },
    openingHand: { kind: 'choice', anyOf: ['left', 'reversible'] },
    frameIncluded: { kind: 'flag' },
  } as const
  expect(parseWanted('door', textsOfWanted(wanted))).toEqual({ ok: true, values: wanted })
})

it('takes whatever a submission holds for texts, and nothing else', () => {
  expect(textsOfSubmission({ leafWidth: { value: '830' }, width: 'x' })).toEqual({
    leafWidth: { value: '830' },
  })
  expect(textsOfSubmission('x')).toEqual({})
})
