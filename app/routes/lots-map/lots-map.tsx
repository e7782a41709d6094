import { paths } from '~/core/paths'
import { lotSearchQuery } from '~/features/lots/model/lot-search-query'
import { InteractiveMap } from '~/features/map/ui/interactive-map'
import { map as texts } from '~/messages/map'
import { quantileBounds } from '~/ui/chart-scale'
import { useFormat, useT } from '~/ui/i18n'
import { TileMap } from '~/ui/tile-map'
import type { MapPage } from './map-page.server'

/** The lots found, by place: as a map that moves, or one cell a commune where it cannot. */
export function LotsMap({ page: { search, communes, map } }: { page: MapPage }) {
  const t = useT(texts)
  const format = useFormat()
  const counts = communes.map(({ count }) => count).filter((count) => count > 0)
  return (
    <InteractiveMap
      ground={map.ground}
      bounds={map.bounds}
      dataUrl={paths.lotsMapData()}
      query={lotSearchQuery(search)}
      offersPlaces
      isMain
      listId="results"
    >
      <TileMap
        title={t('tiles')}
        valueHeading={t('tilesHeading')}
        bounds={[0, ...quantileBounds(counts, 4)]}
        isCount
        tiles={communes.map(({ value, name, column, row, count }) => ({
          code: value,
          name,
          column,
          row,
          value: count,
        }))}
        format={(count) => format.number(count)}
        hrefOf={(code) => paths.lotsMap(lotSearchQuery(search, { commune: code, rayon: undefined }))}
        current={search.commune}
      />
    </InteractiveMap>
  )
}
