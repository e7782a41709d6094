/** A criterion of the review: what is asked, and its part of a hundred. */
export type Criterion = { id: string; name: string; text: string; weight: number }

export type CriteriaVersion = {
  version: number
  criteria: readonly Criterion[]
  reason: string
  publishedAtMs: number
}

/** Ids that criteria take in order; as many as a version can hold. */
export const CRITERION_IDS = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8'] as const

export const TOTAL_WEIGHT = 100
/** The best score of a criterion; the worst is 0. */
export const BEST_SCORE = 5

export function weightOf(criteria: readonly Pick<Criterion, 'weight'>[]): number {
  return criteria.reduce((sum, { weight }) => sum + weight, 0)
}

/** Whether two versions ask the same. */
export function sameCriteria(a: readonly Criterion[], b: readonly Criterion[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
