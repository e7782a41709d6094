import { paths } from '~/core/paths'
import type { PublicPlace } from './place'

/** Entries as points of GeoJSON (RFC 7946): longitude first; `exact` tells a position from a commune's point. */
export function placesGeoJson(places: readonly PublicPlace[], origin: string) {
  return {
    type: 'FeatureCollection',
    features: places.map(({ id, point, position, ...place }) => ({
      type: 'Feature',
      id,
      geometry: { type: 'Point', coordinates: [point.lon, point.lat] },
      properties: {
        name: place.name,
        kind: place.kind,
        communeCode: place.communeCode,
        communeName: place.communeName,
        address: place.address,
        materials: place.materials,
        services: place.services,
        hours: place.hours,
        conditions: place.conditions,
        phone: place.phone,
        email: place.email,
        website: place.website,
        siret: place.siret,
        checkedOn: place.checkedOn,
        exact: position !== null,
        url: origin + paths.place(id),
      },
    })),
  } as const
}
