/**
 * The lower triangle L of a symmetric positive definite matrix A (`size × size`, row-major), with L·Lᵀ = A; the upper
 * triangle of the result is zero. Throws when A is not positive definite.
 */
export function cholesky(matrix: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size)
  for (let row = 0; row < size; row++) {
    const at = row * size
    for (let column = 0; column <= row; column++) {
      const there = column * size
      let sum = matrix[at + column]!
      for (let k = 0; k < column; k++) sum -= lower[at + k]! * lower[there + k]!
      if (column < row) lower[at + column] = sum / lower[there + column]!
      else if (sum > 0) lower[at + row] = Math.sqrt(sum)
      else throw new Error('The matrix is not positive definite')
    }
  }
  return lower
}

/** Solves Lᵀ·x = b for a lower triangle L (`size × size`, row-major). */
export function solveTransposed(lower: Float64Array, size: number, b: Float64Array): Float64Array {
  const x = Float64Array.from(b)
  for (let row = size - 1; row >= 0; row--) {
    x[row]! /= lower[row * size + row]!
    for (let k = 0; k < row; k++) x[k]! -= lower[row * size + k]! * x[row]!
  }
  return x
}
