import type { PairTable } from './pair-table'

/** Pairs side by side, by lot, then need; gains as the table gives them, below nil without a claim. */
export type PairList = { lot: Int32Array; need: Int32Array; gain: Int32Array }

/** One number for a pair of places. */
export function placeKey(lot: number, need: number, needs: number): number {
  return lot * needs + need
}

/** Those of some pairs, by lot, that may be made. */
export function pairsAmong(table: PairTable, wanted: ReadonlyMap<number, ReadonlySet<number>>): PairList {
  const isWanted = new Uint8Array(table.snapshot.needs.length)
  const lots: number[] = []
  const needs: number[] = []
  const gains: number[] = []
  for (const lot of [...wanted.keys()].sort((a, b) => a - b)) {
    const own = wanted.get(lot)!
    for (const need of own) isWanted[need] = 1
    const found: { need: number; gain: number }[] = []
    table.forEachOf(lot, (_, need, gain) => {
      if (isWanted[need] === 1) found.push({ need, gain })
    })
    for (const need of own) isWanted[need] = 0
    for (const { need, gain } of found.sort((a, b) => a.need - b.need)) {
      lots.push(lot)
      needs.push(need)
      gains.push(gain)
    }
  }
  return { lot: Int32Array.from(lots), need: Int32Array.from(needs), gain: Int32Array.from(gains) }
}

/** Adds a pair to those wanted. */
export function wish(wanted: Map<number, Set<number>>, lot: number, need: number): void {
  const own = wanted.get(lot)
  if (own) own.add(need)
  else wanted.set(lot, new Set([need]))
}
