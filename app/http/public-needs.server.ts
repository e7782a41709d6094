import { paths } from '~/core/paths'
import { describePage } from '~/features/alerts/describe-search.server'
import { lastNeedChangeMs } from '~/features/alerts/queries/last-change.server'
import type { NeedView } from '~/features/needs/model/need'
import { needSearchQuery } from '~/features/needs/model/need-search-query'
import { searchNeeds } from '~/features/needs/queries.server'
import { filtersOf, readSearch } from '~/features/needs/search.server'
import { withoutContacts } from '~/features/open-data/model/plain-text'
import { localeOf } from './locale.server'
import { publicPage, type PublicPage } from './public-page.server'

/** Their titles are without the ways to reach a person, as in the open data. */
export type PublicNeeds = PublicPage & { needs: NeedView[] }

/** A page of the needs that a search shows to any visitor, whoever asks, as `publicLots` gives lots. */
export async function publicNeeds(request: Request, size: number): Promise<PublicNeeds> {
  const { searchParams } = new URL(request.url)
  const locale = await localeOf(request)
  const [{ search, place }, { name }, changedAtMs] = await Promise.all([
    readSearch(searchParams),
    describePage('needs', searchParams, locale),
    lastNeedChangeMs(),
  ])
  const { needs, total } = await searchNeeds(filtersOf(search, place), { size, number: search.page })
  return {
    ...publicPage({
      ...{ locale, name, total, size, page: search.page, path: paths.needs(), changedAtMs },
      queryAt: (page) => needSearchQuery(search, page),
      communes: place.communes,
    }),
    needs: needs.map((need) => ({ ...need, title: withoutContacts(need.title) })),
  }
}
