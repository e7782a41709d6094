import { readFileSync } from 'node:fs'
import { leastCost, readDimacs } from './network-instance'
import { type BenchPart, tell } from './part'

/** The optimum of a minimum-cost flow in a file, to hold the solver against published instances. */
export const benchDimacs: BenchPart = ({ dimacs }) => {
  if (dimacs === '') {
    tell('Left out: give a file with --dimacs FILE.')
    return null
  }
  const instance = readDimacs(readFileSync(dimacs, 'utf8'))
  tell(`${instance.nodes} nodes, ${instance.arcs.length} arcs`)
  const startedAt = performance.now()
  const cost = leastCost(instance)
  tell(`${Math.round(performance.now() - startedAt)} ms`)
  if (cost === null) throw new Error('The demands of this network cannot be served.')
  return Number(cost)
}
