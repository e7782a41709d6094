/** Who looks: everyone, or those who may see small counts and names of sites. */
export type BoardView = 'public' | 'detail'

/**
 * The fewest handovers that a figure may rest on to be told: the threshold that the Métropole sets for the public (few
 * handovers can be told apart by who took part in them), one for the commune's own agent and the Métropole's team.
 */
export function fewestTold(view: BoardView, threshold: number): number {
  return view === 'public' ? threshold : 1
}

/** A mass and how many handovers make it; null where they are too few to be told. */
export type Told = { massG: number | null; count: number | null }

/** A figure as it is told: nothing and enough are told, fewer than `fewest` handovers are not. */
export function told(figure: { massG: number; count: number }, fewest: number): Told {
  const { massG, count } = figure
  return isTooFew(count, fewest) ? { massG: null, count: null } : { massG, count }
}

/** Whether a count is above nothing and below the fewest that are told. */
export function isTooFew(count: number, fewest: number): boolean {
  return count > 0 && count < fewest
}

/**
 * Which cells of a table are not told when its total is: those with too few handovers and, so that no subtraction from
 * the total gives them back, the smallest others until two cells at least and `fewest` handovers are hidden together. A table of one cell is its total, and follows the total's own rule.
 */
export function hiddenCells(counts: readonly number[], fewest: number): Set<number> {
  const hidden = new Set(counts.flatMap((count, index) => (isTooFew(count, fewest) ? [index] : [])))
  if (hidden.size === 0) return hidden
  const others = counts
    .map((count, index) => ({ count, index }))
    .filter(({ count, index }) => count > 0 && !hidden.has(index))
    .sort((a, b) => a.count - b.count || a.index - b.index)
  const together = () => [...hidden].reduce((sum, index) => sum + (counts[index] ?? 0), 0)
  for (const { index } of others) {
    if (hidden.size >= 2 && together() >= fewest) break
    hidden.add(index)
  }
  return hidden
}
