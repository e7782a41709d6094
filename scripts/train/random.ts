/** A seeded generator of numbers in [0, 1): the mulberry32 mixing of a 32-bit counter. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * Deals groups, shuffled by a seed, into folds of equal numbers of groups, give or take one.
 * Returns the fold of each item; items of one group share theirs.
 */
export function foldsByGroup(groups: readonly string[], folds: number, seed: number): number[] {
  const random = seededRandom(seed)
  const order = [...new Set(groups)].sort()
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[order[last], order[other]] = [order[other]!, order[last]!]
  }
  const foldOf = new Map(order.map((group, index) => [group, index % folds]))
  return groups.map((group) => foldOf.get(group)!)
}
