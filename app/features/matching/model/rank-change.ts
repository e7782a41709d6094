/** A candidate's place, 1 for the best, and its score. */
type Place = { rank: number; score: number }
/** The same candidate under two sets of weights. */
export type Move = { id: string; before: Place; after: Place }

/**
 * The `n` best candidates before and after a change of weights, each with both of its places. Weights change no filter,
 * so both rankings hold the same candidates, best first.
 */
export function compareRankings(
  before: readonly { id: string; score: number }[],
  after: readonly { id: string; score: number }[],
  n: number,
): { before: Move[]; after: Move[] } {
  const [old, next] = [placesOf(before), placesOf(after)]
  const moveOf = ({ id }: { id: string }): Move => {
    const [from, to] = [old.get(id), next.get(id)]
    if (!from || !to) throw new RangeError(`${id} is in one ranking alone`)
    return { id, before: from, after: to }
  }
  return { before: before.slice(0, n).map(moveOf), after: after.slice(0, n).map(moveOf) }
}

function placesOf(ranked: readonly { id: string; score: number }[]): Map<string, Place> {
  return new Map(ranked.map(({ id, score }, index) => [id, { rank: index + 1, score }]))
}

/** Those with the most candidates, ties by id, of as many materials as there are, `n` at most. */
export function chooseExamples<Item extends { id: string; material: string; candidates: number }>(
  items: readonly Item[],
  n: number,
): Item[] {
  const sorted = [...items].sort((a, b) => b.candidates - a.candidates || (a.id < b.id ? -1 : 1))
  const seen = new Set<string>()
  const [first, again]: [Item[], Item[]] = [[], []]
  for (const item of sorted) {
    if (item.candidates < 2) break
    ;(seen.has(item.material) ? again : first).push(item)
    seen.add(item.material)
  }
  return [...first, ...again].slice(0, n)
}
