import type { MapMarker } from '~/features/map/model/marker'
import { translator } from '~/messages/catalogue'
import { map } from '~/messages/map'
import { localeOf } from './locale.server'

/** Markers for a map; what a viewer sees of lots is theirs alone to keep, and only until they ask again. */
export function markersReply(markers: readonly MapMarker[]): Response {
  return Response.json({ markers }, { headers: { 'Cache-Control': 'private, no-cache' } })
}

/** The answer to an address without a viewport that can be read. */
export async function badViewport(request: Request): Promise<Response> {
  const t = translator(await localeOf(request), map)
  return Response.json({ error: t('badViewport') }, { status: 400 })
}
