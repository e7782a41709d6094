import type { Pixels } from '~/features/photos/model/pixels'
import type { LabelScores } from './suggest'

/** What a model says of one photo. `embedding` has length one; null when the model gives none. */
export type PhotoAnswer = { scores: LabelScores; embedding: Float32Array | null }

/** A model that looks at photos, wherever it comes from. */
export type PhotoModel = { look: (pixels: Pixels) => Promise<PhotoAnswer> }

/** The probabilities of labels from a model's raw outputs, in the order of the labels. */
export function scoresOfLogits(labels: readonly string[], logits: Float32Array): LabelScores {
  const highest = logits.reduce((most, logit) => Math.max(most, logit), -Infinity)
  const exponentials = Array.from(logits, (logit) => Math.exp(logit - highest))
  const total = exponentials.reduce((sum, each) => sum + each, 0)
  return Object.fromEntries(labels.map((label, index) => [label, (exponentials[index] ?? 0) / total]))
}
