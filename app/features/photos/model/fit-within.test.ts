import { describe, expect, it } from 'vitest'
import { fitWithin } from './fit-within'

describe('an image brought within a square', () => {
  it.each([
    [
      { width: 4032, height: 3024 },
      { width: 1600, height: 1200 },
    ],
    [
      { width: 3024, height: 4032 },
      { width: 1200, height: 1600 },
    ],
    [
      { width: 800, height: 600 },
      { width: 800, height: 600 },
    ],
    [
      { width: 1600, height: 1600 },
      { width: 1600, height: 1600 },
    ],
    [
      { width: 20_000, height: 3 },
      { width: 1600, height: 1 },
    ],
  ])('%j becomes %j', (size, fitted) => {
    expect(fitWithin(size, 1600)).toEqual(fitted)
  })
})
