import { BEST_SCORE, weightOf, type Criterion } from './criteria'

/** What one reviewer gave, 0 to 5 by criterion. */
export type Scores = Readonly<Record<string, number>>

/**
 * One reviewer's points out of 100: the mean of the scores by weight, scaled. A criterion without a score makes it
 * null, since leaving one out would change the others' weights.
 */
export function pointsOf(criteria: readonly Criterion[], scores: Scores): number | null {
  const whole = weightOf(criteria)
  if (whole <= 0) return null
  let sum = 0
  for (const { id, weight } of criteria) {
    const score = scores[id]
    if (score === undefined) return null
    sum += weight * score
  }
  return (100 * sum) / (BEST_SCORE * whole)
}

export type Summary = {
  reviews: number
  /** Out of 100; null without a review. */
  mean: number | null
  lowest: number | null
  highest: number | null
  /** Standard deviation of the reviewers given (divided by their number, not by one less), in points. */
  spread: number | null
}

/** What the reviewers' points say together. */
export function summaryOf(points: readonly number[]): Summary {
  const reviews = points.length
  if (reviews === 0) return { reviews, mean: null, lowest: null, highest: null, spread: null }
  const mean = points.reduce((sum, point) => sum + point, 0) / reviews
  const variance = points.reduce((sum, point) => sum + (point - mean) ** 2, 0) / reviews
  return {
    reviews,
    mean,
    lowest: Math.min(...points),
    highest: Math.max(...points),
    spread: Math.sqrt(variance),
  }
}

/** Means closer than this, in points, share a rank: they differ by rounding only. */
const SAME = 1e-9

/** From the best mean down; equal means share a rank and the next one is skipped. Without a review: no rank, at the end. */
export function ranked<Row extends { summary: Summary; submittedAtMs: number | null }>(
  rows: readonly Row[],
): (Row & { rank: number | null })[] {
  const sorted = [...rows].sort(
    (a, b) =>
      (b.summary.mean ?? -1) - (a.summary.mean ?? -1) || (a.submittedAtMs ?? 0) - (b.submittedAtMs ?? 0),
  )
  return sorted.map((row) => {
    const { mean } = row.summary
    if (mean === null) return { ...row, rank: null }
    const better = sorted.filter(({ summary }) => summary.mean !== null && summary.mean > mean + SAME)
    return { ...row, rank: better.length + 1 }
  })
}
