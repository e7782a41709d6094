import { describe, expect, it } from 'vitest'
import { actsFor } from './case'
import { isInForce, mayAnswer, mayAppeal } from './appeal'

const DAY_MS = 86_400_000
const hidden = { act: 'hidden', appealedAtMs: null, decidedAtMs: 0 } as const

describe('a decision', () => {
  it.each([
    ['that hides', {}, true],
    ['that an appeal ended', { appealOutcome: 'overturned' } as const, false],
    ['that an appeal upheld', { appealOutcome: 'upheld' } as const, true],
    ['whose words were changed since', { supersededAtMs: 5 }, false],
    ['that asks for a correction', { act: 'asked' } as const, true],
    ['that shows again', { act: 'restored' } as const, false],
    ['that asks nothing', { act: 'dismissed' } as const, false],
  ])('%s', (_name, change, holds) => {
    expect(isInForce({ act: 'hidden', appealOutcome: null, supersededAtMs: null, ...change })).toBe(holds)
  })
})

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
  expect(actsFor({ isHidden: false, isWaiting: true })).toEqual(['dismissed', 'asked'])
})
