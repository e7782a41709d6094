import type { LoaderFunctionArgs } from '@remix-run/node'
import { MILLI } from '~/core/units'
import { paths } from '~/core/paths'
import type { LotView } from '~/features/lots/model/lot'
import { conditionalReply } from '~/http/conditional.server'
import { publicLots, type PublicLots } from '~/http/public-lots.server'

const FEATURES = 500

/**
 * The lots that the same search shows to any visitor as GeoJSON (RFC 7946, 2016), a page at a time. Each is at the
 * point of its town, as its page says no more.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  const found = await publicLots(request, FEATURES)
  const { origin, page, pages, queryAt, changedAtMs } = found
  const urlAt = (number: number) => origin + paths.lotsGeojson(queryAt(number))
  const link = (rel: string, number: number) => ({ rel, type: 'application/geo+json', href: urlAt(number) })
  const body = JSON.stringify({
    type: 'FeatureCollection',
    numberMatched: found.total,
    numberReturned: found.lots.length,
    links: [
      link('self', page),
      ...(page > 1 ? [link('prev', page - 1)] : []),
      ...(page < pages ? [link('next', page + 1)] : []),
    ],
    features: found.lots.map((lot) => featureOf(lot, found)),
  })
  return conditionalReply(request, { body, type: 'application/geo+json', changedAtMs })
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
