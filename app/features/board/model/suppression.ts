/**
 * The fewest handovers that a public figure may rest on. One or two can be told apart by who took part in them; the
 * commune's own agent and the Métropole's team see every figure.
 */
export const FEWEST_SHOWN = 3

/** Who looks: everyone, or those who may see small counts and names of sites. */
export type BoardView = 'public' | 'detail'

/** A mass and how many handovers make it; null where they are too few to be told. */
export type Told = { massG: number | null; count: number | null }

/** A figure as a view tells it: nothing and enough are told, one or two handovers are not. */
export function told(figure: { massG: number; count: number }, view: BoardView): Told {
  const { massG, count } = figure
  return isTooFew(count, view) ? { massG: null, count: null } : { massG, count }
}

/** Whether a count is above nothing and below what the public is told. */
export function isTooFew(count: number, view: BoardView): boolean {
  return view === 'public' && count > 0 && count < FEWEST_SHOWN
}

/**
 * Which cells of a table are not told when its total is: those with too few handovers and, so that no subtraction from
 * the total gives them back, the smallest others until two cells at least and `FEWEST_SHOWN` handovers are hidden
 * together. A table of one cell is its total, and follows the total's own rule.
 */
export function hiddenCells(counts: readonly number[], view: BoardView): Set<number> {
  const hidden = new Set(counts.flatMap((count, index) => (isTooFew(count, view) ? [index] : [])))
  if (hidden.size === 0) return hidden
  const others = counts
    .map((count, index) => ({ count, index }))
    .filter(({ count, index }) => count > 0 && !hidden.has(index))
    .sort((a, b) => a.count - b.count || a.index - b.index)
  const together = () => [...hidden].reduce((sum, index) => sum + (counts[index] ?? 0), 0)
  for (const { index } of others) {
    if (hidden.size >= 2 && together() >= FEWEST_SHOWN) break
    hidden.add(index)
  }
  return hidden
}
