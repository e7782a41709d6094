import type { LoaderFunctionArgs } from '@remix-run/node'
import { searchByPhoto } from '~/features/lots/photo-search.server'
import { toCsv } from '~/http/csv.server'
import { lotColumnsIn } from '~/http/lot-columns.server'
import { publicUrl } from '~/http/lot-page-url.server'
import { lotViewerOf } from '~/http/lot-viewer.server'
import { localeOf } from '~/http/locale.server'
import { download, orNotFound } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { photoSearch } from '~/messages/photo-search'

/** The lots that the page of the same address shows, most alike first. */
export async function loader({ request }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  const searched = await searchByPhoto(params, await lotViewerOf(request))
  const { found } = orNotFound(searched?.state === 'found' ? searched : null)
  const locale = await localeOf(request)
  const t = translator(locale, photoSearch)
  const lots = found.map(({ lot }) => lot)
  const rank = { header: t('csvRank'), cell: (lot: (typeof lots)[number]) => lots.indexOf(lot) + 1 }
  const columns = [rank, ...lotColumnsIn(locale, publicUrl())]
  return download(toCsv(columns, lots), `${t('csvFile')}.csv`, 'text/csv')
}
