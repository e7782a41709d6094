import { massGOf, MILLI } from '~/core/units'
import type { NetBenefit, NoClaim } from '~/features/carbon/model/net-benefit'
import type { MatchLot } from '../score'

/** What a thousandth of the common unit is worth to the plan. */
export type Gain = {
  /** Whole, 1 or more: milligrams of net CO2e with a claim, an order of preference without. */
  perMilli: number
  hasClaim: boolean
}

/** Above any real material, and small enough for exact sums of whole numbers. */
const MOST = 2 ** 30 - 1

/**
 * Net grams CO2e per unit at the quantity that the pair could cover, trip included. Null for a pair that would cost more
 * than it saves. Where nothing can be claimed (no factor, no mass), the kilograms of a unit by the score: enough to put
 * such pairs in order among themselves, no figure of CO2e, and hardly anything beside a claim.
 * @param scoreOf the pair's score, 0 to 100, asked for without a claim only
 */
export function gainOf(
  lot: Pick<MatchLot, 'unit' | 'massGPerUnit'>,
  { net, coveredMilli }: { net: NetBenefit | NoClaim; coveredMilli: number },
  scoreOf: () => number,
): Gain | null {
  if (!net.ok) return { perMilli: unclaimedPerMilli(lot, scoreOf()), hasClaim: false }
  const perMilli = claimedPerMilli(net.netG, coveredMilli)
  return perMilli > 0 ? { perMilli, hasClaim: true } : null
}

/** What a thousandth gains of so many net grams; 0 when the pair costs as much as it saves. */
export function claimedPerMilli(netG: number, coveredMilli: number): number {
  return Math.min(Math.max(0, Math.round((netG * MILLI) / coveredMilli)), MOST)
}

/** The order of preference of a thousandth of which nothing can be claimed. */
export function unclaimedPerMilli(lot: Pick<MatchLot, 'unit' | 'massGPerUnit'>, score: number): number {
  const massG = gramsPerUnit(lot) ?? 0
  return Math.min(Math.max(1, Math.round((massG / 1000) * (score / 100))), MOST)
}

/** Grams of a unit of a lot; null when nobody knows. */
export function gramsPerUnit(lot: Pick<MatchLot, 'unit' | 'massGPerUnit'>): number | null {
  return massGOf(MILLI, lot.unit) ?? lot.massGPerUnit
}
