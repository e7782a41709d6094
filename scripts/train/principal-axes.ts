import { eigenOf } from './eigen'
import { seededRandom } from './random'

/** Directions of length one along which rows spread most, and the variance along each, largest first. */
export type PrincipalAxes = { mean: Float64Array; axes: Float64Array[]; variances: Float64Array }

const SEED = 12
const ROUNDS = 5
/** Directions carried along beside those asked for: the last ones settle slowest. */
const SPARE = 16

/**
 * The first principal axes of rows, by block power iteration from seeded random directions (Halko, Martinsson and
 * Tropp 2011), which never forms the matrix of all covariances. The result depends on the rows alone.
 */
export function principalAxes(rows: readonly Float32Array[], count: number): PrincipalAxes {
  const mean = meanOf(rows)
  const centred = rows.map((row) => Float64Array.from(row, (value, i) => value - mean[i]!))
  const block = Math.min(count + SPARE, mean.length, rows.length)
  const random = seededRandom(SEED)
  let basis: Float64Array[] = Array.from({ length: block }, () =>
    Float64Array.from(mean, () => random() - 0.5),
  )
  orthonormalise(basis)
  for (let round = 0; round < ROUNDS; round++) {
    basis = spread(centred, basis)
    orthonormalise(basis)
  }
  const scores = centred.map((row) => basis.map((axis) => dot(row, axis)))
  const { values, vectors } = eigenOf(secondMoments(scores, block), block)
  const kept = Math.min(count, block)
  return {
    mean,
    axes: vectors.slice(0, kept).map((vector) => combine(basis, vector)),
    variances: values.slice(0, kept).map((value) => Math.max(value, 0)),
  }
}

/** The mean product of every pair of columns, as a matrix whose rows stand end to end. */
export function secondMoments(rows: readonly ArrayLike<number>[], width: number): Float64Array {
  const matrix = new Float64Array(width * width)
  for (const row of rows) {
    for (let i = 0; i < width; i++) {
      const share = row[i]! / rows.length
      for (let j = i; j < width; j++) matrix[i * width + j]! += share * row[j]!
    }
  }
  for (let i = 0; i < width; i++) {
    for (let j = 0; j < i; j++) matrix[i * width + j] = matrix[j * width + i]!
  }
  return matrix
}

/** `Σ weights[k] · rows[k]`. */
export function combine(rows: readonly Float64Array[], weights: ArrayLike<number>): Float64Array {
  const sum = new Float64Array(rows[0]?.length ?? 0)
  rows.forEach((row, k) => {
    const weight = weights[k]!
    for (let i = 0; i < sum.length; i++) sum[i]! += weight * row[i]!
  })
  return sum
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

function meanOf(rows: readonly Float32Array[]): Float64Array {
  const sum = new Float64Array(rows[0]?.length ?? 0)
  for (const row of rows) {
    for (let i = 0; i < sum.length; i++) sum[i]! += row[i]!
  }
  return sum.map((value) => value / Math.max(1, rows.length))
}

/** One step of the power iteration: `Xᵀ·X·axis` of every axis. */
function spread(rows: readonly Float64Array[], basis: readonly Float64Array[]): Float64Array[] {
  return basis.map((axis) => {
    const next = new Float64Array(axis.length)
    for (const row of rows) {
      const score = dot(row, axis)
      for (let i = 0; i < next.length; i++) next[i]! += score * row[i]!
    }
    return next
  })
}

/** Gram–Schmidt, twice over, since one pass loses right angles when directions nearly agree. */
function orthonormalise(basis: Float64Array[]): void {
  basis.forEach((axis, index) => {
    for (let pass = 0; pass < 2; pass++) {
      for (const earlier of basis.slice(0, index)) {
        const along = dot(axis, earlier)
        for (let i = 0; i < axis.length; i++) axis[i]! -= along * earlier[i]!
      }
    }
    const length = Math.sqrt(dot(axis, axis)) || 1
    for (let i = 0; i < axis.length; i++) axis[i]! /= length
  })
}
