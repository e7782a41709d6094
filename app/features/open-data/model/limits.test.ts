import fc from 'fast-check'
import { expect, it } from 'vitest'
import { allowanceOf, REQUESTS_PER_WINDOW, WINDOW_MS, windowOf } from './limits'

it.each([
  [1, 0, { isAllowed: true, remaining: REQUESTS_PER_WINDOW - 1, resetS: 60 }],
  [REQUESTS_PER_WINDOW, 59_999, { isAllowed: true, remaining: 0, resetS: 1 }],
  [REQUESTS_PER_WINDOW + 1, 30_500, { isAllowed: false, remaining: 0, resetS: 30 }],
])('after %i requests at %i ms', (requests, ms, expected) => {
  expect(allowanceOf(requests, ms)).toEqual(expected)
})

it('tells a reset after which the window is another one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), (ms) => {
      const { resetS } = allowanceOf(1, ms)
      expect(windowOf(ms + resetS * 1000)).toBe(windowOf(ms) + WINDOW_MS)
    }),
  )
})
