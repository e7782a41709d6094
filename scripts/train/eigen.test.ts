import { describe, expect, it } from 'vitest'
import { eigenOf } from './eigen'
import { seededRandom } from './random'

describe('eigenOf', () => {
  it('finds the pairs of a matrix that can be done by hand', () => {
    const { values, vectors } = eigenOf(Float64Array.of(2, 1, 1, 2), 2)
    expect([...values]).toEqual([expect.closeTo(3, 12), expect.closeTo(1, 12)])
    expect([...vectors[0]!]).toEqual([expect.closeTo(Math.SQRT1_2, 12), expect.closeTo(Math.SQRT1_2, 12)])
  })

  it('rebuilds a random symmetric matrix from orthonormal vectors', () => {
    const size = 24
    const random = seededRandom(5)
    const matrix = new Float64Array(size * size)
    for (let i = 0; i < size; i++) {
      for (let j = i; j < size; j++) matrix[i * size + j] = matrix[j * size + i] = random() - 0.5
    }
    const { values, vectors } = eigenOf(matrix, size)
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        const rebuilt = vectors.reduce((sum, vector, k) => sum + values[k]! * vector[i]! * vector[j]!, 0)
        expect(rebuilt).toBeCloseTo(matrix[i * size + j]!, 10)
        const product = vectors[i]!.reduce((sum, value, k) => sum + value * vectors[j]![k]!, 0)
        expect(product).toBeCloseTo(i === j ? 1 : 0, 10)
      }
    }
  })
})
