import { and, inArray } from 'drizzle-orm'
import { lots } from '~db/sqlite/lots'
import type { LotView } from '../model/lot'
import type { LotViewer } from '../model/visibility'
import { asksWords, listInOrder, selectLots } from '../queries.server'
import { wholeAmong } from '../memory-search.server'
import type { LotFilters } from './lot-filters.server'
import { isFound } from './open-lots.server'

/**
 * Which of these lots a search with the filters would show the viewer as answers to all of its text, in no order. It
 * costs what these lots cost, whatever the size of the market.
 */
export async function listFoundLots(
  ids: readonly string[],
  filters: LotFilters,
  viewer: LotViewer,
): Promise<LotView[]> {
  if (ids.length === 0) return []
  if (asksWords(filters)) return listInOrder(await wholeAmong(ids, filters, viewer), viewer)
  return selectLots().where(and(inArray(lots.id, [...ids]), isFound(filters, viewer)))
}
