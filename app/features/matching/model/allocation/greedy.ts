import type { AllocationPart, AllocationProblem } from './problem'

type Part = AllocationPart & { arc: number }

/**
 * What is left beside some parts goes to each arc in turn, the greatest gain first: no less than they gain, and
 * feasible as they are.
 */
export function filledUp(problem: AllocationProblem, parts: readonly Part[], places: Int32Array): Part[] {
  const free = Float64Array.from(problem.lots, ({ capacity }) => capacity)
  const wanted = Float64Array.from(problem.needs, ({ capacity }) => capacity)
  for (const { lot, need, quantity } of parts) {
    free[lot]! -= quantity
    wanted[need]! -= quantity
  }
  const lots = Array.from(free, (capacity, lot) => ({ ...problem.lots[lot]!, capacity }))
  const needs = Array.from(wanted, (capacity, need) => ({ ...problem.needs[need]!, capacity }))
  const added = new Map(allocateGreedily({ ...problem, lots, needs }, places).map((part) => [part.arc, part]))
  const all = parts.map((part) => {
    const more = added.get(part.arc)
    added.delete(part.arc)
    return more ? { ...part, quantity: part.quantity + more.quantity } : part
  })
  return [...all, ...added.values()]
}

/**
 * Each arc in turn, as far as both sides go. Every part exhausts its lot or its need, so the parts form a forest in
 * which at most one side of each tree has something left: the start of a simplex.
 * @param turns arcs in the order in which they are served; greatest gain first is the usual one
 */
export function allocateGreedily(
  { lots, needs, arcs }: AllocationProblem,
  ...turns: readonly Int32Array[]
): Part[] {
  const free = Float64Array.from(lots, ({ capacity }) => capacity)
  const wanted = Float64Array.from(needs, ({ capacity }) => capacity)
  const parts: Part[] = []
  for (const turn of turns) {
    for (const arc of turn) {
      const lot = arcs.lot[arc]!
      const need = arcs.need[arc]!
      const quantity = Math.min(free[lot]!, wanted[need]!)
      if (quantity <= 0) continue
      free[lot]! -= quantity
      wanted[need]! -= quantity
      parts.push({ lot, need, quantity, arc })
    }
  }
  return parts
}
