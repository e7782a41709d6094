import type { Locale } from '~/core/locale'
import { paths } from '~/core/paths'
import { describePage } from '~/features/alerts/describe-search.server'
import { lastNeedChangeMs } from '~/features/alerts/queries/last-change.server'
import type { NeedView } from '~/features/needs/model/need'
import { needSearchQuery } from '~/features/needs/model/need-search-query'
import { searchNeeds } from '~/features/needs/queries.server'
import { filtersOf, readSearch } from '~/features/needs/search.server'
import { withoutContacts } from '~/features/open-data/model/plain-text'
import { env } from '~/platform/env.server'
import { dayStartMs } from './day-start.server'
import { localeOf } from './locale.server'

export type PublicNeeds = {
  locale: Locale
  /** What the search asks, in words. */
  name: string
  /** Their titles without the ways to reach a person, as in the open data. */
  needs: NeedView[]
  total: number
  page: number
  pages: number
  /** Where the installation is found: no header of a request decides on it. */
  origin: string
  pageUrl: string
  /** The query of the same search at a page. */
  queryAt: (page: number) => string
  /** Town points by code: the only place that is told of a need. */
  points: Map<string, { lat: number; lon: number }>
  changedAtMs: number
}

/** A page of the needs that a search shows to any visitor, whoever asks, as `publicLots` gives lots. */
export async function publicNeeds(request: Request, size: number): Promise<PublicNeeds> {
  const { searchParams } = new URL(request.url)
  const locale = await localeOf(request)
  const [{ search, place }, { name }, changedAtMs] = await Promise.all([
    readSearch(searchParams),
    describePage('needs', searchParams, locale),
    lastNeedChangeMs(),
  ])
  const found = await searchNeeds(filtersOf(search, place), { size, number: search.page })
  const { publicUrl } = env()
  return {
    locale,
    name,
    needs: found.needs.map((need) => ({ ...need, title: withoutContacts(need.title) })),
    total: found.total,
    page: search.page,
    pages: Math.max(1, Math.ceil(found.total / size)),
    origin: publicUrl,
    pageUrl: publicUrl + paths.needs() + needSearchQuery(search, 1),
    queryAt: (page) => needSearchQuery(search, page),
    points: new Map(place.communes.map(({ code, lat, lon }) => [code, { lat, lon }])),
    changedAtMs: Math.max(changedAtMs, dayStartMs()),
  }
}
