import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignRows } from './assignment'

function total(cost: number[][], columns: number[]): number {
  return columns.reduce((sum, column, row) => sum + cost[row]![column]!, 0)
}

/** The least total over every way to give distinct columns. */
function bruteForce(cost: number[][], row = 0, used = new Set<number>()): number {
  if (row === cost.length) return 0
  let best = Infinity
  cost[row]!.forEach((value, column) => {
    if (used.has(column)) return
    best = Math.min(best, value + bruteForce(cost, row + 1, new Set([...used, column])))
  })
  return best
}

const table = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 2 }))
  .chain(([rows, spare]) =>
    fc.array(
      fc.array(fc.integer({ min: -20, max: 20 }), { minLength: rows + spare, maxLength: rows + spare }),
      { minLength: rows, maxLength: rows },
    ),
  )

describe('assignRows', () => {
  it('finds the total that trying every assignment finds', () => {
    fc.assert(
      fc.property(table, (cost) => {
        const columns = assignRows(cost)
        expect(new Set(columns).size).toBe(cost.length)
        expect(total(cost, columns)).toBe(bruteForce(cost))
      }),
      { numRuns: 300 },
    )
  })

  it('gives up a row its favourite column when that serves the whole', () => {
    const cost = [
      [1, 2],
      [1, 9],
    ]
    expect(assignRows(cost)).toEqual([1, 0])
  })

  it('has nothing to assign without rows', () => {
    expect(assignRows([])).toEqual([])
  })

  it.each([
    ['more rows than columns', [[1], [2]]],
    [
      'ragged rows',
      [
        [1, 2],
        [1, 2, 3],
      ],
    ],
    ['a cost that is no number', [[Number.NaN, 1]]],
    ['an infinite cost', [[Infinity, 1]]],
  ])('rejects %s', (_, cost) => {
    expect(() => assignRows(cost)).toThrow(RangeError)
  })
})
