import type { ScorePart } from './score'
import type { Weights } from './weights'

/** The score of a pair under other weights, from the values of its parts: what `scorePair` would give, to the hundredth. */
export function reweigh(parts: readonly Pick<ScorePart, 'key' | 'value'>[], weights: Weights): number {
  return parts.reduce((sum, { key, value }) => sum + Math.round(10_000 * weights.of[key] * value), 0) / 100
}
