import type { MaterialType } from '~/core/material-types'
import { centiPoints, fitValue } from '../score-parts'
import { materialFit } from '../substitutions'
import type { Scoring } from '../scoring'
import type { CarbonTerms } from './carbon-points'

/** What all pairs of an offered and a wanted material have in common, in hundredths of points. */
export type PairTerms = {
  offered: MaterialType
  /** The fit while nothing remains to be checked, and when something does. */
  fit: number
  fitToCheck: number
  carbon: CarbonTerms
}

export function pairTerms(
  offered: MaterialType,
  wanted: MaterialType,
  { weights: { of: weights }, factors }: Scoring,
): PairTerms {
  const substitution = materialFit(offered, wanted)
  const carbon = { weight: weights.carbon, substitution, factor: factors.factors[offered] }
  return {
    offered,
    fit: centiPoints(weights.fit, fitValue(substitution, 0)),
    fitToCheck: centiPoints(weights.fit, fitValue(substitution, 1)),
    carbon,
  }
}
