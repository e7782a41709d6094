import type { LinearLayer } from '../model/head-file'
import { cholesky, solveTransposed } from './cholesky'
import { minimise } from './minimise'
import { moments, softmax, unscale, type Sample } from './softmax-regression'

/** A sample of which some rows show a second label (-1: none). */
export type WideSample = Sample & { seconds: readonly number[] }

export type WideSettings = {
  /** Weight of `½‖W‖²`, on features scaled to mean 0 and deviation 1. */
  penalty: number
  /** Share of each target that is spread over all labels (label smoothing, Szegedy et al. 2016). */
  smoothing: number
  /** Share of the target that goes to the second label, where there is one. */
  secondShare: number
}

/** Keeps the Gram matrix positive definite when two photos have the same features; relative to its mean diagonal. */
const RIDGE = 1e-9

/**
 * Fits a softmax regression with an L2 penalty where features outnumber samples. The best weights are a combination
 * of the samples (representer theorem, Schölkopf, Herbrich and Smola 2001), so the fit runs on the rows of L, with
 * L·Lᵀ the samples' inner products: the same problem, in as many dimensions as there are samples.
 *
 * Minimises `Σ w·(−Σ t·log p) / Σ w + penalty/2 · ‖W‖²`; biases are free. Convex: the result depends on the data alone.
 */
export function fitWideSoftmax(sample: WideSample, labelCount: number, settings: WideSettings): LinearLayer {
  const scale = moments(sample.features)
  const rows = sample.features.map((row) => row.map((x, i) => (x - scale.means[i]!) / scale.deviations[i]!))
  const size = rows.length
  const lower = cholesky(gramMatrix(rows), size)
  const solution = descend(lower, sample, labelCount, settings)
  const width = scale.means.length
  const parameters = new Float64Array(labelCount * (width + 1))
  for (let label = 0; label < labelCount; label++) {
    const shares = solveTransposed(lower, size, solution.subarray(label * size, (label + 1) * size))
    const offset = label * (width + 1)
    rows.forEach((row, index) => {
      const share = shares[index]!
      for (let i = 0; i < width; i++) parameters[offset + i]! += share * row[i]!
    })
    parameters[offset + width] = solution[labelCount * size + label]!
  }
  return unscale(parameters, labelCount, scale.means, scale.deviations)
}

/** Inner products of all pairs of rows. */
function gramMatrix(rows: readonly Float32Array[]): Float64Array {
  const size = rows.length
  const gram = new Float64Array(size * size)
  let trace = 0
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const product = dot(rows[i]!, rows[j]!)
      gram[i * size + j] = product
      gram[j * size + i] = product
    }
    trace += gram[i * size + i]!
  }
  for (let i = 0; i < size; i++) gram[i * size + i]! += (RIDGE * trace) / size
  return gram
}

function dot(a: Float32Array, b: Float32Array): number {
  // Four sums at a time: one alone would wait for each addition to end before the next.
  let [p, q, r, s] = [0, 0, 0, 0]
  let i = 0
  for (; i + 3 < a.length; i += 4) {
    p += a[i]! * b[i]!
    q += a[i + 1]! * b[i + 1]!
    r += a[i + 2]! * b[i + 2]!
    s += a[i + 3]! * b[i + 3]!
  }
  for (; i < a.length; i++) p += a[i]! * b[i]!
  return p + q + r + s
}

/** The fit on the rows of a lower triangle. Parameters: per label its weights, then all biases. */
function descend(
  lower: Float64Array,
  { labels, seconds, weights }: WideSample,
  labelCount: number,
  { penalty, smoothing, secondShare }: WideSettings,
): Float64Array {
  const size = labels.length
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const biasAt = labelCount * size
  return minimise(
    (parameters) => {
      const gradient = new Float64Array(parameters.length)
      let value = 0
      for (let row = 0; row < size; row++) {
        const share = weights[row]! / total
        const logits = Array.from({ length: labelCount }, (_, label) => {
          let sum = parameters[biasAt + label]!
          for (let k = 0, at = row * size, from = label * size; k <= row; k++) {
            sum += lower[at + k]! * parameters[from + k]!
          }
          return sum
        })
        const shareOfSecond = seconds[row] === -1 ? 0 : secondShare
        softmax(logits).forEach((probability, label) => {
          const part = label === labels[row] ? 1 - shareOfSecond : label === seconds[row] ? shareOfSecond : 0
          const target = smoothing / labelCount + part * (1 - smoothing)
          value -= share * target * Math.log(Math.max(probability, 1e-30))
          const step = share * (probability - target)
          for (let k = 0, at = row * size, from = label * size; k <= row; k++) {
            gradient[from + k]! += step * lower[at + k]!
          }
          gradient[biasAt + label]! += step
        })
      }
      for (let index = 0; index < biasAt; index++) {
        value += (penalty / 2) * parameters[index]! ** 2
        gradient[index]! += penalty * parameters[index]!
      }
      return { value, gradient }
    },
    new Float64Array(biasAt + labelCount),
  )
}
