import type { AllocationPart, AllocationProblem } from './problem'

/**
 * Each arc in turn, as far as both sides go. Every part exhausts its lot or its need, so the parts form a forest in
 * which at most one side of each tree has something left: the start of a simplex.
 * @param turns arcs in the order in which they are served; greatest gain first is the usual one
 */
export function allocateGreedily(
  { lots, needs, arcs }: AllocationProblem,
  ...turns: readonly Int32Array[]
): (AllocationPart & { arc: number })[] {
  const free = Float64Array.from(lots, ({ capacity }) => capacity)
  const wanted = Float64Array.from(needs, ({ capacity }) => capacity)
  const parts: (AllocationPart & { arc: number })[] = []
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
