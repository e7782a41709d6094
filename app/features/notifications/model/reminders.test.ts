import { expect, it } from 'vitest'
import { dueWarning, LOT_LEAVES_DAYS } from './reminders'

it.each([
  [8, null],
  [7, 7],
  [3, 7],
  [2, 2],
  [1, 2],
  [0, null],
  [-4, null],
])('%i days before a lot leaves, the warning of %s days is due', (daysLeft, warning) => {
  expect(dueWarning(daysLeft, LOT_LEAVES_DAYS)).toBe(warning)
})
