import type { AllocationPart, AllocationProblem } from '../allocation/problem'

/**
 * Gives the lots of a set in one piece each, the most valuable first, to the best need that still wants all of it.
 * Feasible, not always the best: what it gains is a floor.
 */
export function giveWhole(problem: AllocationProblem, isGiven: (lot: number) => boolean): AllocationPart[] {
  const { lots, needs, arcs } = problem
  const open = needs.map(({ capacity }) => capacity)
  const given = new Set<number>()
  const worthOf = (arc: number) => arcs.gain[arc]! * lots[arcs.lot[arc]!]!.capacity
  const turns = [...arcs.gain.keys()]
    .filter((arc) => isGiven(arcs.lot[arc]!))
    .sort((a, b) => worthOf(b) - worthOf(a) || arcs.lot[a]! - arcs.lot[b]! || arcs.need[a]! - arcs.need[b]!)
  const parts: AllocationPart[] = []
  for (const arc of turns) {
    const [lot, need] = [arcs.lot[arc]!, arcs.need[arc]!]
    const quantity = lots[lot]!.capacity
    if (given.has(lot) || quantity < 1 || open[need]! < quantity) continue
    given.add(lot)
    open[need]! -= quantity
    parts.push({ lot, need, quantity })
  }
  return parts
}

/** What is left to allocate once these parts are given: their lots are gone, their needs want less. */
export function withoutParts(
  problem: AllocationProblem,
  parts: readonly AllocationPart[],
  isGiven: (lot: number) => boolean,
): AllocationProblem {
  const needs = problem.needs.map((need) => ({ ...need }))
  for (const { need, quantity } of parts) needs[need]!.capacity -= quantity
  const lots = problem.lots.map((lot, place) => (isGiven(place) ? { ...lot, capacity: 0 } : lot))
  return { ...problem, lots, needs }
}
