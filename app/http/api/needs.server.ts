import { z } from 'zod'
import { findNeed } from '~/features/needs/queries.server'
import { isOpenNeed, listNeedsAfter } from '~/features/needs/queries/need-pages.server'
import { filtersOf, readSearch } from '~/features/needs/search.server'
import { placesByCode } from '~/features/open-data/datasets.server'
import { needRecord } from '~/features/open-data/records.server'
import type { NeedRecord } from '~/features/open-data/schema'
import { queryMark, readCursor, writeCursor } from './cursor'
import type { Answer, Listed } from './endpoint'
import type { NeedsQuery } from './query'
import { faultsOfPage, pageParamsOf } from './read-query.server'

const place = z.strictObject({ createdAtMs: z.int(), id: z.uuid() })

/** Open needs, newest first. */
export async function listNeeds(query: NeedsQuery): Promise<Answer<Listed<NeedRecord>>> {
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
  const [needs, places] = await Promise.all([
    listNeedsAfter(filtersOf(search, around), from?.place ?? null, query.limit + 1),
    placesByCode(),
  ])
  const shown = needs.slice(0, query.limit)
  const last = needs.length > query.limit ? shown.at(-1) : undefined
  return {
    value: {
      data: shown.map((need) => needRecord(need, places)),
      next_cursor: last ? writeCursor(mark, { createdAtMs: last.createdAtMs, id: last.id }) : null,
    },
  }
}

export async function getNeed(id: string): Promise<Answer<NeedRecord>> {
  const need = await findNeed(id)
  if (!need) return { refusal: { kind: 'missing' } }
  if (!(await isOpenNeed(id))) return { refusal: { kind: 'goneNeed' } }
  return { value: needRecord(need, await placesByCode()) }
}
