/** Eigenvalues, largest first, and their eigenvectors of length one, in the same order. */
export type Eigen = { values: Float64Array; vectors: Float64Array[] }

const SWEEPS = 60
const NEGLIGIBLE = 1e-22

/**
 * All eigenpairs of a symmetric matrix (rows end to end) by cyclic Jacobi rotations (Golub and Van Loan, 8.5).
 * Meant for a few hundred rows. The sign of a vector is set by its largest component, which is positive.
 */
export function eigenOf(matrix: Float64Array, size: number): Eigen {
  const work = Float64Array.from(matrix)
  const vectors = Array.from({ length: size }, (_, index) => {
    const row = new Float64Array(size)
    row[index] = 1
    return row
  })
  const scale = work.reduce((sum, value) => sum + value * value, 0)
  for (let sweep = 0; sweep < SWEEPS && offDiagonal(work, size) > NEGLIGIBLE * scale; sweep++) {
    for (let p = 0; p < size - 1; p++) {
      for (let q = p + 1; q < size; q++) rotate(work, vectors, size, p, q)
    }
  }
  const order = [...vectors.keys()].sort((a, b) => work[b * size + b]! - work[a * size + a]!)
  return {
    values: Float64Array.from(order, (index) => work[index * size + index]!),
    vectors: order.map((index) => upright(vectors[index]!)),
  }
}

function offDiagonal(matrix: Float64Array, size: number): number {
  let sum = 0
  for (let p = 0; p < size; p++) {
    for (let q = p + 1; q < size; q++) sum += 2 * matrix[p * size + q]! ** 2
  }
  return sum
}

/** Turns rows and columns p and q so that their common element becomes zero. */
function rotate(matrix: Float64Array, vectors: Float64Array[], size: number, p: number, q: number): void {
  const shared = matrix[p * size + q]!
  if (shared === 0) return
  const slope = (matrix[q * size + q]! - matrix[p * size + p]!) / (2 * shared)
  const tangent = Math.sign(slope || 1) / (Math.abs(slope) + Math.hypot(slope, 1))
  const cosine = 1 / Math.hypot(tangent, 1)
  const sine = tangent * cosine
  for (let k = 0; k < size; k++) {
    const [a, b] = [matrix[k * size + p]!, matrix[k * size + q]!]
    matrix[k * size + p] = cosine * a - sine * b
    matrix[k * size + q] = sine * a + cosine * b
  }
  turn(matrix.subarray(p * size, (p + 1) * size), matrix.subarray(q * size, (q + 1) * size), cosine, sine)
  turn(vectors[p]!, vectors[q]!, cosine, sine)
}

function turn(first: Float64Array, second: Float64Array, cosine: number, sine: number): void {
  for (let k = 0; k < first.length; k++) {
    const [a, b] = [first[k]!, second[k]!]
    first[k] = cosine * a - sine * b
    second[k] = sine * a + cosine * b
  }
}

function upright(vector: Float64Array): Float64Array {
  const largest = vector.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0)
  return largest < 0 ? vector.map((value) => -value) : vector
}
