import type { IsoDay } from '~/core/days'
import { bucketOf, type Buckets } from './board-period'

/** One value for each step of the period; null where a step is not told, or has nothing to divide by. */
export type Spark = (number | null)[]

/** Sums by step of a period. */
export function sumSpark(sums: readonly { day: IsoDay; value: number }[], buckets: Buckets): number[] {
  const values = buckets.starts.map(() => 0)
  for (const { day, value } of sums) {
    const index = bucketOf(buckets, day)
    values[index] = (values[index] ?? 0) + value
  }
  return values
}

/**
 * How a cohort's rate grew: what its sites had handed over by the end of each step ÷ what they inventoried. It ends at
 * the headline when nothing was handed over after the period.
 */
export function rateSpark(
  sums: readonly { day: IsoDay; value: number }[],
  inventoriedG: number,
  { starts }: Buckets,
): Spark {
  if (inventoriedG <= 0) return starts.map(() => null)
  return starts.map((_, index) => {
    const next = starts[index + 1]
    const byThen = sums.reduce(
      (sum, { day, value }) => (next === undefined || day < next ? sum + value : sum),
      0,
    )
    return byThen / inventoriedG
  })
}
