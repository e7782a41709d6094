import type { FactorSet } from '~/features/carbon/model/factors'
import { FORMULAS } from './formulas'
import type { MatchLot, MatchNeed, NoMatch, PairScore, ScoreVersions } from './score'
import { SCORE_PARTS, type Weights } from './weights'

/** What was kept of a computation beside its two sides: versions, total and points, in hundredths. */
export type KeptScore = ScoreVersions & {
  scoreCenti: number
  partsCenti: Readonly<Record<string, number>>
}

/** A kept computation redone, or why this version of the product cannot. */
export type Replay =
  | { kind: 'redone'; pair: PairScore; isSame: boolean }
  /** The kept sides do not pass the filters: what was kept is not what was computed. */
  | { kind: 'refused'; failure: NoMatch }
  | { kind: 'other-formula' | 'unknown-factors' | 'unknown-weights' | 'unreadable' }

/**
 * Redoes a computation from what it read, with the formula, the weights and the factors of its versions: others would
 * give another score, which would prove nothing.
 * @param formulas that this version of the product knows: a later one may have written another
 */
export function replay(
  kept: KeptScore,
  sides: { lot: MatchLot; need: MatchNeed } | null,
  { weights, factors }: { weights: Weights | null; factors: FactorSet | null },
  formulas = FORMULAS,
): Replay {
  const formula = formulas.get(kept.formulaVersion)
  if (!formula) return { kind: 'other-formula' }
  if (!factors || factors.version !== kept.factorVersion) return { kind: 'unknown-factors' }
  if (!weights || weights.version !== kept.weightsVersion) return { kind: 'unknown-weights' }
  if (!sides) return { kind: 'unreadable' }
  const pair = formula(sides.lot, sides.need, { weights, factors })
  if (!pair.ok) return { kind: 'refused', failure: pair }
  return { kind: 'redone', pair, isSame: isSameScore(kept, pair) }
}

/** The total and the points of a score as they are kept. */
export function keptScoreOf(pair: PairScore): KeptScore {
  return {
    formulaVersion: pair.formulaVersion,
    weightsVersion: pair.weightsVersion,
    factorVersion: pair.factorVersion,
    scoreCenti: Math.round(pair.score * 100),
    partsCenti: Object.fromEntries(pair.parts.map(({ key, points }) => [key, Math.round(points * 100)])),
  }
}

function isSameScore(kept: KeptScore, pair: PairScore): boolean {
  const redone = keptScoreOf(pair)
  const isSame = SCORE_PARTS.every((key) => kept.partsCenti[key] === redone.partsCenti[key])
  return isSame && kept.scoreCenti === redone.scoreCenti
}
