import { expect, it } from 'vitest'
import { daysLeft, deadlineOf, isUrgent } from './proposal'

it.each([
  ['2026-03-12', '2026-03-20', { on: '2026-03-12', by: 'lot' }],
  ['2026-03-20', '2026-03-12', { on: '2026-03-12', by: 'need' }],
  ['2026-03-12', '2026-03-12', { on: '2026-03-12', by: 'lot' }],
])('a lot until %s and a need until %s end with the first', (availableUntil, neededUntil, expected) => {
  expect(deadlineOf({ availableUntil, neededUntil })).toEqual(expected)
})

it.each([
  ['2026-03-16', 7, false],
  ['2026-03-15', 6, true],
  ['2026-03-10', 1, true],
  ['2026-03-09', 0, true],
  ['2026-03-01', 0, true],
])('on 9 March, a pair that ends on %s has %i days left; urgent: %s', (on, left, urgent) => {
  expect(daysLeft(on, '2026-03-09')).toBe(left)
  expect(isUrgent(on, '2026-03-09')).toBe(urgent)
})
