import type { LoaderFunctionArgs } from '@remix-run/node'
import { listPublishedPlaces } from '~/features/directory/queries.server'
import { filtersOf, readSearch } from '~/features/lots/search.server'
import { lotMarkers } from '~/features/map/lot-markers.server'
import { placeMarkers } from '~/features/map/place-markers.server'
import { readViewport } from '~/features/map/schema'
import { badViewport, markersReply } from '~/http/map-replies.server'
import { lotViewerOf } from '~/http/lot-viewer.server'

/** What the map of lots draws in a viewport, with the same filters as the list; with `annuaire=oui`, the directory too. */
export async function loader({ request }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  const viewport = readViewport(params)
  if (!viewport) return badViewport(request)
  const [{ search, place }, viewer, places] = await Promise.all([
    readSearch(params),
    lotViewerOf(request),
    params.get('annuaire') === 'oui' ? listPublishedPlaces() : [],
  ])
  const lots = await lotMarkers(viewport, { search, filters: filtersOf(search, place) }, viewer)
  return markersReply([...lots, ...placeMarkers(viewport, places)])
}
