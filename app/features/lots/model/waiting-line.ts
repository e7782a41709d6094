import { leastTakeMilli, type Takeable } from './least-take'

/** Hours for which freed stock is kept for the first in line whom it suits. */
export const PRIORITY_HOURS = 48

export type Waiter = { id: string; quantityMilli: number; joinedAtMs: number }

/** Someone in the line of a lot, as its giver sees the line. */
export type LineEntry = {
  id: string
  /** 1 for the first. */
  position: number
  organisationId: string
  name: string
  quantityMilli: number
  status: 'waiting' | 'offered'
  joinedAtMs: number
  priorityUntilMs: number | null
}

/** A place in a line of so many. */
export type LinePlace = LineEntry & { length: number }

/** The order of a line: who came first; equals by their id, so that every process sees the same. */
export function sortLine<Item extends Waiter>(line: readonly Item[]): Item[] {
  return [...line].sort((a, b) =>
    a.joinedAtMs === b.joinedAtMs ? (a.id < b.id ? -1 : 1) : a.joinedAtMs - b.joinedAtMs,
  )
}

/**
 * Who is offered what of a lot's free stock: in the order of the line, each whose quantity fits in what is left and may be
 * taken so. Of a lot in one piece, the first in line is offered all of it.
 */
export function offersOf(line: readonly Waiter[], lot: Takeable): { id: string; milli: number }[] {
  const offers: { id: string; milli: number }[] = []
  let free = lot.availableMilli
  for (const { id, quantityMilli } of sortLine(line)) {
    if (free <= 0) break
    const milli = lot.isWhole ? free : quantityMilli
    if (milli > free || milli < leastTakeMilli({ ...lot, availableMilli: free })) continue
    offers.push({ id, milli })
    free -= milli
  }
  return offers
}

/** Whether a lot has nothing for someone who wants this much now: what the line is for. */
export function mustWait(quantityMilli: number, lot: Takeable): boolean {
  return quantityMilli > lot.availableMilli || quantityMilli < leastTakeMilli(lot) || lot.availableMilli === 0
}
