import { expect, it } from 'vitest'
import { lotActsOf } from './lot-acts'

const TODAY = '2026-10-01'

it.each([
  ['published', '2026-10-09', 5, 'copy edit pause withdraw'],
  ['published', '2026-10-09', 0, 'copy edit pause withdraw'],
  ['published', '2026-10-01', 5, 'copy edit withdraw'],
  ['paused', '2026-10-09', 5, 'copy edit resume withdraw'],
  ['paused', '2026-10-01', 5, 'copy edit withdraw'],
  ['withdrawn', '2026-10-09', 5, 'copy'],
] as const)(
  'a lot that is %s until %s with %i left can be: %s',
  (status, availableUntil, availableMilli, acts) => {
    expect([...lotActsOf({ status, availableUntil, availableMilli }, TODAY)].sort().join(' ')).toBe(acts)
  },
)
