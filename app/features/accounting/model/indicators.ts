import type { IsoDay } from '~/core/days'
import type { MaterialType } from '~/core/material-types'
import { repClassOf, targetOn, type RepClass, type RepTarget } from './accounting-settings'
import type { CohortAccount } from './cohort'
import type { CohortFunnel } from './funnel-masses'
import type { ProximityShares, Rate } from './rates'
import { rateOf } from './rates'

/** Reuse that a closing record declares: in place or outside the platform. Never part of a rate. Grams. */
export type DeclaredReuse = {
  inPlaceG: number
  elsewhereG: number
  /** The part of both that names no evidence: counted here and nowhere else. */
  withoutEvidenceG: number
}

/** Net emissions of handovers, grams CO2e, with the range of what has one. */
export type NetRange = { netG: number; lowG: number; highG: number; claims: number; total: number }

/** Reused ÷ used mass of a class of products, beside the target that was in force on the last day of the period. */
export type RepRate = { of: RepClass; rate: Rate; target: RepTarget | null }

/** The eight indicators of a territory's period. */
export type Indicators = {
  account: CohortAccount
  declared: DeclaredReuse
  incomingG: number
  proximity: ProximityShares
  rep: RepRate[]
  net: NetRange
  funnel: CohortFunnel
}

type MassByMaterial = readonly { material: MaterialType; massG: number }[]

/**
 * The rate that the REP speaks of, by class: mass handed over from the cohort's sites ÷ mass that their inventories
 * count. «Used» products are those inventoried: what was never surveyed is in neither.
 */
export function repRates(
  masses: { inventoried: MassByMaterial; handedOver: MassByMaterial },
  targets: readonly RepTarget[],
  day: IsoDay,
): RepRate[] {
  const sumOf = (rows: MassByMaterial, of: RepClass) =>
    rows.reduce((sum, { material, massG }) => sum + (repClassOf(material) === of ? massG : 0), 0)
  return (['inert', 'non-inert'] as const).map((of) => ({
    of,
    rate: rateOf(sumOf(masses.handedOver, of), sumOf(masses.inventoried, of)),
    target: targetOn(targets, of, day),
  }))
}

type NetRow = {
  netAvoidedGCo2e: number | null
  netLowGCo2e: number | null
  netHighGCo2e: number | null
}

/** Sums nets and their ranges; a row of before ranges were kept counts its net for both ends. */
export function netRange(rows: readonly NetRow[]): NetRange {
  const sum = { netG: 0, lowG: 0, highG: 0, claims: 0, total: rows.length }
  for (const { netAvoidedGCo2e: netG, netLowGCo2e, netHighGCo2e } of rows) {
    if (netG === null) continue
    sum.netG += netG
    sum.lowG += netLowGCo2e ?? netG
    sum.highG += netHighGCo2e ?? netG
    sum.claims += 1
  }
  return sum
}
