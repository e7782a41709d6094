import { expect, it } from 'vitest'
import { tellingDecimals } from './telling-decimals'

it.each([
  [0.123, 0.129, 1],
  [0.1231, 0.1234, 2],
  [0.12341, 0.12343, 3],
  [0.123401, 0.1234011, 4],
  [0.2, 0.2, 1],
])('%f and %f are told apart by %i decimals', (before, after, decimals) => {
  expect(tellingDecimals(before, after)).toBe(decimals)
})
