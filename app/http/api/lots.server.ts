import { z } from 'zod'
import { lotRecords, placesByCode } from '~/features/open-data/datasets.server'
import { lotStateOf } from '~/features/lots/model/lot-state'
import { VISITOR } from '~/features/lots/model/visibility'
import { findVisibleLot } from '~/features/lots/queries.server'
import { listLotsAfter, placeOfLot } from '~/features/lots/queries/lot-pages.server'
import { filtersOf, readSearch } from '~/features/lots/search.server'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import type { LotRecord } from '~/features/open-data/schema'
import { queryMark, readCursor, writeCursor } from './cursor'
import type { Answer, Listed } from './endpoint'
import type { LotsQuery } from './query'
import { faultsOfPage, pageParamsOf } from './read-query.server'

const place = z.strictObject({
  rank: z.union([z.string().max(20), z.number()]).nullable(),
  publishedAtMs: z.number(),
  id: z.uuid(),
})

/** Open lots as a visitor's search finds them. */
export async function listLots(query: LotsQuery): Promise<Answer<Listed<LotRecord>>> {
  const params = pageParamsOf(query)
  if (!params.ok) return { refusal: { kind: 'parameters', faults: params.faults } }
  const { search, faults, place: around } = await readSearch(params.value)
  const found = faultsOfPage(faults, query)
  if (found.length > 0) return { refusal: { kind: 'parameters', faults: found } }
  const mark = queryMark(query)
  const from = query.cursor === undefined ? null : readCursor(query.cursor, mark, place)
  if (from && 'fault' in from) {
    return { refusal: { kind: 'parameters', faults: [{ parameter: 'cursor', code: from.fault }] } }
  }
  const filters = filtersOf(search, around)
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
