import type { CalibrationBin, Confusion } from '~/features/classifier/model/model-card'
import { indexOfMax, round, type Answer } from './metrics'

const BINS = 10

/** Counts answers by true label and by the most probable one. Answers without a true label are left out. */
export function confusionOf(answers: readonly Answer[], labels: readonly string[]): Confusion {
  const counts = labels.map(() => labels.map(() => 0))
  for (const { probabilities, truth } of answers) {
    const row = counts[truth]
    if (row) row[indexOfMax(probabilities)]!++
  }
  return { labels: [...labels], counts }
}

/** How often answers are right, by how sure they are; the bins of the expected calibration error. */
export function calibrationBins(answers: readonly Answer[]): CalibrationBin[] {
  const bins = Array.from({ length: BINS }, () => ({ photos: 0, confidence: 0, right: 0 }))
  for (const { probabilities, truth } of answers) {
    const answer = indexOfMax(probabilities)
    const confidence = probabilities[answer] ?? 0
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))]!
    bin.photos++
    bin.confidence += confidence
    if (answer === truth) bin.right++
  }
  return bins.flatMap(({ photos, confidence, right }, index) =>
    photos === 0
      ? []
      : [
          {
            from: round(index / BINS),
            until: round((index + 1) / BINS),
            photos,
            confidence: round(confidence / photos),
            right: round(right / photos),
          },
        ],
  )
}
