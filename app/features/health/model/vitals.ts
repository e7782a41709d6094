/** What is measured of a page in a browser, in the words of web-vitals; times in ms, CLS without a unit. */
export const VITALS = ['LCP', 'INP', 'CLS', 'FCP', 'TTFB'] as const
export type Vital = (typeof VITALS)[number]

/** Upper bounds of the classes that values are counted in; one more class holds what is above. */
const MS_BOUNDS = [
  ...[25, 50, 75, 100, 150, 200, 300, 400, 500, 650, 800, 1000, 1250, 1500, 1800, 2100, 2500, 3000, 3500],
  ...[4000, 5000, 6500, 8000, 10_000, 15_000, 20_000, 30_000],
] as const
const SHIFT_BOUNDS = [0.005, 0.01, 0.02, 0.035, 0.05, 0.075, 0.1, 0.15, 0.2, 0.25, 0.35, 0.5, 1, 2] as const

/** Where a value stops being good and where it is poor, at the 75th percentile (web.dev, Core Web Vitals). */
export const VITAL_LIMITS: Readonly<Record<Vital, { good: number; poor: number }>> = {
  LCP: { good: 2500, poor: 4000 },
  INP: { good: 200, poor: 500 },
  CLS: { good: 0.1, poor: 0.25 },
  FCP: { good: 1800, poor: 3000 },
  TTFB: { good: 800, poor: 1800 },
}

export function boundsOf(vital: Vital): readonly number[] {
  return vital === 'CLS' ? SHIFT_BOUNDS : MS_BOUNDS
}

/** The class of a value: the first whose bound is not below it. */
export function bucketOf(vital: Vital, value: number): number {
  const bounds = boundsOf(vital)
  const at = bounds.findIndex((bound) => value <= bound)
  return at === -1 ? bounds.length : at
}

/**
 * The value that a share of the counted ones do not exceed, drawn straight within its class; the last bound for what is
 * above all. Null when nothing was counted.
 * @param counts class to how many
 */
export function percentileOf(
  vital: Vital,
  counts: ReadonlyMap<number, number>,
  share: number,
): number | null {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (total === 0) return null
  const bounds = boundsOf(vital)
  const wanted = share * total
  let below = 0
  for (let bucket = 0; bucket < bounds.length; bucket++) {
    const count = counts.get(bucket) ?? 0
    if (count > 0 && below + count >= wanted) {
      const low = bounds[bucket - 1] ?? 0
      return low + (bounds[bucket]! - low) * Math.max(0, (wanted - below) / count)
    }
    below += count
  }
  return bounds.at(-1)!
}

export type VitalVerdict = 'good' | 'middling' | 'poor'

export function verdictOf(vital: Vital, value: number): VitalVerdict {
  const { good, poor } = VITAL_LIMITS[vital]
  if (value <= good) return 'good'
  return value <= poor ? 'middling' : 'poor'
}
