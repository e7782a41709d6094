import type { LoaderFunctionArgs } from '@remix-run/node'
import { searchLots } from '~/features/lots/queries.server'
import { filtersOf, readSearch } from '~/features/lots/search.server'
import { toCsv } from '~/http/csv.server'
import { lotColumnsIn } from '~/http/lot-columns.server'
import { lotViewerOf } from '~/http/lot-viewer.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { lots } from '~/messages/lots'

const MOST_ROWS = 10_000

/** Every lot that the same search shows, on all its pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { search, place } = await readSearch(new URL(request.url).searchParams)
  const viewer = await lotViewerOf(request)
  const filters = filtersOf(search, place)
  const found = await searchLots(filters, { size: MOST_ROWS, number: 1 }, viewer)
  const locale = await localeOf(request)
  const columns = lotColumnsIn(locale, new URL(request.url).origin)
  return download(toCsv(columns, found.lots), `${translator(locale, lots)('csv.file')}.csv`, 'text/csv')
}
