import { allocateGreedily } from './greedy'
import type { AllocationPart, AllocationProblem } from './problem'

/**
 * The tree of a flow: the need under which each lot hangs and the lot under which each need does, by number; -1 under the
 * root, which takes what they have left.
 */
export type TreeLinks = { ofLots: Int32Array; ofNeeds: Int32Array }

type Part = AllocationPart & { arc: number }

/** Marks of what a tree tells of a side: under a top that holds, and under one that does not. */
const [UNKNOWN, HOLDS, FAILS] = [0, 1, 2]

/**
 * What the arcs of a tree carry when the quantities of its sides are other than they were. A tree in which an arc would
 * have to carry less than nothing, or more be taken than there is, begins anew: its arcs are served by gain.
 * @param turns arcs of the problem, the greatest gain first
 * @returns a forest in which each tree leaves at most one lot or need with a rest
 */
export function treeParts(
  problem: Pick<AllocationProblem, 'lots' | 'needs' | 'arcs'>,
  { ofLots, ofNeeds }: TreeLinks,
  turns: Int32Array,
): Part[] {
  const { lots, needs, arcs } = problem
  const size = lots.length + needs.length
  const parent = new Int32Array(size)
  for (let lot = 0; lot < lots.length; lot++) parent[lot] = ofLots[lot]! < 0 ? -1 : lots.length + ofLots[lot]!
  for (let need = 0; need < needs.length; need++) parent[lots.length + need] = ofNeeds[need]!
  const arcOf = arcsToParents(arcs, parent, lots.length)
  for (let side = 0; side < size; side++) if (arcOf[side] === -1) parent[side] = -1
  const order = downwards(parent)
  // What a subtree has left (above nil) or lacks.
  const balance = new Float64Array(size)
  lots.forEach(({ capacity }, lot) => (balance[lot] = capacity))
  needs.forEach(({ capacity }, need) => (balance[lots.length + need] = -capacity))
  const isBad = new Uint8Array(size)
  for (let at = order.length - 1; at >= 0; at--) {
    const side = order[at]!
    const above = parent[side]!
    const isLot = side < lots.length
    if (isLot ? balance[side]! < 0 : balance[side]! > 0) isBad[side] = 1
    if (above === -1) continue
    balance[above]! += balance[side]!
    if (isBad[side] === 1) isBad[above] = 1
  }
  const state = new Uint8Array(size).fill(UNKNOWN)
  const isFull = new Uint8Array(size)
  for (const side of order) {
    const above = parent[side]!
    state[side] = above === -1 ? (isBad[side] === 1 ? FAILS : HOLDS) : state[above]!
    const isCut = above === -1 || (side >= lots.length && balance[side] === 0)
    isFull[side] = isCut ? (balance[side] === 0 ? 1 : 0) : isFull[above]!
  }
  const parts: Part[] = []
  const isOfFailed = new Uint8Array(arcs.lot.length)
  for (const side of order) {
    const arc = arcOf[side]!
    if (parent[side] === -1) continue
    if (state[side] === FAILS) isOfFailed[arc] = 1
    // An arc that carries nothing points to what takes the rest; where nothing is left it may not.
    else if (balance[side] !== 0 || (side < lots.length && isFull[side] === 0))
      parts.push({ lot: arcs.lot[arc]!, need: arcs.need[arc]!, quantity: Math.abs(balance[side]!), arc })
  }
  return [
    ...parts,
    ...anew(
      problem,
      state,
      turns.filter((arc) => isOfFailed[arc] === 1),
    ),
  ]
}

/** The trees that failed, by gain. */
function anew(
  { lots, needs, arcs }: Pick<AllocationProblem, 'lots' | 'needs' | 'arcs'>,
  state: Uint8Array,
  turns: Int32Array,
): Part[] {
  const left = (side: { capacity: number }, at: number) => ({
    id: '',
    capacity: state[at] === FAILS ? side.capacity : 0,
  })
  return allocateGreedily(
    { lots: lots.map(left), needs: needs.map((need, at) => left(need, lots.length + at)), arcs },
    turns,
  )
}

/** The arc between each side and its parent; -1 where there is none. */
function arcsToParents(
  { lot, need }: AllocationProblem['arcs'],
  parent: Int32Array,
  lots: number,
): Int32Array {
  const arcOf = new Int32Array(parent.length).fill(-1)
  for (let arc = 0; arc < lot.length; arc++) {
    const [a, b] = [lot[arc]!, lots + need[arc]!]
    if (parent[a] === b) arcOf[a] = arc
    if (parent[b] === a) arcOf[b] = arc
  }
  return arcOf
}

/** Sides in an order in which each comes after its parent. */
function downwards(parent: Int32Array): Int32Array {
  const first = new Int32Array(parent.length).fill(-1)
  const next = new Int32Array(parent.length).fill(-1)
  const order = new Int32Array(parent.length)
  let count = 0
  parent.forEach((above, side) => {
    if (above === -1) order[count++] = side
    else {
      next[side] = first[above]!
      first[above] = side
    }
  })
  for (let at = 0; at < count; at++)
    for (let side = first[order[at]!]!; side !== -1; side = next[side]!) order[count++] = side
  return order
}
