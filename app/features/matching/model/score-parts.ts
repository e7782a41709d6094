import type { NetBenefit, NoClaim } from '~/features/carbon/model/net-benefit'

/**
 * The value of each part of a score, in [0, 1]. Each is monotone in each of its arguments, so that an index can bound
 * a score from the extremes of a group. Functions that take a divisor accept 0 and answer what the limit means.
 */

/** Keeps this share of the fit while something asked for is not told: below a lot that tells it, above a makeshift. */
export const UNCHECKED_FIT = 0.8

/** The documented substitution, lowered once something asked for remains to be checked, however much it is. */
export function fitValue(substitution: number, toCheck: number): number {
  return clamp(toCheck > 0 ? substitution * UNCHECKED_FIT : substitution)
}

/** 1 at the door, 0 at the edge of the radius. A nil radius accepts the same place only. */
export function distanceValue(straightKm: number, radiusKm: number): number {
  return radiusKm > 0 ? clamp(1 - straightKm / radiusKm) : 1
}

/** Share of the days wanted on which the lot is available. */
export function datesValue(overlap: number, wantedDays: number): number {
  return clamp(overlap / wantedDays)
}

/** Share of the wanted quantity that the lot can give. */
export function coverValue(freeMilli: number, wantedMilli: number): number {
  return clamp(freeMilli / wantedMilli)
}

/** ¼ at the least condition accepted, ¼ more for each step above, 1 from three steps above. Steps are 1 to 5. */
export function conditionValue(lotCondition: number, minCondition: number): number {
  return clamp((1 + lotCondition - minCondition) / 4)
}

/** 20 t of net CO2e, from which the carbon part is full. */
export const FULL_CARBON_KG = 20_000

/** Logarithm of the net kilograms avoided; 0 when nothing is claimed or the trip costs more than it saves. */
export function carbonValue(net: NetBenefit | NoClaim): number {
  return net.ok ? carbonValueOf(net.netG) : 0
}

/** The same of net grams that are claimed. */
export function carbonValueOf(netG: number): number {
  return netG > 0 ? clamp(Math.log1p(netG / 1000) / LOG_OF_FULL) : 0
}
const LOG_OF_FULL = Math.log1p(FULL_CARBON_KG)

/**
 * 1 for a gift, ½ at the budget, 0 from twice the budget. Without a stated budget a priced lot counts ½, as if asked
 * at the budget: the need neither gains nor loses by keeping its budget to itself.
 */
export function priceValue(askCents: number, budgetCents: number | null): number {
  if (askCents <= 0) return 1
  if (budgetCents === null) return 0.5
  return budgetCents > 0 ? clamp(1 - askCents / (2 * budgetCents)) : 0
}

/** Points of a part in whole hundredths, as a score adds them: 10,000 × weight × value, rounded. */
export function centiPoints(weight: number, value: number): number {
  return Math.round(10_000 * weight * value)
}

/** In few enough bytes that it is compiled into those who call it, as millions of times it is. */
function clamp(value: number): number {
  return value > 0 ? (value < 1 ? value : 1) : 0
}
