import type { MaterialFactor } from '~/features/carbon/model/factors'
import { netGOf } from '~/features/carbon/model/net-benefit'
import { leastKgPerKm, tripGCO2e } from '~/features/carbon/model/transport'
import { estimatedRoadKm } from '~/core/geo-point'
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

/** A bound of `carbonPoints` over the masses of an interval, from a least distance on. */
export function mostCarbonPoints(
  terms: CarbonTerms,
  leastMassG: number,
  mostMassG: number,
  leastKm: number,
): number {
  const { factor, substitution, weight } = terms
  if (!factor || !(mostMassG > 0)) return 0
  const perG =
    substitution * (factor.substitution ?? 1) * factor.kgCO2ePerKg - factor.reconditioningKgCO2ePerKg
  const beforeG = perG * (perG > 0 ? mostMassG : Math.max(0, leastMassG)) + ROUNDING_G
  const tripG = tripGCO2e(estimatedRoadKm(leastKm), leastKgPerKm(leastMassG))
  return centiPoints(weight, carbonValueOf(beforeG - tripG))
}
