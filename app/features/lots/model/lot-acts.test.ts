import { expect, it } from 'vitest'
import { lotActsOf } from './lot-acts'

const TODAY = '2026-10-01'

it.each([
  ['published', '2026-10-09', 'copy edit pause withdraw'],
  ['published', '2026-10-01', 'copy edit withdraw'],
  ['paused', '2026-10-09', 'copy edit resume withdraw'],
  ['paused', '2026-10-01', 'copy edit withdraw'],
  ['withdrawn', '2026-10-09', 'copy'],
] as const)('a lot that is %s until %s can be: %s', (status, availableUntil, acts) => {
  expect([...lotActsOf({ status, availableUntil }, TODAY)].sort().join(' ')).toBe(acts)
})
