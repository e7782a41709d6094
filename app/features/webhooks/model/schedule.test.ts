import { expect, it } from 'vitest'
import { MOST_ATTEMPTS, pauseAfter } from './schedule'

const pauses = (dice: number) =>
  Array.from({ length: MOST_ATTEMPTS - 1 }, (_, index) => pauseAfter(index + 1, dice) ?? Number.NaN)
const hours = (dice: number) => pauses(dice).reduce((sum, pause) => sum + pause, 0) / 3_600_000

it('tries for about a day, with pauses that grow to eight hours', () => {
  expect(pauses(0.5).map((ms) => ms / 1000)).toEqual([5, 20, 80, 320, 1280, 5120, 20480, 28800, 28800])
  expect(hours(0.5)).toBeCloseTo(23.6, 1)
  expect(pauseAfter(MOST_ATTEMPTS, 0.5)).toBeNull()
})

it('spreads what failed together by a fifth both ways', () => {
  expect([pauseAfter(1, 0), pauseAfter(1, 1)]).toEqual([4000, 6000])
  expect(hours(0)).toBeGreaterThan(18)
  expect(hours(1)).toBeLessThan(29)
})
