import { LiveFlow } from './live-flow'
import { FINE } from './live-side'
import { NearestFirst } from './nearest-first'
import type { Allocation, AllocationProblem } from './problem'
import { NONE } from './spanning-tree'
import { walkOrder } from './walk-order'

/** A standing allocation, and the number in it of each lot and need of its problem. */
export type LiveStart = { flow: LiveFlow; lotAt: Int32Array; needAt: Int32Array }

/** Begins with an optimal allocation and its dual. Lots and needs that share pairs are numbered one after the other. */
export function startLive(
  { lots, needs, arcs }: AllocationProblem,
  { parts, duals }: Pick<Allocation, 'parts' | 'duals'>,
): LiveStart {
  const { lotAt, needAt } = walkOrder(lots.length, needs.length, arcs)
  const flow = new LiveFlow()
  for (const [side, nodes, worths, at] of [
    [flow.lots, lots, duals.lots, lotAt],
    [flow.needs, needs, duals.needs, needAt],
  ] as const) {
    side.addNodes(nodes.length)
    nodes.forEach(({ capacity }, node) => {
      side.capacity[at[node]!] = capacity
      side.rest[at[node]!] = capacity
      side.worth[at[node]!] = FINE * worths[node]!
    })
  }
  const lotOf = arcs.lot.map((lot) => lotAt[lot]!)
  const needOf = arcs.need.map((need) => needAt[need]!)
  flow.lots.reserve(lotOf)
  flow.needs.reserve(needOf)
  arcs.gain.forEach((gain, arc) => flow.addArc(lotOf[arc]!, needOf[arc]!, gain))
  const carried = parts.map(({ lot, need, quantity }) => ({
    lot: lotAt[lot]!,
    need: needAt[need]!,
    quantity,
  }))
  for (const { lot, need, quantity } of carried.sort((a, b) => a.lot - b.lot || a.need - b.need)) {
    flow.carry(flow.between(lot, need), quantity)
    flow.lots.rest[lot]! -= quantity
    flow.needs.rest[need]! -= quantity
  }
  measurePlaces(flow)
  return { flow, lotAt, needAt }
}

/**
 * Lowers the worths of lots and raises those of needs by how much farther the nearest place is than they say: Dijkstra
 * from all places at once, against the arcs. What a lot is worth is then what a step more of it would gain, and a step
 * finds its place without looking elsewhere.
 */
export function measurePlaces(flow: LiveFlow): void {
  const { lots, needs } = flow
  const waiting = new NearestFirst()
  const reached = (size: number) => new Float64Array(size).fill(Infinity)
  const [ofLots, ofNeeds] = [reached(lots.size), reached(needs.size)]
  const offer = (distances: Float64Array, node: number, distance: number, item: number) => {
    if (distance >= distances[node]!) return
    distances[node] = distance
    waiting.add(distance, item)
  }
  for (let lot = 0; lot < lots.size; lot++) offer(ofLots, lot, 1 + lots.worth[lot]!, lot)
  for (let need = 0; need < needs.size; need++)
    if (needs.rest[need]! > 0) offer(ofNeeds, need, 1 - needs.worth[need]!, lots.size + need)
  for (let item = waiting.take(); item !== NONE; item = waiting.take()) {
    const { distance } = waiting
    if (item < lots.size) {
      if (ofLots[item] !== distance) continue
      for (let at = lots.firstCarried[item]!; at !== NONE; at = lots.nextCarried[at]!) {
        const need = needs.nodeOf[at]!
        const over = FINE * flow.gainOf[at]! + 1 - lots.worth[item]! - needs.worth[need]!
        offer(ofNeeds, need, distance + over, lots.size + need)
      }
    } else {
      const need = item - lots.size
      if (ofNeeds[need] !== distance) continue
      const { arcs } = needs
      const base = distance + 1 + needs.worth[need]!
      const until = needs.arcsUntil(need)
      for (let at = needs.arcsFrom(need); at < until; at += 2)
        offer(ofLots, arcs[at]!, base - FINE * arcs[at + 1]! + lots.worth[arcs[at]!]!, arcs[at]!)
    }
  }
  ofLots.forEach((distance, lot) => (lots.worth[lot]! -= distance))
  ofNeeds.forEach((distance, need) => {
    // No way leads on from a need without capacity: it is worth what lots would gain there, which is more as they fell.
    if (distance === Infinity) needs.worth[need] = Math.max(needs.worth[need]!, needs.leastWorth(need, lots))
    else needs.worth[need]! += distance
  })
  // What needs knew of lots that fell holds no more.
  needs.forgetBounds()
}
