import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { countFacets } from '~/features/lots/queries/facets.server'
import { countLots } from '~/features/lots/queries.server'
import { filtersOf, readSearch } from '~/features/lots/search.server'
import type { LiveCounts } from '~/features/lots/ui/use-live-counts'
import { lotViewerOf } from '~/http/lot-viewer.server'

/** How many lots a search would find, and each choice of its form, before anyone sends it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const [{ search, place }, viewer] = await Promise.all([
    readSearch(new URL(request.url).searchParams),
    lotViewerOf(request),
  ])
  const filters = filtersOf(search, place)
  const [total, facets] = await Promise.all([
    countLots(filters, viewer),
    countFacets(filters, viewer, isoDayOf(nowMs())),
  ])
  return json<LiveCounts>({ total, facets }, { headers: { 'Cache-Control': 'private, no-store' } })
}
