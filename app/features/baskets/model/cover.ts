import type { IsoDay } from '~/core/days'
import { greatCircleKm, type GeoPoint } from '~/core/geo-point'
import { massGOfUnits } from '~/core/material-masses'
import { massGOf, type Unit } from '~/core/units'
import type { FactorSet } from '~/features/carbon/model/factors'
import { netBenefit } from '~/features/carbon/model/net-benefit'
import { commonMilli, unitFactor, type BasketLine, type CoverLot } from './cover-problem'
import { groupBy } from './group-by'
import type { SharedPart } from './share-parts'

/** Grams CO2e: the sum over parts that make a claim, its range, and how many parts make none. */
export type CarbonSum = { netG: number; lowG: number; highG: number; claimed: number; unclaimed: number }

/** Cents ex-VAT of what is covered: new by the bill, asked by the lots, and the difference; null where the bill gives no price. */
export type MoneySum = { newCents: number; askedCents: number; savedCents: number }

/** A part of a lot that serves a line, as pages and exports tell it. */
export type CoverPart = {
  lotId: string
  reference: string
  title: string
  organisationName: string
  communeName: string
  availableFrom: IsoDay
  availableUntil: IsoDay
  /** Thousandths of the lot's own unit. */
  quantityMilli: number
  unit: Unit
  unitPriceCents: number
  straightKm: number
  askedCents: number
  carbon: CarbonSum
}

export type LineCover = {
  line: BasketLine
  /** Thousandths of the line's unit. */
  coveredMilli: number
  leftMilli: number
  /** 0 to 1. */
  share: number
  parts: CoverPart[]
  carbon: CarbonSum
  money: MoneySum | null
}

export const NO_CARBON: CarbonSum = { netG: 0, lowG: 0, highG: 0, claimed: 0, unclaimed: 0 }

/** What each line of a bill receives, in the order of the bill. */
export function coverLines(
  lines: readonly BasketLine[],
  shared: readonly SharedPart[],
  point: GeoPoint,
  factors: FactorSet,
): LineCover[] {
  const trips = tripsOf(shared)
  const partsOf = groupBy(shared, ({ line }) => line.id)
  return lines.map((line) => {
    const own = partsOf.get(line.id) ?? []
    const common = own.reduce((sum, { milli }) => sum + milli, 0)
    const parts = own.map((part) => partOf(part, point, trips.get(part.lot.view.id) ?? null, factors))
    const coveredMilli = Math.round(common / unitFactor(line.unit))
    return {
      line,
      coveredMilli,
      leftMilli: line.quantityMilli - coveredMilli,
      share: common / commonMilli(line),
      parts,
      carbon: addCarbon(parts.map(({ carbon }) => carbon)),
      money: moneyOf(line, common, parts),
    }
  })
}

/** Grams taken of each lot in all, as it is fetched in one trip; null when its mass is not known. */
function tripsOf(shared: readonly SharedPart[]): Map<string, number | null> {
  const trips = new Map<string, number | null>()
  for (const { lot, milli } of shared) {
    const before = trips.get(lot.view.id)
    const massG = massOf(lot, milli)
    trips.set(lot.view.id, before === null || massG === null ? null : (before ?? 0) + massG)
  }
  return trips
}

function massOf({ side }: CoverLot, milli: number): number | null {
  const exact = massGOf(milli, side.unit)
  if (exact !== null || side.massGPerUnit === null) return exact
  return massGOfUnits(milli, side.massGPerUnit)
}

function partOf(
  { lot, milli }: SharedPart,
  point: GeoPoint,
  tripG: number | null,
  factors: FactorSet,
): CoverPart {
  const { view } = lot
  const straightKm = greatCircleKm(lot.point, point)
  return {
    lotId: view.id,
    reference: view.reference,
    title: view.title,
    organisationName: view.organisationName,
    communeName: view.communeName,
    availableFrom: view.availableFrom,
    availableUntil: view.availableUntil,
    quantityMilli: Math.round(milli / unitFactor(view.unit)),
    unit: view.unit,
    unitPriceCents: view.unitPriceCents,
    straightKm,
    askedCents: centsOf(view.unitPriceCents, milli, view.unit),
    carbon: carbonOf({ lot, milli }, straightKm, tripG, factors),
  }
}

/**
 * Net emissions of a part by the formula of the score: what its mass avoids and costs to recondition, and of the one trip
 * that fetches all that is taken of the lot, the share of its mass.
 */
function carbonOf(
  { lot, milli }: Pick<SharedPart, 'lot' | 'milli'>,
  straightKm: number,
  tripG: number | null,
  factorSet: FactorSet,
): CarbonSum {
  const massG = massOf(lot, milli)
  const { material } = lot.side
  const own = netBenefit({ material, massG, straightKm, factorSet })
  const trip = netBenefit({ material, massG: tripG, straightKm, factorSet })
  if (!own.ok || !trip.ok || massG === null || !tripG) return { ...NO_CARBON, unclaimed: 1 }
  const before = own.avoidedGCO2e - own.reconditioningG
  const tripBefore = trip.avoidedGCO2e - trip.reconditioningG
  const less = (transportG: number) => before - Math.round((transportG * massG) / tripG)
  return {
    netG: less(trip.transportG),
    lowG: less(tripBefore - trip.lowG),
    highG: less(tripBefore - trip.highG),
    claimed: 1,
    unclaimed: 0,
  }
}

export function addCarbon(sums: readonly CarbonSum[]): CarbonSum {
  return sums.reduce(
    (all, one) => ({
      netG: all.netG + one.netG,
      lowG: all.lowG + one.lowG,
      highG: all.highG + one.highG,
      claimed: all.claimed + one.claimed,
      unclaimed: all.unclaimed + one.unclaimed,
    }),
    NO_CARBON,
  )
}

/** Only what is covered counts, and only where the bill says what new costs. */
function moneyOf(line: BasketLine, common: number, parts: readonly CoverPart[]): MoneySum | null {
  if (line.newUnitPriceCents === null || parts.length === 0) return null
  const newCents = centsOf(line.newUnitPriceCents, common, line.unit)
  const askedCents = parts.reduce((sum, part) => sum + part.askedCents, 0)
  return { newCents, askedCents, savedCents: newCents - askedCents }
}

/** The price of thousandths of the common unit at a price per whole `unit`, rounded half up to the cent. */
function centsOf(unitCents: number, milli: number, unit: Unit): number {
  const divisor = BigInt(1000 * unitFactor(unit))
  return Number((BigInt(unitCents) * BigInt(milli) + divisor / 2n) / divisor)
}
