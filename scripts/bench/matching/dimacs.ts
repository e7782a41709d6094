import { readFileSync } from 'node:fs'
import { InstanceError, leastCost, readDimacs } from './network-instance'
import { type BenchPart, tell } from './part'

/** The optimum of a minimum-cost flow in a file, to hold the solver against published instances. */
export const benchDimacs: BenchPart = ({ dimacs }) => {
  if (dimacs === '') {
    tell('Left out: give a file with --dimacs FILE.')
    return null
  }
  try {
    return optimumOf(readFileSync(dimacs, 'utf8'))
  } catch (error) {
    const isTold = error instanceof InstanceError || (error instanceof Error && 'code' in error)
    if (!isTold) throw error
    tell(`${dimacs}: ${error.message}`)
    process.exit(1)
  }
}

function optimumOf(text: string): number {
  const instance = readDimacs(text)
  tell(`${instance.nodes} nodes, ${instance.arcs.length} arcs`)
  const startedAt = performance.now()
  const cost = leastCost(instance)
  tell(`${Math.round(performance.now() - startedAt)} ms`)
  if (cost === null) throw new InstanceError('the demands of this network cannot be served')
  if (BigInt(Number(cost)) !== cost) tell(`exactly ${cost}: the figure below is rounded`)
  return Number(cost)
}
