import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fewestTold, hiddenCells, told } from './suppression'

const FEWEST = fewestTold('public', 3)
const ALL = fewestTold('detail', 3)

describe('what is told of a figure', () => {
  it.each([
    [0, true],
    [1, false],
    [FEWEST - 1, false],
    [FEWEST, true],
  ])('of %i handovers to the public: %s', (count, isTold) => {
    const figure = { massG: 1000 * count, count }
    expect(told(figure, FEWEST)).toEqual(isTold ? figure : { massG: null, count: null })
    expect(told(figure, ALL)).toEqual(figure)
  })
})

describe('the hidden cells of a table whose total is told', () => {
  it.each([
    [[5, 4, 3], []],
    [[0, 0, 0], []],
    [
      [1, 5, 4],
      [0, 2],
    ],
    [
      [1, 1, 9],
      [0, 1, 2],
    ],
    [
      [1, 2, 9],
      [0, 1],
    ],
    [[2], [0]],
  ])('%j hide %j', (counts, hidden) => {
    expect([...hiddenCells(counts, FEWEST)].sort()).toEqual(hidden)
    expect(hiddenCells(counts, ALL).size).toBe(0)
  })

  it('cannot be found by subtraction, and no more is hidden than must be', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 12 }), { maxLength: 20 }), (counts) => {
        const hidden = hiddenCells(counts, FEWEST)
        const small = counts.filter((count) => count > 0 && count < FEWEST)
        const told = counts.filter((_, index) => !hidden.has(index))
        expect(told.every((count) => count === 0 || count >= FEWEST)).toBe(true)
        if (small.length === 0) expect(hidden.size).toBe(0)
        const together = [...hidden].map((index) => counts[index]!)
        const sum = together.reduce((a, b) => a + b, 0)
        const isAll = told.every((count) => count === 0)
        if (hidden.size > 0) expect(isAll || (hidden.size >= 2 && sum >= FEWEST)).toBe(true)
        const largest = Math.max(0, ...together)
        const without = together.length - 1 >= 2 && sum - largest >= FEWEST
        if (largest >= FEWEST) expect(without).toBe(false)
      }),
    )
  })
})
