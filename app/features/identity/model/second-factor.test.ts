import { describe, expect, it } from 'vitest'
import { FRESH_MS, isFresh, pauseAfter, requiresFactor, stageOf } from './second-factor'

const session = { isHalf: false, isProven: false, hasFactor: false, isRequired: false, isExempt: false }

describe('stageOf', () => {
  it.each([
    [{}, 'open'],
    [{ hasFactor: true }, 'verify'],
    [{ isRequired: true }, 'enrol'],
    [{ isRequired: true, hasFactor: true }, 'verify'],
    [{ isRequired: true, hasFactor: true, isProven: true }, 'open'],
    [{ hasFactor: true, isProven: true }, 'open'],
    [{ isRequired: true, hasFactor: true, isExempt: true }, 'open'],
    [{ isHalf: true, hasFactor: true }, 'verify'],
    [{ isHalf: true, isRequired: true }, 'enrol'],
    [{ isHalf: true }, 'ended'],
    [{ isHalf: true, hasFactor: true, isProven: true }, 'ended'],
    [{ isHalf: true, hasFactor: true, isExempt: true }, 'ended'],
  ] as const)('%o is %s', (facts, stage) => {
    expect(stageOf({ ...session, ...facts })).toBe(stage)
  })

  it('never opens a half-open session, whatever else holds', () => {
    for (let bits = 0; bits < 16; bits += 1) {
      const [isProven, hasFactor, isRequired, isExempt] = [1, 2, 4, 8].map((bit) => (bits & bit) !== 0)
      const half = { isHalf: true, isProven, hasFactor, isRequired, isExempt } as typeof session
      expect(stageOf(half)).not.toBe('open')
    }
  })
})

it.each([
  [['giver', 'taker'], 'officials', false],
  [['giver', 'commune-agent'], 'officials', true],
  [['metropole-admin'], 'officials', true],
  [['giver'], 'everyone', true],
  [[], 'officials', false],
] as const)('%j with «%s»: %s', (roles, audience, required) => {
  expect(requiresFactor(roles, audience)).toBe(required)
})

it('pauses after five wrong codes, twice as long each time, a day at most', () => {
  expect([0, 1, 4, 6].map(pauseAfter)).toEqual([0, 0, 0, 0])
  expect([5, 10, 15].map((failures) => pauseAfter(failures) / 60_000)).toEqual([15, 30, 60])
  expect(pauseAfter(500)).toBe(86_400_000)
})

it('counts a proof for ten minutes, and none where none was kept', () => {
  expect(isFresh(1000, 1000 + FRESH_MS)).toBe(true)
  expect(isFresh(1000, 1001 + FRESH_MS)).toBe(false)
  expect(isFresh(null, 1000)).toBe(false)
})
