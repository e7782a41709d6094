import type { IsoDay } from '~/core/days'
import type { TruckName } from '~/core/ledger-terms'
import type { MaterialType } from '~/core/material-types'
import type { FactorSet } from '~/features/carbon/model/factors'
import { netBenefit } from '~/features/carbon/model/net-benefit'
import { factorSetOn, findFactorSet } from '~/features/carbon/queries.server'

type Trip = {
  material: MaterialType
  massG: number
  straightM: number | null
  handedOverOn: IsoDay
  /** The version that a row was computed with; null takes the one for the day of the handover. */
  factorVersion: string | null
  /** The factors of that day where the caller has read them. */
  factorsOfDay?: FactorSet
  /** What the parties said of the vehicle; null estimates its class from the mass. */
  haul: { truck: TruckName; emptyReturnPct: number } | null
}

/** What a row of the ledger says of emissions. All null without a factor or a destination: no claim. */
export type LedgerEstimate = {
  netAvoidedGCo2e: number | null
  netLowGCo2e: number | null
  netHighGCo2e: number | null
  factorVersion: string | null
  truck: TruckName | null
  emptyReturnPct: number | null
}

const NO_CLAIM: LedgerEstimate = {
  netAvoidedGCo2e: null,
  netLowGCo2e: null,
  netHighGCo2e: null,
  factorVersion: null,
  truck: null,
  emptyReturnPct: null,
}

/** Net emissions of a handover, with what they were reckoned from, so that anyone can do it again. */
export async function estimateOf(trip: Trip): Promise<LedgerEstimate> {
  const { material, massG, straightM, handedOverOn, factorVersion, factorsOfDay, haul } = trip
  if (straightM === null) return NO_CLAIM
  const factorSet =
    (factorVersion && (await findFactorSet(factorVersion))) ||
    (factorsOfDay ?? (await factorSetOn(handedOverOn)))
  const emptyReturnPct = haul?.emptyReturnPct ?? 100
  const net = netBenefit({
    ...{ material, massG, straightKm: straightM / 1000, factorSet },
    truck: haul?.truck,
    emptyReturn: emptyReturnPct / 100,
  })
  if (!net.ok) return NO_CLAIM
  return {
    netAvoidedGCo2e: net.netG,
    netLowGCo2e: net.lowG,
    netHighGCo2e: net.highG,
    factorVersion: net.factorVersion,
    truck: net.truck,
    emptyReturnPct,
  }
}
