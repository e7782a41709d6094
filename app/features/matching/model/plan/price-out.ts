import { netGOf } from '~/features/carbon/model/net-benefit'
import type { Allocation, AllocationProblem } from '../allocation/problem'
import { forEachPair, KEPT, type Candidate } from './candidates'
import { gramsPerUnit } from './gain'
import { problemOf } from './plan-problem'
import type { PlanLot, PlanNeed, PlanSnapshot } from './plan-snapshot'

/** Pairs and the problem that they pose. */
export type Posed = { pairs: readonly Candidate[]; problem: AllocationProblem }

export function posed(snapshot: PlanSnapshot, pairs: readonly Candidate[]): Posed {
  return { pairs, problem: problemOf(snapshot, pairs) }
}

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
  snapshot: PlanSnapshot,
  candidates: readonly Candidate[],
  divide: (problem: AllocationProblem) => Allocation,
): Posed & { divided: Allocation; beyond: number } {
  let pairs = candidates
  for (let round = 1; ; round++) {
    const now = posed(snapshot, pairs)
    const divided = divide(now.problem)
    const { missing, beyond } = pairsOver(snapshot, divided.duals)
    const isLast = missing.length === 0 || round === MOST_ROUNDS || divided.method !== 'simplex'
    if (isLast) return { ...now, divided, beyond }
    pairs = [...pairs, ...missing].sort((a, b) => a.lot - b.lot || a.need - b.need)
  }
}

/**
 * The pairs that gain more than a dual says that a step of their lot and one of their need are worth together, the
 * thirty of each lot that gain most more; and what the value of the dual lacks to be a bound for every pair.
 */
export function pairsOver(
  snapshot: PlanSnapshot,
  duals: Allocation['duals'],
): { missing: Candidate[]; beyond: number } {
  const { lots, needs } = snapshot
  const most = lots.map((lot) => mostOf(snapshot, lot))
  const ofLots = new Map<number, (Candidate & { over: number })[]>()
  forEachPair(
    snapshot,
    (lot, need, gain) => {
      const over = gain.perMilli - duals.lots[lot]! - duals.needs[need]!
      if (over <= 0) return
      const list = ofLots.get(lot) ?? []
      ofLots.set(lot, list)
      list.push({ lot, need, ...gain, over })
    },
    (lot, need) =>
      most[lot]!.perMilli + most[lot]!.roundedMilli / coveredMilli(lots[lot]!, needs[need]!) >
      duals.lots[lot]! + duals.needs[need]!,
  )
  let beyond = 0
  const missing: Candidate[] = []
  for (const [lot, list] of ofLots) {
    const kept = list.sort((a, b) => b.over - a.over || a.need - b.need).slice(0, KEPT)
    beyond += lots[lot]!.side.quantityMilli * kept[0]!.over
    for (const { need, perMilli, hasClaim } of kept) missing.push({ lot, need, perMilli, hasClaim })
  }
  return { missing, beyond }
}

/**
 * What a step of a lot gains at most, at no distance and where it serves best; and what rounding to whole grams may
 * add to a pair, in thousandths of the unit that it covers.
 */
function mostOf({ scoring }: PlanSnapshot, { side }: PlanLot): { perMilli: number; roundedMilli: number } {
  const gPerUnit = gramsPerUnit(side) ?? 0
  const inOrder = Math.max(1, gPerUnit / 1000)
  const factor = scoring.factors.factors[side.material]
  if (!factor) return { perMilli: inOrder + 1, roundedMilli: 0 }
  // A thousand units keep what is rounded here out of sight.
  const perMilli = netGOf(factor, 1000 * gPerUnit, 1, 0, 0) / 1000
  return {
    perMilli: Math.max(perMilli, inOrder) + 2,
    roundedMilli: 1000 * (1 + factor.kgCO2ePerKg * (factor.substitution ?? 1)),
  }
}

function coveredMilli({ side: lot }: PlanLot, { side: need }: PlanNeed): number {
  return Math.min(lot.quantityMilli, need.quantityMilli)
}
