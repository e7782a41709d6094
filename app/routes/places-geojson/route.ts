import type { LoaderFunctionArgs } from '@remix-run/node'
import { placesGeoJson } from '~/features/directory/model/geojson'
import { searchDirectory } from '~/features/directory/search.server'
import { localeOf } from '~/http/locale.server'
import { publicUrl } from '~/http/lot-page-url.server'
import { translator } from '~/messages/catalogue'
import { directory } from '~/messages/directory'

/** The published entries of the same search as points (RFC 7946): rounded positions, or the commune's point. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const { places } = await searchDirectory(searchParams)
  const t = translator(await localeOf(request), directory)
  return new Response(JSON.stringify(placesGeoJson(places, publicUrl())), {
    headers: {
      'Content-Type': 'application/geo+json; charset=utf-8',
      'Content-Disposition': `inline; filename="${t('csvFile')}.geojson"`,
      'Cache-Control': 'no-cache',
    },
  })
}
