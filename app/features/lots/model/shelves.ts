import type { LotState } from './lot-state'

/** How an organisation sorts its lots, as the address says it. */
export const SHELVES = ['brouillons', 'en-ligne', 'pause', 'retires', 'passes'] as const
export type Shelf = (typeof SHELVES)[number]

const SHELF_OF: Record<LotState, Shelf> = {
  open: 'en-ligne',
  full: 'en-ligne',
  paused: 'pause',
  withdrawn: 'retires',
  over: 'passes',
  closed: 'pause',
  hidden: 'pause',
}

/** Where a published lot stands; drafts have a shelf of their own. */
export function shelfOf(state: LotState): Shelf {
  return SHELF_OF[state]
}

/** The shelf an address asks for; what is online by default. */
export function askedShelf(text: string | null): Shelf {
  return SHELVES.find((shelf) => shelf === text) ?? 'en-ligne'
}
