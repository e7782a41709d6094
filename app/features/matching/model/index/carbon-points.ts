import type { MaterialFactor } from '~/features/carbon/model/factors'
import { netGOf } from '~/features/carbon/model/net-benefit'
import { leastKgPerKm } from '~/features/carbon/model/transport'
import { carbonValueOf, centiPoints } from '../score-parts'

/** What the carbon part of many pairs has in common. */
export type CarbonTerms = {
  weight: number
  substitution: number
  /** Of the material offered; undefined while it has none. */
  factor: MaterialFactor | undefined
}

/** Hundredths of the carbon part of a pair, as the score counts them. */
export function carbonPoints(terms: CarbonTerms, massG: number, straightKm: number): number {
  const { factor, substitution, weight } = terms
  if (!factor || !(massG > 0)) return 0
  return centiPoints(
    weight,
    carbonValueOf(netGOf(factor, massG, substitution, straightKm, leastKgPerKm(massG))),
  )
}

/** Grams by which the rounding of avoided emissions may pass their straight line. */
const ROUNDING_G = 2

/** A bound of `carbonPoints` over all masses up to one and all distances. */
export function mostCarbonPoints({ factor, substitution, weight }: CarbonTerms, mostMassG: number): number {
  if (!factor) return 0
  const perG =
    substitution * (factor.substitution ?? 1) * factor.kgCO2ePerKg - factor.reconditioningKgCO2ePerKg
  const beforeG = (perG > 0 ? perG * mostMassG : 0) + ROUNDING_G
  return centiPoints(weight, carbonValueOf(beforeG))
}
