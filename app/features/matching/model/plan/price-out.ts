import { ROAD_DETOUR } from '~/core/geo-point'
import { netGOf } from '~/features/carbon/model/net-benefit'
import { leastKgPerKm, TRUCK_CLASSES } from '~/features/carbon/model/transport'
import type { Allocation, AllocationProblem } from '../allocation/problem'
import { KEPT, type Candidate } from './candidates'
import { gramsPerUnit } from './gain'
import type { PairTable } from './pair-table'
import { problemOf } from './plan-problem'
import type { PlanLot, PlanSnapshot } from './plan-snapshot'

/** Pairs and the problem that they pose. */
export type Posed = { pairs: readonly Candidate[]; problem: AllocationProblem }

export function posed(snapshot: PlanSnapshot, pairs: readonly Candidate[]): Posed {
  return { pairs, problem: problemOf(snapshot, pairs) }
}

type Duals = Allocation['duals']

/** Looks at all pairs before what is left to gain is told by a bound alone. */
const MOST_ROUNDS = 5

/**
 * Column generation: divides over the candidates, looks for other pairs that gain more than their lot and need are worth
 * there, and divides again with these, until there is none. The optimum is then that of every pair that may be made, and
 * so is its proof. An answer that is not the optimum of its own pairs ends it.
 * @param divide finds the best division, lots in any parts
 * @returns the last division, and by how much its bound must be raised to hold for every pair: 0 unless it ended early
 */
export function pricedOut(
  table: PairTable,
  candidates: readonly Candidate[],
  divide: (problem: AllocationProblem) => Allocation,
): Posed & { divided: Allocation; beyond: number } {
  let pairs = candidates
  let before: Duals | null = null
  for (let round = 1; ; round++) {
    const now = posed(table.snapshot, pairs)
    const divided = divide(now.problem)
    const { missing, beyond, isAll } = pairsOver(table, divided.duals, before)
    before = isAll ? divided.duals : null
    const isLast = missing.length === 0 || round === MOST_ROUNDS || divided.method !== 'simplex'
    if (isLast) return { ...now, divided, beyond }
    pairs = [...pairs, ...missing].sort((a, b) => a.lot - b.lot || a.need - b.need)
  }
}

/**
 * The pairs that gain more than a dual says that a step of their lot and one of their need are worth together, the
 * thirty of each lot that gain most more; and what the value of the dual lacks to be a bound for every pair.
 * @param before an earlier dual that only pairs known to this one since gained more than: where neither side is worth
 * less now, nothing can be missing
 * @returns whether `missing` are all of them
 */
export function pairsOver(
  table: PairTable,
  duals: Duals,
  before: Duals | null = null,
): { missing: Candidate[]; beyond: number; isAll: boolean } {
  const { lots, needs } = table.snapshot
  const most = lots.map((lot) => mostOf(table.snapshot, lot))
  const isLess = { lots: lessThan(duals.lots, before?.lots), needs: lessThan(duals.needs, before?.needs) }
  const ofLots = new Map<number, (Candidate & { over: number })[]>()
  table.forEach(
    (lot, need, gain) => {
      const perMilli = Math.abs(gain)
      const over = perMilli - duals.lots[lot]! - duals.needs[need]!
      if (over <= 0) return
      const list = ofLots.get(lot) ?? []
      ofLots.set(lot, list)
      list.push({ lot, need, perMilli, hasClaim: gain > 0, over })
    },
    (lot, need, substitution, leastKm) => {
      if (isLess.lots[lot] === 0 && isLess.needs[need] === 0) return false
      const covered = Math.min(lots[lot]!.side.quantityMilli, needs[need]!.side.quantityMilli)
      return most[lot]!(substitution, leastKm, covered) > duals.lots[lot]! + duals.needs[need]!
    },
  )
  let beyond = 0
  let isAll = true
  const missing: Candidate[] = []
  for (const [lot, list] of ofLots) {
    const kept = list.sort((a, b) => b.over - a.over || a.need - b.need).slice(0, KEPT)
    isAll &&= list.length <= KEPT
    beyond += lots[lot]!.side.quantityMilli * kept[0]!.over
    for (const { need, perMilli, hasClaim } of kept) missing.push({ lot, need, perMilli, hasClaim })
  }
  return { missing, beyond, isAll }
}

/**
 * More than a step of a lot gains with a need at a distance, whatever it covers: by the road's straight line, in the
 * truck whose full load costs least for its mass. `roundedMilli` is what rounding to whole grams may add to the
 * thousandths that the pair covers, of the mass, what is avoided, reconditioned and driven.
 */
function mostOf({ scoring }: PlanSnapshot, { side }: PlanLot) {
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

/** 1 where a worth is less than before, or was not known. */
function lessThan(worths: Float64Array, before: Float64Array | undefined): Uint8Array {
  return Uint8Array.from(worths, (worth, at) => (before && worth >= before[at]! ? 0 : 1))
}
