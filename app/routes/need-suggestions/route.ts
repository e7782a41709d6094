import type { LoaderFunctionArgs } from '@remix-run/node'
import { suggestNeedSearches } from '~/features/needs/suggest.server'

const MOST_CHARS = 100

/** What a text being typed may become, for the field of the search of needs: JSON. */
export async function loader({ request }: LoaderFunctionArgs) {
  const text = (new URL(request.url).searchParams.get('q') ?? '').slice(0, MOST_CHARS)
  const suggestions = await suggestNeedSearches(text)
  return Response.json({ suggestions }, { headers: { 'Cache-Control': 'private, max-age=30' } })
}
