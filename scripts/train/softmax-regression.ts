import type { LinearLayer } from '../model/head-file'
import { minimise } from './minimise'

/** Rows of features with the label each should get, and how much each row counts. */
export type Sample = {
  features: readonly Float32Array[]
  labels: readonly number[]
  weights: readonly number[]
}

/**
 * Fits a softmax regression with an L2 penalty on features scaled to mean 0 and deviation 1; the scaling is
 * folded into the layer returned, which applies to the features as they are.
 *
 * Minimises `Σ w·(−log p) / Σ w + penalty/2 · ‖W‖²`; biases are free. Convex: the result depends on the data alone.
 *
 * With an `anchor` the penalty is on the distance to that layer, biases included: `penalty/2 · ‖θ − anchor‖²`, the most
 * probable layer when the anchor is what was known before (a Gaussian prior; «L2-SP», Li, Grandvalet and Davoine 2018).
 */
export function fitSoftmax(
  sample: Sample,
  labelCount: number,
  penalty: number,
  anchor?: LinearLayer,
): LinearLayer {
  const { means, deviations } = moments(sample.features)
  const width = means.length
  const rows = sample.features.map((row) => row.map((x, i) => (x - means[i]!) / deviations[i]!))
  const total = sample.weights.reduce((sum, weight) => sum + weight, 0)
  const size = labelCount * (width + 1)
  const centre = anchor ? scaled(anchor, means, deviations) : new Float64Array(size)
  const isPenalised = (index: number) => anchor !== undefined || index % (width + 1) !== width
  const solution = minimise((parameters) => {
    const gradient = new Float64Array(size)
    let value = 0
    rows.forEach((row, index) => {
      const share = sample.weights[index]! / total
      const errors = softmax(affine(row, parameters, labelCount))
      const label = sample.labels[index]!
      value -= share * Math.log(Math.max(errors[label]!, 1e-30))
      errors[label]! -= 1
      addOuter(gradient, errors, row, share)
    })
    for (let index = 0; index < size; index++) {
      if (!isPenalised(index)) continue
      const distance = parameters[index]! - centre[index]!
      value += (penalty / 2) * distance ** 2
      gradient[index]! += penalty * distance
    }
    return { value, gradient }
  }, centre.slice())
  return unscale(solution, labelCount, means, deviations)
}

/** Logits of one row of features. */
export function applyLayer({ weights, biases }: LinearLayer, features: Float32Array): number[] {
  return weights.map((row, label) => {
    let sum = biases[label]!
    for (let i = 0; i < row.length; i++) sum += row[i]! * features[i]!
    return sum
  })
}

/** Probabilities of logits, divided by a temperature. */
export function softmax(logits: readonly number[], temperature = 1): number[] {
  const highest = Math.max(...logits)
  const exponentials = logits.map((logit) => Math.exp((logit - highest) / temperature))
  const total = exponentials.reduce((sum, each) => sum + each, 0)
  return exponentials.map((each) => each / total)
}

/** Parameters are laid out per label: the weights of its features, then its bias. */
function affine(row: Float32Array, parameters: Float64Array, labelCount: number): number[] {
  const width = row.length
  const logits = new Array<number>(labelCount)
  for (let label = 0; label < labelCount; label++) {
    const offset = label * (width + 1)
    // Four sums at a time: one alone would wait for each addition to end before the next.
    let [a, b, c, d] = [parameters[offset + width]!, 0, 0, 0]
    let i = 0
    for (; i + 3 < width; i += 4) {
      a += parameters[offset + i]! * row[i]!
      b += parameters[offset + i + 1]! * row[i + 1]!
      c += parameters[offset + i + 2]! * row[i + 2]!
      d += parameters[offset + i + 3]! * row[i + 3]!
    }
    for (; i < width; i++) a += parameters[offset + i]! * row[i]!
    logits[label] = a + b + c + d
  }
  return logits
}

function addOuter(gradient: Float64Array, errors: readonly number[], row: Float32Array, share: number): void {
  const width = row.length
  errors.forEach((error, label) => {
    const step = error * share
    const offset = label * (width + 1)
    for (let i = 0; i < width; i++) gradient[offset + i]! += step * row[i]!
    gradient[offset + width]! += step
  })
}

export function moments(rows: readonly Float32Array[]): { means: Float64Array; deviations: Float64Array } {
  const width = rows[0]?.length ?? 0
  const means = new Float64Array(width)
  const deviations = new Float64Array(width)
  for (const row of rows) row.forEach((x, i) => (means[i]! += x / rows.length))
  for (const row of rows) row.forEach((x, i) => (deviations[i]! += (x - means[i]!) ** 2 / rows.length))
  return { means, deviations: deviations.map((variance) => Math.sqrt(variance) + 1e-6) }
}

/** The parameters of a layer for scaled features: the inverse of `unscale`. */
function scaled(
  { weights, biases }: LinearLayer,
  means: Float64Array,
  deviations: Float64Array,
): Float64Array {
  const width = means.length
  const parameters = new Float64Array(weights.length * (width + 1))
  weights.forEach((row, label) => {
    const offset = label * (width + 1)
    let bias = biases[label]!
    for (let i = 0; i < width; i++) {
      parameters[offset + i] = row[i]! * deviations[i]!
      bias += row[i]! * means[i]!
    }
    parameters[offset + width] = bias
  })
  return parameters
}

export function unscale(
  parameters: Float64Array,
  labelCount: number,
  means: Float64Array,
  deviations: Float64Array,
): LinearLayer {
  const width = means.length
  const layer: LinearLayer = { weights: [], biases: [] }
  for (let label = 0; label < labelCount; label++) {
    const offset = label * (width + 1)
    const row = Float32Array.from({ length: width }, (_, i) => parameters[offset + i]! / deviations[i]!)
    layer.weights.push(row)
    layer.biases.push(row.reduce((bias, weight, i) => bias - weight * means[i]!, parameters[offset + width]!))
  }
  return layer
}
