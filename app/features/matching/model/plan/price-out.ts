import { ROAD_DETOUR } from '~/core/geo-point'
import { netGOf } from '~/features/carbon/model/net-benefit'
import { leastKgPerKm, TRUCK_CLASSES } from '~/features/carbon/model/transport'
import type { Allocation } from '../allocation/problem'
import { gramsPerUnit } from './gain'
import type { PairTable } from './pair-table'
import type { PlanLot, PlanSnapshot } from './plan-snapshot'

/**
 * By how much the value of a dual must be raised to be a bound for every pair, whatever pairs it was found with: what the
 * best of them gains more than a step of its lot and one of its need are worth, for all of each lot.
 */
export function beyondOf(table: PairTable, duals: Allocation['duals']): number {
  const { lots, needs } = table.snapshot
  const most = lots.map((lot) => mostOf(table.snapshot, lot))
  const over = new Float64Array(lots.length)
  const worth = (lot: number, need: number) => duals.lots[lot]! + duals.needs[need]!
  table.forEach(
    (lot, need, gain) => (over[lot] = Math.max(over[lot]!, Math.abs(gain) - worth(lot, need))),
    (lot, need, substitution, leastKm) => {
      const covered = Math.min(lots[lot]!.side.quantityMilli, needs[need]!.side.quantityMilli)
      return most[lot]!(substitution, leastKm, covered) > worth(lot, need)
    },
  )
  return lots.reduce((sum, { side }, lot) => sum + side.quantityMilli * over[lot]!, 0)
}

/**
 * More than a step of a lot gains with a need at a distance, whatever it covers: by the road's straight line, in the
 * truck whose full load costs least for its mass. `roundedMilli` is what rounding to whole grams may add to the
 * thousandths that the pair covers, of the mass, what is avoided, reconditioned and driven.
 */
export function mostOf({ scoring }: PlanSnapshot, { side }: PlanLot) {
  const gPerUnit = gramsPerUnit(side) ?? 0
  const inOrder = Math.max(1, gPerUnit / 1000)
  const factor = scoring.factors.factors[side.material]
  if (!factor) return () => inOrder + 1
  // A thousand units keep what is rounded here out of sight.
  const atBest = netGOf(factor, 1000 * gPerUnit, 1, 0, 0) / 1000
  const reconditioned = netGOf(factor, 1000 * gPerUnit, 0, 0, 0) / 1000
  const perKm = 1000 * ROAD_DETOUR.mean * LEAST_KG_PER_KM_AND_G * gPerUnit
  const roundedMilli = 1000 * (2 + (1 + factor.kgCO2ePerKg) * (factor.substitution ?? 1))
  return (substitution: number, leastKm: number, covered: number) => {
    const perMilli = reconditioned + substitution * (atBest - reconditioned) - perKm * leastKm
    return Math.max(perMilli, inOrder) + 2 + roundedMilli / covered
  }
}

/** No haul emits less for its mass: full loads of the best class. */
const LEAST_KG_PER_KM_AND_G = Math.min(
  ...Object.values(TRUCK_CLASSES).map(({ payloadG }) => leastKgPerKm(payloadG) / payloadG),
)
