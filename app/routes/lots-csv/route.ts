import type { LoaderFunctionArgs } from '@remix-run/node'
import { eachPageOfLots } from '~/features/lots/queries/lot-pages.server'
import { filtersOf, readSearch } from '~/features/lots/search.server'
import { csvPages } from '~/http/csv.server'
import { lotColumnsIn } from '~/http/lot-columns.server'
import { publicUrl } from '~/http/lot-page-url.server'
import { lotViewerOf } from '~/http/lot-viewer.server'
import { localeOf } from '~/http/locale.server'
import { downloadStream } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { lots } from '~/messages/lots'

/** Every lot that the same search shows, on all its pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { search, place } = await readSearch(new URL(request.url).searchParams)
  const viewer = await lotViewerOf(request)
  const locale = await localeOf(request)
  const columns = lotColumnsIn(locale, publicUrl())
  const pages = eachPageOfLots(filtersOf(search, place), viewer)
  return downloadStream(
    csvPages(columns, pages),
    `${translator(locale, lots)('csv.file')}.csv`,
    'text/csv; charset=utf-8',
  )
}
