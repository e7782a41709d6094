import { NetworkSimplex } from './network-simplex'
import type { AllocationPart, AllocationProblem } from './problem'
import { ROOT } from './spanning-tree'
import type { Components } from './components'

/** A problem laid out as a network, component by component. */
export type Transport = {
  simplex: NetworkSimplex
  nodeOfLot: Int32Array
  nodeOfNeed: Int32Array
  /** Number in the network of each arc of the problem. */
  arcInside: Int32Array
  /** The other way: -1 for slack. */
  arcOf: Int32Array
  /** Where the arcs of each component begin in the network; the last entry is their end. */
  ranges: Int32Array
  /** The same of its nodes. */
  nodeRanges: Int32Array
}

/**
 * Lays a problem out as a network: lots give, needs take, the slack of each goes to the root and gains nothing. Nodes
 * and arcs of a component lie side by side, which keeps what is read together together in memory. Lots and needs
 * without an arc, and needs that want nothing, are left out.
 */
export function layOut(problem: AllocationProblem, components: Components): Transport {
  const { lots, needs, arcs } = problem
  const { order, starts } = components
  const simplex = new NetworkSimplex(lots.length + needs.length, arcs.lot.length)
  const nodeOfLot = new Int32Array(lots.length).fill(ROOT)
  const nodeOfNeed = new Int32Array(needs.length).fill(ROOT)
  const wanted = Float64Array.from(needs, ({ capacity }) => capacity)
  const arcInside = new Int32Array(arcs.lot.length).fill(-1)
  const arcOf = new Int32Array(simplex.tail.length).fill(-1)
  const count = starts.length - 1
  const ranges = new Int32Array(count + 1)
  const nodeRanges = new Int32Array(count + 1)
  for (let component = 0; component < count; component++) {
    ranges[component] = simplex.arcs
    nodeRanges[component] = simplex.tree.size
    const from = starts[component]!
    const until = starts[component + 1]!
    for (let place = from; place < until; place++) {
      const need = arcs.need[order[place]!]!
      if (wanted[need]! > 0 && nodeOfNeed[need] === ROOT)
        nodeOfNeed[need] = simplex.addNode(-wanted[need]!, 0)
    }
    for (let place = from; place < until; place++) {
      const arc = order[place]!
      const need = nodeOfNeed[arcs.need[arc]!]!
      if (need === ROOT) continue
      const lot = arcs.lot[arc]!
      if (nodeOfLot[lot] === ROOT) nodeOfLot[lot] = simplex.addNode(lots[lot]!.capacity, 0)
      const inside = simplex.addArc(nodeOfLot[lot]!, need, arcs.gain[arc]!)
      arcInside[arc] = inside
      arcOf[inside] = arc
    }
  }
  ranges[count] = simplex.arcs
  nodeRanges[count] = simplex.tree.size
  return { simplex, nodeOfLot, nodeOfNeed, arcInside, arcOf, ranges, nodeRanges }
}

/**
 * Puts an allocation into the tree in place of slack. Its parts must form a forest in which each tree leaves at most
 * one lot or need with a rest (`allocateGreedily` and every basic solution do); that one, or else a lot, keeps its
 * slack arc and holds the others.
 */
export function startFrom(
  { lots, needs }: Pick<AllocationProblem, 'lots' | 'needs'>,
  {
    simplex,
    nodeOfLot,
    nodeOfNeed,
    arcInside,
  }: Pick<Transport, 'simplex' | 'nodeOfLot' | 'nodeOfNeed' | 'arcInside'>,
  parts: readonly (AllocationPart & { arc: number })[],
): void {
  const size = lots.length + needs.length
  const rest = new Float64Array(size)
  lots.forEach(({ capacity }, lot) => (rest[lot] = capacity))
  needs.forEach(({ capacity }, need) => (rest[lots.length + need] = capacity))
  const first = new Int32Array(size).fill(-1)
  const next = new Int32Array(parts.length * 2).fill(-1)
  parts.forEach(({ lot, need, quantity }, index) => {
    for (const [side, place] of [
      [lot, 2 * index],
      [lots.length + need, 2 * index + 1],
    ] as const) {
      rest[side]! -= quantity
      next[place] = first[side]!
      first[side] = place
    }
  })
  const isDone = new Uint8Array(size)
  const nodeOf = (side: number) => (side < lots.length ? nodeOfLot[side]! : nodeOfNeed[side - lots.length]!)
  const spread = (top: number) => {
    const waiting = [top]
    isDone[top] = 1
    for (let side = waiting.pop(); side !== undefined; side = waiting.pop()) {
      for (let place = first[side]!; place !== -1; place = next[place]!) {
        const { lot, need, quantity, arc } = parts[place >> 1]!
        const other = place % 2 === 0 ? lots.length + need : lot
        if (isDone[other]) continue
        isDone[other] = 1
        simplex.moveUnder(nodeOf(other), nodeOf(side), arcInside[arc]!, other < lots.length, quantity)
        waiting.push(other)
      }
    }
    const node = nodeOf(top)
    if (node !== ROOT) simplex.tree.flow[node] = rest[top]!
  }
  for (let side = 0; side < size; side++) if (!isDone[side] && rest[side]! > 0) spread(side)
  for (let lot = 0; lot < lots.length; lot++) if (!isDone[lot]) spread(lot)
  simplex.measure()
}

/** Pivots component by component to the optimum. @returns false when `isLate` said so first */
export function runAll({ simplex, ranges, nodeRanges }: Transport, isLate: () => boolean): boolean {
  for (let component = 0; component + 1 < ranges.length; component++) {
    const nodes = { from: nodeRanges[component]!, until: nodeRanges[component + 1]! }
    if (!simplex.run(ranges[component]!, ranges[component + 1]!, isLate, nodes)) return false
  }
  return true
}
