import type { AllocationProblem } from './problem'

/** Arcs in the order of their components, and where each component begins; the last entry is the number of arcs. */
export type Components = { order: Int32Array; starts: Int32Array }

/**
 * Groups the arcs of a problem by connected component: what one component does is of no concern to another. Within
 * a component arcs keep their order.
 */
export function componentsOf({ lots, needs, arcs }: AllocationProblem): Components {
  const sets = new DisjointSets(lots.length + needs.length)
  for (let arc = 0; arc < arcs.lot.length; arc++) sets.join(arcs.lot[arc]!, lots.length + arcs.need[arc]!)
  const numberOf = new Int32Array(lots.length + needs.length).fill(-1)
  const counts: number[] = []
  const component = new Int32Array(arcs.lot.length)
  for (let arc = 0; arc < arcs.lot.length; arc++) {
    const top = sets.topOf(arcs.lot[arc]!)
    if (numberOf[top] === -1) numberOf[top] = counts.push(0) - 1
    component[arc] = numberOf[top]!
    counts[component[arc]!]! += 1
  }
  const starts = new Int32Array(counts.length + 1)
  for (let index = 0; index < counts.length; index++) starts[index + 1] = starts[index]! + counts[index]!
  const order = new Int32Array(arcs.lot.length)
  const next = starts.slice()
  for (let arc = 0; arc < arcs.lot.length; arc++) order[next[component[arc]!]!++] = arc
  return { order, starts }
}

class DisjointSets {
  private readonly above: Int32Array

  constructor(size: number) {
    this.above = Int32Array.from({ length: size }, (_, index) => index)
  }

  topOf(item: number): number {
    const { above } = this
    let at = item
    while (above[at] !== at) {
      above[at] = above[above[at]!]!
      at = above[at]!
    }
    return at
  }

  join(a: number, b: number): void {
    const [topA, topB] = [this.topOf(a), this.topOf(b)]
    if (topA !== topB) this.above[Math.max(topA, topB)] = Math.min(topA, topB)
  }
}
