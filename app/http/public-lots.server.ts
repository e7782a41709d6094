import { paths } from '~/core/paths'
import { describePage } from '~/features/alerts/describe-search.server'
import { lastLotChangeMs } from '~/features/alerts/queries/last-change.server'
import type { LotView } from '~/features/lots/model/lot'
import { VISITOR } from '~/features/lots/model/visibility'
import { searchLots } from '~/features/lots/queries.server'
import { lotSearchQuery } from '~/features/lots/model/lot-search-query'
import { filtersOf, readSearch } from '~/features/lots/search.server'
import { withoutContacts } from '~/features/open-data/model/plain-text'
import { localeOf } from './locale.server'
import { publicPage, type PublicPage } from './public-page.server'

/** Their titles are without the ways to reach a person, as in the open data. */
export type PublicLots = PublicPage & { lots: LotView[] }

/**
 * A page of the lots that a search shows to any visitor, whoever asks: what programs are given is kept by caches. Who
 * follows a text wants what is new, and what says all of it: newest first unless another order is asked, and without what
 * completes a short page.
 */
export async function publicLots(request: Request, size: number): Promise<PublicLots> {
  const { searchParams } = new URL(request.url)
  const locale = await localeOf(request)
  const [{ search, place }, { name }, changedAtMs] = await Promise.all([
    readSearch(searchParams),
    describePage('lots', searchParams, locale),
    lastLotChangeMs(),
  ])
  const asked = filtersOf(search, place)
  const filters = asked.sorting === 'pertinence' ? { ...asked, sorting: 'recents' as const } : asked
  const { lots, total } = await searchLots(filters, { size, number: search.page }, VISITOR, 'whole')
  return {
    ...publicPage({
      ...{ locale, name, total, size, page: search.page, path: paths.lots(), changedAtMs },
      queryAt: (page) => lotSearchQuery(search, { page }),
      communes: place.communes,
    }),
    lots: lots.map((lot) => ({ ...lot, title: withoutContacts(lot.title) })),
  }
}
