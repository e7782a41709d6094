import { useMemo } from 'react'
import { map as texts } from '~/messages/map'
import { useT } from '~/ui/i18n'
import type { MapMarker } from '../model/marker'

/** What the map says, in the reader's language; its engine knows no catalogue. */
export type MapWords = {
  label: string
  zoomIn: string
  zoomOut: string
  twoFingers: string
  ctrlScroll: string
  cmdScroll: string
  marker: (marker: MapMarker) => string
}

export function useMapWords(): MapWords {
  const t = useT(texts)
  return useMemo(() => {
    const named = ({ names, more, layer }: MapMarker) => {
      const few = names.join(', ')
      if (more === 0) return few
      return t(layer === 'lots' ? 'marker.more' : 'marker.morePlaces', { names: few, count: more })
    }
    return {
      label: t('region'),
      zoomIn: t('zoomIn'),
      zoomOut: t('zoomOut'),
      twoFingers: t('twoFingers'),
      ctrlScroll: t('ctrlScroll'),
      cmdScroll: t('cmdScroll'),
      marker: (marker) => {
        const label = t(`marker.${marker.layer}`, { names: named(marker), count: marker.count })
        return marker.to === null ? t('marker.zoom', { label }) : label
      },
    }
  }, [t])
}
