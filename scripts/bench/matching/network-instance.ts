import { NetworkSimplex } from '~/features/matching/model/allocation/network-simplex'

/** A minimum-cost flow as the DIMACS format describes it (`p min`, `n`, `a` lines); nodes count from 1. */
export type NetworkInstance = {
  nodes: number
  supply: Float64Array
  arcs: { tail: number; head: number; least: number; most: number; cost: number }[]
}

/** @throws Error with the line that cannot be read */
export function readDimacs(text: string): NetworkInstance {
  let instance: NetworkInstance | null = null
  let number = 0
  for (const line of text.split('\n')) {
    number += 1
    const [kind, ...rest] = line.trim().split(/\s+/)
    if (!kind || kind === 'c') continue
    if (kind === 'p') {
      const nodes = Number(rest[1])
      if (rest[0] !== 'min' || !(nodes > 0)) throw new Error(`line ${number}: not a minimum-cost flow`)
      instance = { nodes, supply: new Float64Array(nodes + 1), arcs: [] }
      continue
    }
    const values = rest.map(Number)
    if (!instance || !values.every(Number.isFinite)) throw new Error(`line ${number}: cannot be read`)
    if (kind === 'n') instance.supply[values[0]!] = values[1]!
    else if (kind === 'a') {
      const [tail = 0, head = 0, least = 0, most = 0, cost = 0] = values
      instance.arcs.push({ tail, head, least, most, cost })
    } else throw new Error(`line ${number}: unknown kind ${kind}`)
  }
  if (!instance) throw new Error('no problem line')
  return instance
}

/**
 * The least cost of serving all demands, by the solver of the product: capacities as they are, least flows sent
 * beforehand, and slack at a cost that no way through the network has.
 * @returns null when the demands cannot be served
 */
export function leastCost({ nodes, supply, arcs }: NetworkInstance): bigint | null {
  const left = supply.slice()
  let cost = 0n
  let dearest = 1
  for (const { tail, head, least, cost: each } of arcs) {
    left[tail]! -= least
    left[head]! += least
    cost += BigInt(least) * BigInt(each)
    dearest = Math.max(dearest, Math.abs(each))
  }
  const slackGain = -(dearest + 1) * nodes
  const simplex = new NetworkSimplex(nodes, arcs.length)
  for (let node = 1; node <= nodes; node++) simplex.addNode(left[node]!, slackGain)
  const first = simplex.arcs
  for (const { tail, head, least, most, cost: each } of arcs) simplex.addArc(tail, head, -each, most - least)
  const { tree } = simplex
  simplex.run(0, simplex.arcs, () => false, { from: 1, until: nodes + 1 })
  for (let arc = first; arc < simplex.arcs; arc++)
    cost += BigInt(simplex.flowOutside(arc)) * BigInt(-simplex.gain[arc]!)
  for (let node = 1; node < tree.size; node++) {
    const arc = tree.arc[node]!
    if (arc >= first) cost += BigInt(tree.flow[node]!) * BigInt(-simplex.gain[arc]!)
    else if (tree.flow[node]! > 0) return null
  }
  return cost
}
