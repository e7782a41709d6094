import type { Locale } from '~/core/locale'
import { paths } from '~/core/paths'
import { describePage } from '~/features/alerts/describe-search.server'
import { lastLotChangeMs } from '~/features/alerts/queries/last-change.server'
import type { LotView } from '~/features/lots/model/lot'
import { VISITOR } from '~/features/lots/model/visibility'
import { searchLots } from '~/features/lots/queries.server'
import { lotSearchQuery } from '~/features/lots/model/lot-search-query'
import { filtersOf, readSearch } from '~/features/lots/search.server'
import { withoutContacts } from '~/features/open-data/model/plain-text'
import { env } from '~/platform/env.server'
import { dayStartMs } from './day-start.server'
import { localeOf } from './locale.server'

export type PublicLots = {
  locale: Locale
  /** What the search asks, in words. */
  name: string
  /** Their titles without the ways to reach a person, as in the open data. */
  lots: LotView[]
  total: number
  page: number
  pages: number
  /** Where the installation is found: no header of a request decides on it. */
  origin: string
  pageUrl: string
  /** The query of the same search at a page. */
  queryAt: (page: number) => string
  /** Town points by code: the only place that is told of a lot. */
  points: Map<string, { lat: number; lon: number }>
  changedAtMs: number
}

/**
 * A page of the lots that a search shows to any visitor, whoever asks: what programs are given is kept by caches. What
 * passes midnight changes without a change of its own, so the day counts as one. Who follows a text wants what is new, and
 * what says all of it: newest first unless another order is asked, and without what completes a short page.
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
  const found = await searchLots(filters, { size, number: search.page }, VISITOR, 'whole')
  const { publicUrl } = env()
  return {
    locale,
    name,
    lots: found.lots.map((lot) => ({ ...lot, title: withoutContacts(lot.title) })),
    total: found.total,
    page: search.page,
    pages: Math.max(1, Math.ceil(found.total / size)),
    origin: publicUrl,
    pageUrl: publicUrl + paths.lots() + lotSearchQuery(search, { page: 1 }),
    queryAt: (page) => lotSearchQuery(search, { page }),
    points: new Map(place.communes.map(({ code, lat, lon }) => [code, { lat, lon }])),
    changedAtMs: Math.max(changedAtMs, dayStartMs()),
  }
}
