import { and, sql, type SQL } from 'drizzle-orm'
import { MATERIAL_FAMILIES } from '~/core/material-families'
import { HAZARD_LIMITS, TRIP_NAMES } from '~/core/trips'
import { reader } from '~/platform/db.server'
import { lots } from '~db/sqlite/lots'
import type { LotViewer } from '../model/visibility'
import { foundWhere } from '../queries.server'
import { conditionsOf, type LotFilters } from './lot-filters.server'

/** How many lots each choice of a search would find, by parameter and value, the rest of the search unchanged. */
export type FacetCounts = Record<string, number>

type Facet = { name: string; value: string; filter: Partial<LotFilters> }

/** The choices that are counted. `thereOn` is the day that «available now» means. */
function facetsOf(thereOn: string): Facet[] {
  return [
    ...MATERIAL_FAMILIES.map((family) => ({ name: 'famille', value: family, filter: { family } })),
    ...[2, 3, 4, 5].map((grade) => ({
      name: 'etat',
      value: String(grade),
      filter: { minCondition: grade },
    })),
    ...TRIP_NAMES.map((trip) => ({ name: 'trajet', value: trip, filter: { trip } })),
    ...HAZARD_LIMITS.map((without) => ({ name: 'dangers', value: without, filter: { without } })),
    { name: 'dispo', value: 'oui', filter: { thereOn } },
    { name: 'don', value: 'oui', filter: { isGift: true } },
    { name: 'photo', value: 'oui', filter: { hasPhoto: true } },
  ]
}

/** The key of a choice in `FacetCounts`. */
export const facetKey = (name: string, value: string): string => `${name}=${value}`

/**
 * The counts of every choice for a search, as a viewer would see its lots. A choice of a filter in force replaces it;
 * the choices of all others share one reading of the lots.
 */
export async function countFacets(
  filters: LotFilters,
  viewer: LotViewer,
  thereOn: string,
): Promise<FacetCounts> {
  const readings = new Map<string, { filters: LotFilters; facets: Facet[] }>()
  for (const facet of facetsOf(thereOn)) {
    const rest: LotFilters = { ...filters }
    for (const key of Object.keys(facet.filter) as (keyof LotFilters)[]) delete rest[key]
    const isInForce = Object.keys(facet.filter).some((key) => filters[key as keyof LotFilters] !== undefined)
    const reading = readings.get(isInForce ? facet.name : '') ?? { filters: rest, facets: [] }
    reading.facets.push(facet)
    readings.set(isInForce ? facet.name : '', reading)
  }
  const counted = await Promise.all(
    [...readings.values()].map(({ filters: kept, facets }) => countReading(kept, facets, viewer)),
  )
  return Object.assign({}, ...counted) as FacetCounts
}

async function countReading(
  filters: LotFilters,
  facets: readonly Facet[],
  viewer: LotViewer,
): Promise<FacetCounts> {
  const columns = Object.fromEntries(
    facets.map(({ name, value, filter }) => [
      facetKey(name, value),
      countWhere(and(...conditionsOf(filter))!),
    ]),
  )
  const rows = await reader()
    .select(columns)
    .from(lots)
    .where(await foundWhere(filters, viewer))
  return rows[0] ?? {}
}

function countWhere(condition: SQL): SQL<number> {
  return sql<number>`count(*) filter (where ${condition})`
}
