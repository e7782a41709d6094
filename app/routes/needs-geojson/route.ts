import type { LoaderFunctionArgs } from '@remix-run/node'
import { MILLI } from '~/core/units'
import { paths } from '~/core/paths'
import type { NeedView } from '~/features/needs/model/need'
import { conditionalReply } from '~/http/conditional.server'
import { featurePage } from '~/http/feature-page.server'
import { publicNeeds, type PublicNeeds } from '~/http/public-needs.server'

const FEATURES = 500

/** The needs that the same search shows to any visitor as GeoJSON, a page at a time, each at the point of its town. */
export async function loader({ request }: LoaderFunctionArgs) {
  const found = await publicNeeds(request, FEATURES)
  const features = found.needs.map((need) => featureOf(need, found))
  const body = featurePage(found, { features, pathOf: paths.needsGeojson })
  return conditionalReply(request, { body, type: 'application/geo+json', changedAtMs: found.changedAtMs })
}

function featureOf(need: NeedView, { origin, points }: PublicNeeds) {
  const at = points.get(need.communeCode)
  return {
    type: 'Feature',
    id: need.id,
    geometry: at ? { type: 'Point', coordinates: [at.lon, at.lat] } : null,
    properties: {
      title: need.title,
      material: need.material,
      quantity: need.openMilli / MILLI,
      unit: need.unit,
      minCondition: need.minCondition,
      neededFrom: need.neededFrom,
      /** The first day on which it is no longer wanted. */
      neededUntil: need.neededUntil,
      radiusKm: need.radiusKm,
      budgetUnitEuros: need.budgetUnitCents === null ? null : need.budgetUnitCents / 100,
      communeCode: need.communeCode,
      commune: need.communeName,
      taker: need.organisationName,
      statedAt: new Date(need.createdAtMs).toISOString(),
      url: origin + paths.need(need.id),
    },
  }
}
