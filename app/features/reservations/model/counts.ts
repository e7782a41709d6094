import type { DifferenceReason } from './handover'
import type { Side } from './machine'

/** What one side counted at a collection, in thousandths of the lot's unit. */
export type CountedQuantity = {
  id: string
  side: Side
  countedMilli: number
  /** Why it is not the reserved quantity, in that side's words; empty when it is. */
  difference: string
  reason: DifferenceReason | null
  /** Codes of the labelled pieces checked one by one. */
  items: readonly string[]
  method: 'counted' | 'weighed'
  /** What the scale said, grams. */
  weighedG: number | null
  slipNumber: string
  slipFileId: string | null
  who: string
  countedAtMs: number
  receivedAtMs: number
}

export type JudgedCount = CountedQuantity & {
  /** Counted less reserved: under zero when some is missing. */
  gapMilli: number
  /** Whether the same side counted again since. */
  isSuperseded: boolean
}

export type CountSummary = {
  counts: JudgedCount[]
  /** Whether the last counts of the two sides are the same; null until both counted. */
  agree: boolean | null
}

/** Counts in the order in which they arrived, each against what was reserved; the last of each side holds. */
export function judgeCounts(counts: readonly CountedQuantity[], reservedMilli: number): CountSummary {
  const ordered = [...counts].sort((a, b) => a.receivedAtMs - b.receivedAtMs || a.countedAtMs - b.countedAtMs)
  const lastOf = (side: Side) => ordered.findLast((count) => count.side === side)
  const giver = lastOf('giver')
  const taker = lastOf('taker')
  return {
    counts: ordered.map((count) => ({
      ...count,
      gapMilli: count.countedMilli - reservedMilli,
      isSuperseded: lastOf(count.side)?.id !== count.id,
    })),
    agree: giver && taker ? giver.countedMilli === taker.countedMilli : null,
  }
}
