import type { ClosingRow } from './closing-record'

/** Which rows a list shows: all, or those whose difference is to be explained. */
export const ROW_FILTERS = ['toutes', 'a-expliquer'] as const
export type RowFilter = (typeof ROW_FILTERS)[number]

/** The rows that a filter keeps, in their order. */
export function filterRows(rows: readonly ClosingRow[], filter: RowFilter): ClosingRow[] {
  return filter === 'toutes' ? [...rows] : rows.filter(({ state }) => state === 'open' || state === 'stale')
}
