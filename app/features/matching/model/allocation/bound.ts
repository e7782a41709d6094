import type { Allocation, AllocationPart, AllocationProblem } from './problem'

/** Σ gain × quantity of parts, exact below 2⁵³. */
export function gainOf({ arcs }: AllocationProblem, parts: readonly (AllocationPart & { arc: number })[]) {
  return parts.reduce((sum, { arc, quantity }) => sum + arcs.gain[arc]! * quantity, 0)
}

/**
 * Makes any worths of needs into a dual without fault, each lot worth what its best arc still gains over its need, and
 * each need no more than what its best arc gains over its lot. Its value is the bound: no allocation gains more (weak
 * duality of linear programming).
 */
export function dualBound(
  { lots, needs, arcs }: AllocationProblem,
  needWorths: Float64Array,
): { bound: number; duals: Allocation['duals'] } {
  const given = needWorths.map((worth) => Math.max(0, worth))
  const ofLots = new Float64Array(lots.length)
  for (let arc = 0; arc < arcs.lot.length; arc++) {
    const over = arcs.gain[arc]! - given[arcs.need[arc]!]!
    if (over > ofLots[arcs.lot[arc]!]!) ofLots[arcs.lot[arc]!] = over
  }
  const ofNeeds = new Float64Array(needs.length)
  for (let arc = 0; arc < arcs.lot.length; arc++) {
    const over = arcs.gain[arc]! - ofLots[arcs.lot[arc]!]!
    if (over > ofNeeds[arcs.need[arc]!]!) ofNeeds[arcs.need[arc]!] = over
  }
  let bound = 0
  lots.forEach(({ capacity }, lot) => (bound += capacity * ofLots[lot]!))
  needs.forEach(({ capacity }, need) => (bound += capacity * ofNeeds[need]!))
  return { bound, duals: { lots: ofLots, needs: ofNeeds } }
}
