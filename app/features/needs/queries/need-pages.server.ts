import { and, desc, eq, lt, or } from 'drizzle-orm'
import { needs } from '~db/sqlite/needs'
import type { NeedView } from '../model/need'
import { foundWhere, isOpen, selectNeeds } from '../queries.server'
import type { NeedFilters } from './need-filters.server'

/** Where a need stands among the others, newest first. */
export type NeedPlace = { createdAtMs: number; id: string }

/** Open needs that fit the filters, newest first, from just after a place on. */
export async function listNeedsAfter(
  filters: NeedFilters,
  after: NeedPlace | null,
  size: number,
): Promise<NeedView[]> {
  const isAfter =
    after &&
    or(
      lt(needs.createdAtMs, after.createdAtMs),
      and(eq(needs.createdAtMs, after.createdAtMs), lt(needs.id, after.id)),
    )
  return selectNeeds()
    .where(and(await foundWhere(filters, 'whole'), isAfter ?? undefined))
    .orderBy(desc(needs.createdAtMs), desc(needs.id))
    .limit(size)
}

const ROWS_AT_ONCE = 500

/** Every open need that the filters keep, a few hundred at a time. */
export async function* eachPageOfNeeds(filters: NeedFilters): AsyncGenerator<NeedView[], void, undefined> {
  let after: NeedPlace | null = null
  for (;;) {
    const page: NeedView[] = await listNeedsAfter(filters, after, ROWS_AT_ONCE)
    const last = page.at(-1)
    if (!last) return
    yield page
    if (page.length < ROWS_AT_ONCE) return
    after = { createdAtMs: last.createdAtMs, id: last.id }
  }
}

/** Whether a need is among those that everyone finds. */
export async function isOpenNeed(id: string): Promise<boolean> {
  const rows = await selectNeeds()
    .where(and(eq(needs.id, id), isOpen()))
    .limit(1)
  return rows.length > 0
}
