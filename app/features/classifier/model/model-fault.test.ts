import { describe, expect, it } from 'vitest'
import { retryDelayMs } from './model-fault'

describe('retryDelayMs', () => {
  it.each([
    [0, 1],
    [1, 1],
    [2, 5],
    [3, 15],
    [4, 60],
    [500, 60],
  ])('after %i failures is %i minutes', (failures, minutes) => {
    expect(retryDelayMs(failures)).toBe(minutes * 60_000)
  })
})
