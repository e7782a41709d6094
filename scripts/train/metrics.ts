import type { LabelMetrics } from '~/features/classifier/model/model-card'

/** A photo's probabilities, in the order of the labels, and the index of its true label (-1: not one of them). */
export type Answer = { probabilities: readonly number[]; truth: number }

/** Index of the largest value; the first of equals. */
export function indexOfMax(values: readonly number[]): number {
  return values.reduce((best, value, index) => (value > values[best]! ? index : best), 0)
}

/** Share of photos whose true label is among the `k` most probable, the first of equals before; 0 without photos. */
export function topShare(answers: readonly Answer[], k: number): number {
  return share(answers, ({ probabilities, truth }) => {
    if (truth < 0) return false
    const own = probabilities[truth]!
    const isBefore = (probability: number, index: number) =>
      probability > own || (probability === own && index < truth)
    return probabilities.filter(isBefore).length < k
  })
}

/**
 * Expected calibration error (Naeini et al. 2015): mean gap between confidence and accuracy over ten bins of
 * confidence of equal width, weighted by their photos.
 */
export function calibrationError(answers: readonly Answer[]): number {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, confidence: 0, right: 0 }))
  for (const { probabilities, truth } of answers) {
    const answer = indexOfMax(probabilities)
    const confidence = probabilities[answer]!
    const bin = bins[Math.min(9, Math.floor(confidence * 10))]!
    bin.count++
    bin.confidence += confidence
    if (answer === truth) bin.right++
  }
  const gap = bins.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0)
  return answers.length ? gap / answers.length : 0
}

/** Largest share of answers, taken from the most confident down, of which at least `precision` are right. */
export function coverageAt(
  precision: number,
  answers: readonly { confidence: number; right: boolean }[],
): number {
  const ordered = [...answers].sort((a, b) => b.confidence - a.confidence)
  let right = 0
  let covered = 0
  ordered.forEach((answer, index) => {
    if (answer.right) right++
    const tied = ordered[index + 1]?.confidence === answer.confidence
    if (!tied && right / (index + 1) >= precision) covered = index + 1
  })
  return ordered.length ? covered / ordered.length : 0
}

/** Recall, precision and their harmonic mean, for each label that has photos. */
export function perLabel(
  answers: readonly Answer[],
  labels: readonly string[],
): Record<string, LabelMetrics> {
  const rows = labels.map((label, index) => {
    const photos = answers.filter(({ truth }) => truth === index).length
    const said = answers.filter(({ probabilities }) => indexOfMax(probabilities) === index)
    const right = said.filter(({ truth }) => truth === index).length
    const recall = photos ? right / photos : 0
    const precision = said.length ? right / said.length : 0
    const f1 = right ? (2 * recall * precision) / (recall + precision) : 0
    return [label, { photos, recall: round(recall), precision: round(precision), f1: round(f1) }] as const
  })
  return Object.fromEntries(rows.filter(([, { photos }]) => photos > 0))
}

export function meanF1(rows: Record<string, LabelMetrics>): number {
  const values = Object.values(rows).map(({ f1 }) => f1)
  return values.length ? values.reduce((sum, f1) => sum + f1, 0) / values.length : 0
}

/** Area under the ROC curve: the chance that a random positive scores above a random negative; ties count half. */
export function areaUnderRoc(positives: readonly number[], negatives: readonly number[]): number {
  if (positives.length === 0 || negatives.length === 0) return 0
  let wins = 0
  for (const positive of positives) {
    for (const negative of negatives) wins += positive > negative ? 1 : positive === negative ? 0.5 : 0
  }
  return wins / (positives.length * negatives.length)
}

/** Nearest-rank percentile, `rank` from 0 to 1; 0 without values. */
export function percentile(values: readonly number[], rank: number): number {
  const ordered = [...values].sort((a, b) => a - b)
  return ordered[Math.max(0, Math.ceil(rank * ordered.length) - 1)] ?? 0
}

/** Share of items that pass; 0 without items. */
export function share<T>(items: readonly T[], passes: (item: T) => boolean): number {
  return items.length ? items.filter(passes).length / items.length : 0
}

/** Four decimals: finer than any of these figures is known. */
export function round(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
