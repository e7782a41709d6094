import type { LoaderFunctionArgs } from '@remix-run/node'
import { searchDirectory } from '~/features/directory/search.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { publicUrl } from '~/http/lot-page-url.server'
import { placeColumnsIn } from '~/http/place-columns.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { directory } from '~/messages/directory'

/** Every published entry that the same search shows. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const { places } = await searchDirectory(searchParams)
  const locale = await localeOf(request)
  const body = toCsv(placeColumnsIn(locale, publicUrl()), places)
  return download(body, `${translator(locale, directory)('csvFile')}.csv`, 'text/csv')
}
