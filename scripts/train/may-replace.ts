import { seededRandom } from './random'

/** A held-out photo of a material, answered by both heads; neither has learnt from its source. */
export type PairedAnswer = { source: string; oldRight: boolean; newRight: boolean }
/** `ece`: expected calibration error; `falseTags`: share of pictures of no material said to show one. From 0 to 1. */
export type Guard = { ece: number; falseTags: number }
export type Comparison = {
  pairs: readonly PairedAnswer[]
  /** Held-out pictures of no material, on which `falseTags` was measured. */
  outOfScope: number
  old: Guard
  new: Guard
}

export const RULES = {
  /** Fewer held-out photos, sources of them, or pictures of no material say too little to replace anything. */
  minPhotos: 100,
  minSources: 8,
  minOutOfScope: 30,
  /** How much worse the guards may get: what chance moves them by on so few photos. */
  eceTolerance: 0.02,
  falseTagTolerance: 0.02,
  /** Share of the resamples in which the new head must do better. */
  certainty: 0.95,
} as const

export type Reason =
  | 'too-few-photos'
  | 'too-few-sources'
  | 'too-few-out-of-scope'
  | 'not-better'
  | 'not-proven'
  | 'less-calibrated'
  | 'more-false-tags'
  | 'better'

/** `gain`: share of photos right with the new head less that with the old one; `lower`: its one-sided lower bound. */
export type Decision = { replaces: boolean; reason: Reason; gain: number; lower: number }

const RESAMPLES = 2000
const SEED = 20

/**
 * Whether a new head may take the place of the old one. The primary measure is the share of held-out photos whose most
 * probable label is right: it must be higher, and surely so; calibration and false tags must not get worse beyond
 * `RULES`. Deterministic.
 */
export function mayReplace(comparison: Comparison): Decision {
  const { pairs, outOfScope } = comparison
  const gain = gainOf(pairs)
  const lower = lowerBound(pairs)
  const reason = ((): Reason => {
    if (pairs.length < RULES.minPhotos) return 'too-few-photos'
    if (new Set(pairs.map(({ source }) => source)).size < RULES.minSources) return 'too-few-sources'
    if (outOfScope < RULES.minOutOfScope) return 'too-few-out-of-scope'
    if (gain <= 0) return 'not-better'
    if (lower <= 0) return 'not-proven'
    if (comparison.new.ece > comparison.old.ece + RULES.eceTolerance) return 'less-calibrated'
    if (comparison.new.falseTags > comparison.old.falseTags + RULES.falseTagTolerance)
      return 'more-false-tags'
    return 'better'
  })()
  return { replaces: reason === 'better', reason, gain, lower }
}

/**
 * The lower bound of the gain at `RULES.certainty`, by a paired bootstrap over sources: sources are drawn with
 * replacement, each with all of its photos, since photos of one source resemble each other; the gain of a draw is
 * `Σ (new right − old right) / Σ photos`; the bound is its 5th percentile (Efron 1979; by clusters: Davison and Hinkley
 * 1997, § 3.8). 0 without photos.
 */
export function lowerBound(pairs: readonly PairedAnswer[]): number {
  const bySource = new Map<string, { photos: number; gain: number }>()
  for (const pair of pairs) {
    const sum = bySource.get(pair.source) ?? { photos: 0, gain: 0 }
    sum.photos++
    sum.gain += Number(pair.newRight) - Number(pair.oldRight)
    bySource.set(pair.source, sum)
  }
  const sources = [...bySource.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum)
  if (sources.length === 0) return 0
  const random = seededRandom(SEED)
  const gains = Array.from({ length: RESAMPLES }, () => {
    let [photos, gain] = [0, 0]
    for (let draw = 0; draw < sources.length; draw++) {
      const source = sources[Math.floor(random() * sources.length)]!
      photos += source.photos
      gain += source.gain
    }
    return gain / photos
  }).sort((a, b) => a - b)
  return gains[Math.floor((1 - RULES.certainty) * RESAMPLES)]!
}

function gainOf(pairs: readonly PairedAnswer[]): number {
  const difference = pairs.reduce((sum, pair) => sum + Number(pair.newRight) - Number(pair.oldRight), 0)
  return pairs.length ? difference / pairs.length : 0
}
