import { NetworkSimplex } from '~/features/matching/model/allocation/network-simplex'

/** A minimum-cost flow as the DIMACS format describes it (`p min`, `n`, `a` lines); nodes count from 1. */
export type NetworkInstance = {
  nodes: number
  supply: Float64Array
  /** `most` is infinite where the file gives a negative capacity, as generators write an arc without a limit. */
  arcs: { tail: number; head: number; least: number; most: number; cost: number }[]
}

/** What a file says that cannot be read, or asks that cannot be done: a sentence for whoever gave it. */
export class InstanceError extends Error {}

/** @throws InstanceError with the line that cannot be read, or when what the lines say does not add up */
export function readDimacs(text: string): NetworkInstance {
  const lines = text.split('\n')
  const at = lines.findIndex((line) => line.trim().startsWith('p'))
  if (at === -1) throw new InstanceError('no problem line: p min NODES ARCS')
  const [, kind, ...counts] = wordsOf(lines[at]!)
  const [nodes = 0, arcs = 0] = counts.map(Number)
  if (kind !== 'min' || counts.length !== 2 || !isCount(nodes) || !isCount(arcs) || nodes === 0)
    throw new InstanceError(`line ${at + 1}: not a minimum-cost flow: p min NODES ARCS`)
  const instance: NetworkInstance = { nodes, supply: new Float64Array(nodes + 1), arcs: [] }
  lines.forEach((line, index) => {
    const fault = index === at ? null : readLine(instance, wordsOf(line))
    if (fault) throw new InstanceError(`line ${index + 1}: ${fault}`)
  })
  if (instance.arcs.length !== arcs)
    throw new InstanceError(`the problem line promises ${arcs} arcs, ${instance.arcs.length} follow`)
  const over = instance.supply.reduce((sum, value) => sum + value, 0)
  if (over !== 0) throw new InstanceError(`supplies and demands differ by ${over}`)
  return instance
}

/** Adds what a line says to an instance. @returns what is wrong with it */
function readLine({ nodes, supply, arcs }: NetworkInstance, [kind, ...rest]: string[]): string | null {
  if (!kind || kind === 'c') return null
  const values = rest.map(Number)
  if (!values.every(Number.isSafeInteger)) return 'not whole numbers'
  const isNode = (value: number) => value >= 1 && value <= nodes
  if (kind === 'n') {
    const [node = 0, amount = 0] = values
    if (values.length !== 2) return 'a node is: n NODE SUPPLY'
    if (!isNode(node)) return `there is no node ${node}`
    supply[node] = amount
    return null
  }
  if (kind !== 'a') return `unknown kind ${kind}`
  const [tail = 0, head = 0, least = 0, most = 0, cost = 0] = values
  if (values.length !== 5) return 'an arc is: a TAIL HEAD LEAST MOST COST'
  if (!isNode(tail) || !isNode(head)) return `there is no node ${isNode(tail) ? head : tail}`
  if (least < 0) return 'less than nothing cannot flow'
  if (most >= 0 && most < least) return `at least ${least} cannot flow where at most ${most} may`
  arcs.push({ tail, head, least, most: most < 0 ? Infinity : most, cost })
  return null
}

const wordsOf = (line: string) => line.trim().split(/\s+/)
const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0

/**
 * The least cost of serving all demands, by the solver of the product: capacities as they are, least flows sent
 * beforehand, and slack at a cost that no way through the network has.
 * @returns null when the demands cannot be served
 * @throws InstanceError when a cycle without limits makes any cost too much
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
  try {
    simplex.run(0, simplex.arcs, () => false, { from: 1, until: nodes + 1 })
  } catch (error) {
    if (error instanceof RangeError)
      throw new InstanceError('the cost has no lower bound: a cycle without limits')
    throw error
  }
  for (let arc = first; arc < simplex.arcs; arc++)
    cost += BigInt(simplex.flowOutside(arc)) * BigInt(-simplex.gain[arc]!)
  for (let node = 1; node < tree.size; node++) {
    const arc = tree.arc[node]!
    if (arc >= first) cost += BigInt(tree.flow[node]!) * BigInt(-simplex.gain[arc]!)
    else if (tree.flow[node]! > 0) return null
  }
  return cost
}
