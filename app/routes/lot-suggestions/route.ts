import type { LoaderFunctionArgs } from '@remix-run/node'
import { suggestSearches } from '~/features/lots/suggest.server'
import { lotViewerOf } from '~/http/lot-viewer.server'

const MOST_CHARS = 100

/** What a text being typed may become, for the field of the search: JSON, for this reader's own lots alone. */
export async function loader({ request }: LoaderFunctionArgs) {
  const text = (new URL(request.url).searchParams.get('q') ?? '').slice(0, MOST_CHARS)
  const suggestions = await suggestSearches(text, await lotViewerOf(request))
  return Response.json({ suggestions }, { headers: { 'Cache-Control': 'private, max-age=30' } })
}
