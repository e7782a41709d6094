import type { NetworkSimplex } from './network-simplex'

/** A number below 2³² for a word (FNV-1a), the same in every process. */
export function wordHash(word: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < word.length; index++) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193)
  }
  return hash >>> 0
}

/** A number below 2³⁰ for a pair of word hashes, with nothing in common with its neighbours'. */
export function pairHash(a: number, b: number): number {
  let hash = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b ^ 0x7f4a7c15, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39)
  return (hash ^ (hash >>> 15)) >>> 2
}

/**
 * Among all optimal flows, moves to the one of greatest total `preference`: exact, since only arcs on which more gains
 * nothing and loses nothing may enter. With preferences drawn by hash the answer does not depend on where the solver
 * started.
 * @returns what each node is worth by these preferences: an arc that gains nothing and loses nothing, and of which the
 * preference is no more than its ends are worth, changes nothing
 */
export function breakTies(
  simplex: NetworkSimplex,
  preference: (arc: number) => number,
  isLate: () => boolean,
): Float64Array {
  const { gain, tail, head, arcs, tree } = simplex
  const { potential } = tree
  let count = 0
  const tight = new Int32Array(arcs)
  const preferences = new Float64Array(gain.length)
  for (let arc = 0; arc < arcs; arc++) {
    if (gain[arc]! - potential[tail[arc]!]! + potential[head[arc]!]! !== 0) continue
    preferences[arc] = preference(arc)
    if (!simplex.isInTree(arc)) tight[count++] = arc
  }
  // An arc that leaves the tree may come back.
  const inTree: number[] = []
  for (let node = 1; node < tree.size; node++) inTree.push(tree.arc[node]!)
  const entering = new Int32Array(count + inTree.length)
  entering.set(tight.subarray(0, count))
  entering.set(inTree, count)
  simplex.gain = preferences
  simplex.measure()
  simplex.runOn(entering, isLate)
  const worths = potential.slice()
  simplex.gain = gain
  simplex.measure()
  return worths
}
