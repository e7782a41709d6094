import type { LoaderFunctionArgs } from '@remix-run/node'
import { MILLI } from '~/core/units'
import { paths } from '~/core/paths'
import type { LotView } from '~/features/lots/model/lot'
import { conditionalReply } from '~/http/conditional.server'
import { featurePage } from '~/http/feature-page.server'
import { publicLots, type PublicLots } from '~/http/public-lots.server'

const FEATURES = 500

/**
 * The lots that the same search shows to any visitor as GeoJSON (RFC 7946, 2016), a page at a time. Each is at the
 * point of its town, as its page says no more.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  const found = await publicLots(request, FEATURES)
  const features = found.lots.map((lot) => featureOf(lot, found))
  const body = featurePage(found, { features, pathOf: paths.lotsGeojson })
  return conditionalReply(request, { body, type: 'application/geo+json', changedAtMs: found.changedAtMs })
}

function featureOf(lot: LotView, { origin, points }: PublicLots) {
  const at = points.get(lot.communeCode)
  return {
    type: 'Feature',
    id: lot.id,
    geometry: at ? { type: 'Point', coordinates: [at.lon, at.lat] } : null,
    properties: {
      reference: lot.reference,
      title: lot.title,
      material: lot.material,
      quantity: lot.availableMilli / MILLI,
      unit: lot.unit,
      massKg: lot.massG === null ? null : lot.massG / 1000,
      condition: lot.condition,
      availableFrom: lot.availableFrom,
      /** The first day on which it is no longer there. */
      availableUntil: lot.availableUntil,
      unitPriceEuros: lot.unitPriceCents / 100,
      communeCode: lot.communeCode,
      commune: lot.communeName,
      giver: lot.organisationName,
      publishedAt: new Date(lot.publishedAtMs).toISOString(),
      updatedAt: new Date(lot.updatedAtMs).toISOString(),
      url: origin + paths.lot(lot.id),
    },
  }
}
