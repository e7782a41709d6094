import type { Projection } from '../model/head-file'
import { eigenOf } from './eigen'
import { combine, dot, principalAxes, secondMoments, type PrincipalAxes } from './principal-axes'
import { showsMaterial, type TrainingSet } from './training-set'

/**
 * - `plain`: principal axes; distances as in the full features, as far as few numbers hold them.
 * - `whitened`: every axis counts the same.
 * - `within-label`: directions in which photos of one label differ count for less (within-class covariance
 *   normalisation, Hatch, Kajarekar and Stolcke 2006), then principal axes.
 */
export type ProjectionKind = 'plain' | 'whitened' | 'within-label'

export type LabelledRows = { features: readonly Float32Array[]; truths: readonly number[] }

/** Size and kind that find photos of the same material and the same object best; see decision 012. */
const CHOSEN = { kind: 'within-label', dimensions: 64 } as const
/** Axes kept before differences within labels are weighed. */
const FIRST_AXES = 192
/** Share of the mean variance added to each, so that directions hardly ever seen are not blown up. */
const SHRINKAGE = 0.3

/** The projection that a photo's embedding is made with. Depends on the rows alone; `first` are their axes. */
export function fitProjection(
  rows: LabelledRows,
  { kind, dimensions }: { kind: ProjectionKind; dimensions: number } = CHOSEN,
  first: PrincipalAxes = firstAxes(rows),
): Projection {
  if (kind === 'within-label') {
    return projectionOf(first.mean, weighWithinLabels(rows, first).slice(0, dimensions))
  }
  const axes = kind === 'plain' ? first.axes : whiten(first, dimensions)
  return projectionOf(first.mean, axes.slice(0, dimensions))
}

/** The rows of the photos that show a material: other things have no common look to compare by. */
export function materialRows(
  { photos, truths }: TrainingSet,
  features: readonly Float32Array[],
): LabelledRows {
  const shown = [...photos.keys()].filter((index) => showsMaterial(photos[index]!))
  return { features: shown.map((index) => features[index]!), truths: shown.map((index) => truths[index]!) }
}

/** The axes that any projection of these rows starts from. */
export function firstAxes({ features }: LabelledRows): PrincipalAxes {
  return principalAxes(features, FIRST_AXES)
}

/** A row of features as a vector of length one. */
export function project({ mean, rows }: Projection, features: Float32Array): Float32Array {
  const centred = features.map((value, index) => value - (mean?.[index] ?? 0))
  const reduced = Float32Array.from(rows, (row) => dot(row, centred))
  const length = Math.sqrt(dot(reduced, reduced)) || 1
  return reduced.map((value) => value / length)
}

function projectionOf(mean: Float64Array, axes: readonly Float64Array[]): Projection {
  return { mean: Float32Array.from(mean), rows: axes.map((axis) => Float32Array.from(axis)) }
}

function whiten({ axes, variances }: PrincipalAxes, dimensions: number): Float64Array[] {
  const floor = SHRINKAGE * meanOf(variances.slice(0, dimensions))
  return axes.map((axis, index) => scale(axis, 1 / Math.sqrt(variances[index]! + floor)))
}

function weighWithinLabels(
  { features, truths }: LabelledRows,
  { mean, axes }: PrincipalAxes,
): Float64Array[] {
  const size = axes.length
  const scores = features.map((row) => {
    const centred = row.map((value, index) => value - mean[index]!)
    return axes.map((axis) => dot(axis, centred))
  })
  const { values, vectors } = eigenOf(secondMoments(aroundLabels(scores, truths), size), size)
  const floor = SHRINKAGE * meanOf(values)
  const narrowed = vectors.map((vector, index) => scale(vector, 1 / Math.sqrt(values[index]! + floor)))
  const weighed = scores.map((row) => narrowed.map((vector) => dot(vector, row)))
  const last = eigenOf(secondMoments(weighed, size), size)
  return last.vectors.map((vector) => combine(axes, combine(narrowed, vector)))
}

/** Each row less the mean of its label. */
function aroundLabels(rows: readonly number[][], truths: readonly number[]): number[][] {
  const sums = new Map<number, { count: number; sum: number[] }>()
  rows.forEach((row, index) => {
    const group = sums.get(truths[index]!) ?? { count: 0, sum: row.map(() => 0) }
    group.count++
    row.forEach((value, i) => (group.sum[i]! += value))
    sums.set(truths[index]!, group)
  })
  return rows.map((row, index) => {
    const { count, sum } = sums.get(truths[index]!)!
    return row.map((value, i) => value - sum[i]! / count)
  })
}

function scale(vector: Float64Array, factor: number): Float64Array {
  return vector.map((value) => value * factor)
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
