import { describe, expect, it } from 'vitest'
import { isNeedPressing, needStateOf } from './need-state'

const need = { status: 'open', neededUntil: '2027-03-12', openMilli: 1000 } as const

describe('needStateOf', () => {
  it.each([
    ['open until the eve of its deadline', need, '2027-03-11', 'open'],
    ['past on its deadline, which is excluded', need, '2027-03-12', 'past'],
    ['served when nothing is wanted any more', { ...need, openMilli: 0 }, '2027-03-01', 'served'],
    ['paused, whatever the dates', { ...need, status: 'paused' }, '2027-04-01', 'paused'],
    ['closed, whatever is left', { ...need, status: 'closed', openMilli: 0 }, '2027-03-01', 'closed'],
  ] as const)('is %s', (_name, given, today, expected) => {
    expect(needStateOf(given, today)).toBe(expected)
  })
})

describe('isNeedPressing', () => {
  it('starts three weeks before the deadline', () => {
    expect(isNeedPressing(need, '2027-02-18')).toBe(false)
    expect(isNeedPressing(need, '2027-02-19')).toBe(true)
  })
})
