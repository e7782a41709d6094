import type { NoMatch, PairScore } from './score'

export type Ranked<Item> = { item: Item; pair: PairScore }

/**
 * The `k` best candidates, best first, ties by ascending id. Exact: every candidate is scored.
 * Either direction: `topK(needs, 10, (need) => scorePair(lot, need))` or
 * `topK(lots, 10, (lot) => scorePair(lot, need))`. Memory O(k).
 */
export function topK<Item extends { id: string }>(
  candidates: Iterable<Item>,
  k: number,
  scoreOf: (item: Item) => PairScore | NoMatch,
): Ranked<Item>[] {
  const best: Ranked<Item>[] = []
  if (k < 1) return best
  for (const item of candidates) {
    const pair = scoreOf(item)
    if (!pair.ok) continue
    const ranked = { item, pair }
    const last = best[k - 1]
    if (last && compareRanked(last, ranked) <= 0) continue
    best.splice(insertionIndex(best, ranked), 0, ranked)
    if (best.length > k) best.pop()
  }
  return best
}

/** Order of results: higher score first, then id, so that equal scores always come in the same order. */
export function compareRanked(a: Ranked<{ id: string }>, b: Ranked<{ id: string }>): number {
  if (a.pair.score !== b.pair.score) return b.pair.score - a.pair.score
  return a.item.id < b.item.id ? -1 : a.item.id > b.item.id ? 1 : 0
}

function insertionIndex<Item extends { id: string }>(
  sorted: readonly Ranked<Item>[],
  ranked: Ranked<Item>,
): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareRanked(sorted[middle]!, ranked) <= 0) low = middle + 1
    else high = middle
  }
  return low
}
