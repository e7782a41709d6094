import { describe, expect, it } from 'vitest'
import { leastTakeMilli } from './least-take'

describe('the least that one taker takes of a lot', () => {
  it.each([
    ['of any size', { availableMilli: 9000, isWhole: false, minTakeMilli: null }, 1],
    ['of a minimum', { availableMilli: 9000, isWhole: false, minTakeMilli: 4000 }, 4000],
    ['of a minimum, with less left', { availableMilli: 3000, isWhole: false, minTakeMilli: 4000 }, 3000],
    ['in one piece', { availableMilli: 9000, isWhole: true, minTakeMilli: null }, 9000],
    [
      'in one piece, whatever minimum stands',
      { availableMilli: 9000, isWhole: true, minTakeMilli: 2000 },
      9000,
    ],
    ['with nothing left', { availableMilli: 0, isWhole: false, minTakeMilli: null }, 0],
  ])('%s', (_, lot, least) => expect(leastTakeMilli(lot)).toBe(least))
})
