import { z } from 'zod'
import { lotRecords, placesByCode } from '~/features/open-data/datasets.server'
import { lotStateOf } from '~/features/lots/model/lot-state'
import { VISITOR } from '~/features/lots/model/visibility'
import { findVisibleLot } from '~/features/lots/queries.server'
import { listLotsAfter, placeOfLot, rankTypeOf } from '~/features/lots/queries/lot-pages.server'
import type { LotFilters } from '~/features/lots/queries/lot-filters.server'
import { filtersOf, readSearch } from '~/features/lots/search.server'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import type { LotRecord } from '~/features/open-data/schema'
import { queryMark, readCursor, writeCursor } from './cursor'
import type { Answer, Listed } from './endpoint'
import type { LotsQuery } from './query'
import { faultsOfPage, pageParamsOf } from './read-query.server'

const RANKS = { day: z.iso.date(), number: z.int(), none: z.null() }

/** A place in the order that the filters ask for. */
function placeIn(filters: LotFilters) {
  return z.strictObject({ rank: RANKS[rankTypeOf(filters)], publishedAtMs: z.int(), id: z.uuid() })
}

/** Open lots as a visitor's search finds them. */
export async function listLots(query: LotsQuery): Promise<Answer<Listed<LotRecord>>> {
  const params = pageParamsOf(query)
  if (!params.ok) return { refusal: { kind: 'parameters', faults: params.faults } }
  const { search, faults, place: around } = await readSearch(params.value)
  const found = faultsOfPage(faults, query)
  if (found.length > 0) return { refusal: { kind: 'parameters', faults: found } }
  const mark = queryMark(query)
  const filters = filtersOf(search, around)
  const from = query.cursor === undefined ? null : readCursor(query.cursor, mark, placeIn(filters))
  if (from && 'fault' in from) {
    return { refusal: { kind: 'parameters', faults: [{ parameter: 'cursor', code: from.fault }] } }
  }
  // One row more tells whether another page follows.
  const lots = await listLotsAfter(filters, from?.place ?? null, query.limit + 1, VISITOR)
  const shown = lots.slice(0, query.limit)
  const last = lots.length > query.limit ? shown.at(-1) : undefined
  return {
    value: {
      data: await lotRecords(shown, await placesByCode()),
      next_cursor: last ? writeCursor(mark, placeOfLot(last, filters)) : null,
    },
  }
}

/** A lot that is open and public; one that no longer is says so only to whom its page still shows it. */
export async function getLot(id: string): Promise<Answer<LotRecord>> {
  const lot = await findVisibleLot(id, VISITOR)
  if (!lot) return { refusal: { kind: 'missing' } }
  if (lotStateOf(lot, isoDayOf(nowMs())) !== 'open') return { refusal: { kind: 'gone' } }
  const [record] = await lotRecords([lot], await placesByCode())
  return record ? { value: record } : { refusal: { kind: 'missing' } }
}
