import type { LoaderFunctionArgs } from '@remix-run/node'
import { searchDirectory } from '~/features/directory/search.server'
import { placeMarkers } from '~/features/map/place-markers.server'
import { readViewport } from '~/features/map/schema'
import { badViewport, markersReply } from '~/http/map-replies.server'

/** What the map of the directory draws in a viewport, with the same filters as the list. */
export async function loader({ request }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  const viewport = readViewport(params)
  if (!viewport) return badViewport(request)
  const { places } = await searchDirectory(params)
  return markersReply(placeMarkers(viewport, places))
}
