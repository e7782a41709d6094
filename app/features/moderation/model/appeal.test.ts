import { describe, expect, it } from 'vitest'
import { actsFor } from './case'
import { isInForce, mayAnswer, mayAppeal } from './appeal'

const DAY_MS = 86_400_000
const hidden = { act: 'hidden', appealedAtMs: null, decidedAtMs: 0 } as const

describe('an appeal', () => {
  it.each([
    ['against what was hidden', hidden, 0, true],
    ['against what was asked', { ...hidden, act: 'asked' } as const, 0, true],
    ['not against what changed nothing', { ...hidden, act: 'dismissed' } as const, 0, false],
    ['once', { ...hidden, appealedAtMs: 1 }, 2, false],
    ['on the last day', hidden, 183 * DAY_MS, true],
    ['not after six months', hidden, 183 * DAY_MS + 1, false],
  ])('%s', (_name, decision, now, may) => {
    expect(mayAppeal(decision, now)).toBe(may)
  })

  it('is answered by someone else, where there is someone else', () => {
    expect(mayAnswer('first', 'other', ['first', 'other'])).toBe(true)
    expect(mayAnswer('first', 'first', ['first', 'other'])).toBe(false)
    expect(mayAnswer('first', 'first', ['first'])).toBe(true)
  })
})

it('offers what fits: a hidden listing can only be shown again', () => {
  expect(actsFor({ isHidden: true })).toEqual(['restored'])
  expect(actsFor({ isHidden: false })).toEqual(['dismissed', 'asked', 'hidden'])
})

it.each([
  ['asked', null, true],
  ['hidden', 'upheld', true],
  ['hidden', 'overturned', false],
  ['restored', null, false],
  ['dismissed', null, false],
] as const)('the owner is shown a decision in force: %s, %s', (act, appealOutcome, isShown) => {
  expect(isInForce({ act, appealOutcome })).toBe(isShown)
})
