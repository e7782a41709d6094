import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkNeedStatus, needActs, reopeningWaitsFor } from './need-act'

const TODAY = '2027-03-01'
const need = { status: 'open', neededUntil: '2027-03-12', openMilli: 1000 } as const
const paused = { ...need, status: 'paused' } as const
const closed = { ...need, status: 'closed' } as const

describe('the status of a need', () => {
  it.each([
    ['pauses while open', need, 'paused', null],
    ['closes while open', need, 'closed', null],
    ['closes once its days are over', { ...need, neededUntil: TODAY }, 'closed', null],
    ['closes once served', { ...need, openMilli: 0 }, 'closed', null],
    ['reopens after a pause', paused, 'open', null],
    ['reopens after it was closed', closed, 'open', null],
    ['does not pause once closed', closed, 'paused', 'conflict'],
    [
      'does not reopen on its last day, which is excluded',
      { ...closed, neededUntil: TODAY },
      'open',
      'need-window-passed',
    ],
    ['reopens on the eve', { ...closed, neededUntil: '2027-03-02' }, 'open', null],
    ['does not reopen once fully served', { ...paused, openMilli: 0 }, 'open', 'need-served'],
    ['says the window first', { ...paused, openMilli: 0, neededUntil: TODAY }, 'open', 'need-window-passed'],
    ['stays open without a question', { ...need, neededUntil: TODAY }, 'open', null],
  ] as const)('%s', (_name, given, next, refusal) => {
    expect(checkNeedStatus(given, next, TODAY)).toBe(refusal)
  })
})

const anyNeed = fc.record({
  status: fc.constantFrom('open', 'paused', 'closed'),
  neededUntil: fc.constantFrom('2027-02-01', TODAY, '2027-03-02', '2028-01-01'),
  openMilli: fc.integer({ min: 0, max: 3 }),
} as const)
const STATUS_OF = { pause: 'paused', reopen: 'open', close: 'closed' } as const

it('offers no act that would be refused, and always a way on', () => {
  fc.assert(
    fc.property(anyNeed, (given) => {
      const acts = needActs(given, TODAY)
      expect(acts).toContain('edit')
      expect(acts).toContain('duplicate')
      for (const act of acts) {
        if (act in STATUS_OF) {
          const next = STATUS_OF[act as keyof typeof STATUS_OF]
          expect(next).not.toBe(given.status)
          expect(checkNeedStatus(given, next, TODAY)).toBeNull()
        }
      }
    }),
  )
})

it('says what a reopening waits for, and nothing of an open need', () => {
  expect(reopeningWaitsFor({ ...closed, openMilli: 0 }, TODAY)).toBe('need-served')
  expect(reopeningWaitsFor({ ...paused, neededUntil: TODAY }, TODAY)).toBe('need-window-passed')
  expect(reopeningWaitsFor({ ...need, openMilli: 0 }, TODAY)).toBeNull()
})
