import { MATERIALS_BY_LABEL, type Label } from './labels'
import type { Thresholds } from './model-card'
import { scoresOfLogits } from './photo-model'
import type { LabelScores } from './suggest'

/** Every label that photos are compared with: sentences need no photos to learn from. */
export const ZERO_SHOT_LABELS = Object.keys(MATERIALS_BY_LABEL) as Label[]

/** What one group of sentences says, as a vector of length one in the space of the photos. */
export type Prototype = { label: string; direction: Float32Array }

/** How similarities become probabilities, and probabilities verdicts. */
export type Calibration = { temperature: number; thresholds: Thresholds }

/**
 * In use until a calibration with photos has been made here. Nothing is ever said to be sure, so that nothing is
 * preselected, and a temperature of two halves the confidence that the model itself would claim.
 */
export const UNMEASURED: Calibration = {
  temperature: 2,
  thresholds: { sure: 1, likely: 0.6, notMaterial: 0.5, hint: 0.05 },
}

/** The vector scaled to length one. Throws when it has no direction: all zeros, or not finite. */
export function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector)
  if (!Number.isFinite(length) || length === 0)
    throw new Error('The model answers a vector without direction')
  return vector.map((value) => value / length)
}

/** The mean direction of vectors of equal weight, whatever their lengths; of length one. */
export function meanDirection(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]?.length ?? 0)
  for (const vector of vectors) unit(vector).forEach((value, index) => (sum[index] = sum[index]! + value))
  return unit(sum)
}

export function cosine(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) throw new Error(`Vectors of ${a.length} and ${b.length} numbers`)
  return a.reduce((sum, value, index) => sum + value * b[index]!, 0)
}

/**
 * The probability of each label for a photo: the softmax of `sharpness` × the cosine with the label's closest
 * prototype. `photo` and the prototypes have length one; `sharpness` is the model's logit scale ÷ temperature.
 */
export function zeroShotScores(
  photo: Float32Array,
  prototypes: readonly Prototype[],
  sharpness: number,
): LabelScores {
  const closest = new Map<string, number>()
  for (const { label, direction } of prototypes) {
    closest.set(label, Math.max(closest.get(label) ?? -1, cosine(photo, direction)))
  }
  return scoresOfLogits(
    [...closest.keys()],
    Float32Array.from(closest.values(), (similarity) => sharpness * similarity),
  )
}

/**
 * The logit scale that a model was trained to, from logits that it gave for known cosines: the slope of the line
 * through them. Null when the cosines are too close to each other to tell.
 */
export function logitScaleOf(cosines: readonly number[], logits: readonly number[]): number | null {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanCosine, meanLogit] = [mean(cosines), mean(logits)]
  let [covariance, variance] = [0, 0]
  cosines.forEach((value, index) => {
    covariance += (value - meanCosine) * (logits[index]! - meanLogit)
    variance += (value - meanCosine) ** 2
  })
  const scale = covariance / variance
  return variance > 1e-6 && Number.isFinite(scale) && scale > 0 ? scale : null
}
