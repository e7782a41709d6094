import { ROAD_DETOUR } from '~/core/geo-point'
import type { MaterialType } from '~/core/material-types'
import { FACTOR_SET, type FactorSet } from '~/features/carbon/model/factors'

/** What was claimed for a material: the mass of the handovers with a factor, and the sum of their net emissions. */
export type ClaimedSum = { material: MaterialType; claimedG: number; netG: number }

/** Grams CO2e; `lowG` with the longest usual road detour, `highG` with the shortest. */
export type NetRange = { netG: number; lowG: number; highG: number }

/**
 * The range of a sum of net avoided emissions. Net = production avoided − reconditioning − transport, and only the
 * transport is uncertain here: it grows with the road's detour (×1.34 on average, ×1.2 to ×1.45 in European cities).
 * Trips under the least distance of 1 km are drawn wider than they are.
 */
export function netRange(sums: readonly ClaimedSum[], factorSet: FactorSet = FACTOR_SET): NetRange {
  const range = { netG: 0, lowG: 0, highG: 0 }
  for (const { material, claimedG, netG } of sums) {
    const factor = factorSet.factors[material]
    const perG = factor ? factor.kgCO2ePerKg - factor.reconditioningKgCO2ePerKg : 0
    const transportG = Math.max(0, claimedG * perG - netG)
    range.netG += netG
    range.lowG += netG - transportG * (ROAD_DETOUR.high / ROAD_DETOUR.mean - 1)
    range.highG += netG + transportG * (1 - ROAD_DETOUR.low / ROAD_DETOUR.mean)
  }
  return { netG: range.netG, lowG: Math.round(range.lowG), highG: Math.round(range.highG) }
}
