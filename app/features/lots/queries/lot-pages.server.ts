import { and, asc, desc, eq, gt, lt, or, sql, type SQL } from 'drizzle-orm'
import { lots } from '~db/sqlite/lots'
import type { LotView } from '../model/lot'
import type { LotViewer } from '../model/visibility'
import { asksWords, foundWhere, listInOrder, selectLots } from '../queries.server'
import { findAnswers } from '../answers.server'
import type { LotFilters } from './lot-filters.server'

/**
 * Where a lot stands in the order of a search: what the order asks of it first (null when it asks nothing), then
 * newest first. It is read from the lot alone, so that rows that come and go around it do not move it.
 */
export type LotPlace = { rank: string | number | null; publishedAtMs: number; id: string }

/** What `LotPlace.rank` is in the order that the filters ask for. */
export function rankTypeOf(filters: LotFilters): 'day' | 'number' | 'none' {
  if (filters.sorting === 'depart') return 'day'
  return ranksOf(filters) ? 'number' : 'none'
}

/** The place of a lot in the order that the filters ask for. */
export function placeOfLot(lot: LotView, filters: LotFilters): LotPlace {
  const { publishedAtMs, id } = lot
  if (filters.sorting === 'depart') return { rank: lot.availableUntil, publishedAtMs, id }
  const ranks = ranksOf(filters)
  if (!ranks) return { rank: null, publishedAtMs, id }
  const rank = ranks.indexOf(lot.communeCode)
  return { rank: rank < 0 ? ranks.length : rank, publishedAtMs, id }
}

/**
 * Open lots that the viewer sees and that fit the filters, in their order, from just after a place on. Of a text, those
 * that say all of it: there is no order of relevance here that would put them first.
 */
export async function listLotsAfter(
  filters: LotFilters,
  after: LotPlace | null,
  size: number,
  viewer: LotViewer,
): Promise<LotView[]> {
  const rank = rankOf(filters)
  return selectLots()
    .where(and(await foundWhere(filters, viewer, 'whole'), after ? isAfter(rank, after) : undefined))
    .orderBy(...(rank ? [asc(rank)] : []), desc(lots.publishedAtMs), desc(lots.id))
    .limit(size)
}

const ROWS_AT_ONCE = 500

/**
 * Every lot that a search finds, in its order, a few hundred at a time: memory stays flat whatever their number. The
 * answers to a text are those of the moment at which it begins.
 */
export async function* eachPageOfLots(
  filters: LotFilters,
  viewer: LotViewer,
): AsyncGenerator<LotView[], void, undefined> {
  if (asksWords(filters)) {
    yield* eachPageByWords(filters, viewer)
    return
  }
  let after: LotPlace | null = null
  for (;;) {
    const page: LotView[] = await listLotsAfter(filters, after, ROWS_AT_ONCE, viewer)
    const last = page.at(-1)
    if (!last) return
    yield page
    if (page.length < ROWS_AT_ONCE) return
    after = placeOfLot(last, filters)
  }
}

async function* eachPageByWords(filters: LotFilters, viewer: LotViewer) {
  const { ids } = await findAnswers(filters, viewer, { most: Infinity })
  for (let start = 0; start < ids.length; start += ROWS_AT_ONCE) {
    yield await listInOrder(ids.slice(start, start + ROWS_AT_ONCE), viewer)
  }
}

function ranksOf({ sorting, communeCodes }: LotFilters): readonly string[] | null {
  return sorting === 'proches' && communeCodes && communeCodes.length > 1 ? communeCodes : null
}

function rankOf(filters: LotFilters): SQL | null {
  if (filters.sorting === 'depart') return sql`${lots.availableUntil}`
  const ranks = ranksOf(filters)
  if (!ranks) return null
  const cases = ranks.map((code, rank) => sql`when ${code} then ${rank}`)
  return sql`case ${lots.communeCode} ${sql.join(cases, sql` `)} else ${ranks.length} end`
}

function isAfter(rank: SQL | null, { rank: value, publishedAtMs, id }: LotPlace): SQL | undefined {
  const isOlder = or(
    lt(lots.publishedAtMs, publishedAtMs),
    and(eq(lots.publishedAtMs, publishedAtMs), lt(lots.id, id)),
  )
  return rank === null || value === null ? isOlder : or(gt(rank, value), and(eq(rank, value), isOlder))
}
