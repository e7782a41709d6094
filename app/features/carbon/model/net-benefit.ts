import { estimatedRoadKm, ROAD_DETOUR } from '~/core/geo-point'
import type { MaterialType } from '~/core/material-types'
import type { FactorSet, MaterialFactor } from './factors'
import {
  bestTruckClass,
  type Haul,
  transportGCO2e,
  tripGCO2e,
  tripsFor,
  type TruckClassName,
} from './transport'

export type ReuseTrip = {
  material: MaterialType
  /** Mass reused, grams; null when nobody knows it. */
  massG: number | null
  /** Great-circle distance between the two sites, km. */
  straightKm: number
  /** Share of new production that the reuse really replaces, 0 to 1. Default 1. */
  substitution?: number
  /** Vehicle of the trip. Default: the class with the least emissions for the mass. */
  truck?: TruckClassName
  /** Share of the way back driven empty for this haul. Default 1, a dedicated trip. */
  emptyReturn?: number
  factorSet: FactorSet
}

/** Whole grams CO2e; `netG = avoidedGCO2e − reconditioningG − transportG` exactly, and may be negative. */
export type NetBenefit = {
  ok: true
  avoidedGCO2e: number
  reconditioningG: number
  transportG: number
  netG: number
  /** Net with the longest usual road detour (×1.45), and the least factor of its source's range. */
  lowG: number
  /** Net with the shortest usual road detour (×1.2), and the greatest factor of that range. */
  highG: number
  truck: TruckClassName
  trips: number
  factorVersion: string
}

/** Why nothing is claimed: the material has no factor, or the mass is unknown or nil. */
export type NoClaim = { ok: false; reason: 'no-factor' | 'no-mass' }

/**
 * Net emissions avoided by reusing a mass instead of buying new:
 * substitution × mass × production factor − mass × reconditioning factor − transport.
 * The road distance is estimated from the great circle (×1.34, at least 1 km); the range covers the usual detours of
 * European cities (×1.2–1.45), and that of the factor where its source gives one. The trip returns empty unless said.
 * The trip that new material would have made to the site is not counted, which keeps the figure on the low side.
 */
export function netBenefit(trip: ReuseTrip): NetBenefit | NoClaim {
  const { material, massG, straightKm, substitution = 1, emptyReturn = 1, factorSet } = trip
  const factor = factorSet.factors[material]
  if (!factor) return { ok: false, reason: 'no-factor' }
  if (massG === null || massG <= 0) return { ok: false, reason: 'no-mass' }
  const truck = trip.truck ?? bestTruckClass(massG, emptyReturn)
  const { kgCO2ePerKg, range } = factor
  const haul = { massG, truck, emptyReturn }
  const avoidedGCO2e = avoidedG(factor, massG, substitution)
  const reconditioningG = reconditionedG(factor, massG)
  const transportG = haulG(haul, straightKm, ROAD_DETOUR.mean)
  const lowAvoidedG = avoidedG(factor, massG, substitution, range?.lowKgCO2ePerKg ?? kgCO2ePerKg)
  const highAvoidedG = avoidedG(factor, massG, substitution, range?.highKgCO2ePerKg ?? kgCO2ePerKg)
  return {
    ok: true,
    avoidedGCO2e,
    reconditioningG,
    transportG,
    netG: avoidedGCO2e - reconditioningG - transportG,
    lowG: lowAvoidedG - reconditioningG - haulG(haul, straightKm, ROAD_DETOUR.high),
    highG: highAvoidedG - reconditioningG - haulG(haul, straightKm, ROAD_DETOUR.low),
    truck,
    trips: tripsFor(massG, truck),
    factorVersion: factorSet.version,
  }
}

/** Emissions of a haul whose road is so many times the straight line, and 1 km at least. */
function haulG(
  { massG, truck, emptyReturn }: Omit<Haul, 'roadKm'>,
  straightKm: number,
  detour: number,
): number {
  return transportGCO2e({ massG, truck, emptyReturn, roadKm: Math.max(1, detour * straightKm) })
}

/**
 * `netG` of `netBenefit` in the class that carries the mass best, without its account: for those who need the figure of
 * many pairs. `kgCO2ePerKm` is `leastKgPerKm(massG)`, which pairs of one mass share.
 */
export function netGOf(
  factor: MaterialFactor,
  massG: number,
  substitution: number,
  straightKm: number,
  kgCO2ePerKm: number,
): number {
  const before = avoidedG(factor, massG, substitution) - reconditionedG(factor, massG)
  return before - tripGCO2e(estimatedRoadKm(straightKm), kgCO2ePerKm)
}

function avoidedG(
  factor: MaterialFactor,
  massG: number,
  substitution: number,
  kgCO2ePerKg: number = factor.kgCO2ePerKg,
): number {
  return Math.round(substitution * (factor.substitution ?? 1) * massG * kgCO2ePerKg)
}

function reconditionedG(factor: MaterialFactor, massG: number): number {
  return Math.round(massG * factor.reconditioningKgCO2ePerKg)
}
