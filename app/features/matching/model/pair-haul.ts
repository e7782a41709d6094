import { ROAD_DETOUR } from '~/core/geo-point'
import type { Vehicle } from '~/core/lot-terms'
import { massGOfUnits } from '~/core/material-masses'
import type { MaterialType } from '~/core/material-types'
import { massGOf } from '~/core/units'
import { haulOptions, leastEmitting, type HaulOption } from '~/features/carbon/model/haul-options'
import type { FactorSet } from '~/features/carbon/model/factors'
import { netBenefit } from '~/features/carbon/model/net-benefit'
import type { TruckClassName } from '~/features/carbon/model/transport'
import type { MatchLot, PairScore } from './score'
import { materialFit } from './substitutions'

/** The trip of a pair: the road, what each class of vehicle emits for the mass, and what is left of the benefit. */
export type PairHaul = {
  road: { lowKm: number; meanKm: number; highKm: number }
  /** Grams carried; null when nobody knows the mass, and then there is no option either. */
  massG: number | null
  options: HaulOption[]
  chosen: TruckClassName | null
  /** The largest vehicle that reaches the lot, where its giver said so. */
  access: Vehicle | null
  net:
    { ok: true; netG: number; lowG: number; highG: number } | { ok: false; reason: 'no-factor' | 'no-mass' }
}

/**
 * The trip of a pair with the vehicle that emits least among those that reach the lot. The score takes the least
 * emitting vehicle of all, so that it does not fall when a giver tells of a narrow street.
 */
export function haulOf(
  lot: Pick<MatchLot, 'material' | 'unit' | 'massGPerUnit'>,
  pair: Pick<PairScore, 'coveredMilli' | 'straightKm'>,
  access: Vehicle | null,
  { wanted, factors }: { wanted: MaterialType; factors: FactorSet },
): PairHaul {
  const massG = massOf(lot, pair.coveredMilli)
  const options = massG === null ? [] : haulOptions(massG, pair.straightKm, access)
  const chosen = leastEmitting(options)?.truck ?? null
  const net = netBenefit({
    material: lot.material,
    massG,
    straightKm: pair.straightKm,
    substitution: materialFit(lot.material, wanted),
    factorSet: factors,
    ...(chosen && { truck: chosen }),
  })
  const road = (detour: number) => Math.max(1, detour * pair.straightKm)
  return {
    road: { lowKm: road(ROAD_DETOUR.low), meanKm: road(ROAD_DETOUR.mean), highKm: road(ROAD_DETOUR.high) },
    massG,
    options,
    chosen,
    access,
    net: net.ok ? { ok: true, netG: net.netG, lowG: net.lowG, highG: net.highG } : net,
  }
}

function massOf(lot: Pick<MatchLot, 'unit' | 'massGPerUnit'>, coveredMilli: number): number | null {
  const exact = massGOf(coveredMilli, lot.unit)
  if (exact !== null || lot.massGPerUnit === null) return exact
  return massGOfUnits(coveredMilli, lot.massGPerUnit)
}
