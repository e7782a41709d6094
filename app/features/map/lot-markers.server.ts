import { paths } from '~/core/paths'
import { listCommunes } from '~/features/communes/queries.server'
import { lotsByCommune } from '~/features/lots/commune-counts.server'
import { lotSearchQuery, type LotSearchState } from '~/features/lots/model/lot-search-query'
import type { LotViewer } from '~/features/lots/model/visibility'
import type { LotFilters } from '~/features/lots/queries/lot-filters.server'
import { clustersAt, within, type Bounds } from './model/clusters'
import { markerOf, type MapMarker } from './model/marker'

type Viewport = { bbox: Bounds; zoom: number }

/**
 * The lots of a search that a viewport shows, grouped as they would cover each other. A lot stands at the point of its
 * commune, as its public page says it: however close one looks, there is no address to find.
 */
export async function lotMarkers(
  { bbox, zoom }: Viewport,
  asked: { search: LotSearchState; filters: LotFilters },
  viewer: LotViewer,
): Promise<MapMarker[]> {
  const [communes, counts] = await Promise.all([listCommunes(), lotsByCommune(asked.filters, viewer)])
  const items = communes.flatMap(({ code, name, lat, lon }) => {
    const weight = counts.get(code) ?? 0
    return weight === 0 ? [] : [{ key: code, name, lat, lon, weight }]
  })
  return within(clustersAt(items, zoom), bbox).map((cluster) =>
    markerOf(cluster, 'lots', ({ items: [first, second] }) =>
      first && !second
        ? paths.lotsMap(lotSearchQuery(asked.search, { commune: first.key, rayon: undefined }))
        : null,
    ),
  )
}
