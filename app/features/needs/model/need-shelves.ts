import type { NeedState } from './need-state'

/** How an organisation sorts its needs, as the address says it. */
export const NEED_SHELVES = ['ouverts', 'pause', 'passes', 'couverts', 'clos'] as const
export type NeedShelf = (typeof NEED_SHELVES)[number]

const SHELF_OF: Record<NeedState, NeedShelf> = {
  open: 'ouverts',
  paused: 'pause',
  past: 'passes',
  served: 'couverts',
  closed: 'clos',
  hidden: 'pause',
}

/** Where a need stands. */
export function needShelfOf(state: NeedState): NeedShelf {
  return SHELF_OF[state]
}

/** The shelf an address asks for; what is open by default. */
export function askedNeedShelf(text: string | null): NeedShelf {
  return NEED_SHELVES.find((shelf) => shelf === text) ?? 'ouverts'
}
