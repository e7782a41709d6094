import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cholesky, solveTransposed } from './cholesky'

const SIZE = 4
const square = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), {
  minLength: SIZE * SIZE,
  maxLength: SIZE * SIZE,
})

describe('cholesky', () => {
  it('gives back the matrix, and solves with its transpose', () => {
    fc.assert(
      fc.property(square, (entries) => {
        const at = (matrix: ArrayLike<number>, row: number, column: number) => matrix[row * SIZE + column]!
        const matrix = new Float64Array(SIZE * SIZE)
        for (let i = 0; i < SIZE; i++) {
          for (let j = 0; j < SIZE; j++) {
            for (let k = 0; k < SIZE; k++) matrix[i * SIZE + j]! += at(entries, i, k) * at(entries, j, k)
          }
          matrix[i * SIZE + i]! += 1
        }
        const lower = cholesky(matrix, SIZE)
        const right = Float64Array.of(1, -2, 3, 0.5)
        const solved = solveTransposed(lower, SIZE, right)
        for (let i = 0; i < SIZE; i++) {
          let back = 0
          for (let k = 0; k < SIZE; k++) back += at(lower, k, i) * solved[k]!
          expect(back).toBeCloseTo(right[i]!, 8)
          for (let j = 0; j < SIZE; j++) {
            let product = 0
            for (let k = 0; k < SIZE; k++) product += at(lower, i, k) * at(lower, j, k)
            expect(product).toBeCloseTo(at(matrix, i, j), 8)
          }
        }
      }),
    )
  })

  it('refuses a matrix that is not positive definite', () => {
    expect(() => cholesky(Float64Array.of(1, 2, 2, 1), 2)).toThrow('positive definite')
  })
})
