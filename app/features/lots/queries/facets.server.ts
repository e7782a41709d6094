import { and, sql, type SQL } from 'drizzle-orm'
import { MATERIAL_FAMILIES } from '~/core/material-families'
import { HAZARD_LIMITS, TRIP_NAMES } from '~/core/trips'
import { reader } from '~/platform/db.server'
import { lots } from '~db/sqlite/lots'
import type { LotViewer } from '../model/visibility'
import { asksWords, isFound } from '../queries.server'
import { findLotsByText } from '../text-search.server'
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
 * the choices of all others share one reading of the lots, and all readings one look-up of the words.
 */
export async function countFacets(
  filters: LotFilters,
  viewer: LotViewer,
  thereOn: string,
): Promise<FacetCounts> {
  const readings = new Map<string, { filters: LotFilters; facets: Facet[] }>()
  const facets = facetsOf(thereOn)
  for (const facet of facets) {
    const rest: LotFilters = { ...filters }
    for (const key of Object.keys(facet.filter) as (keyof LotFilters)[]) delete rest[key]
    const isInForce = Object.keys(facet.filter).some((key) => filters[key as keyof LotFilters] !== undefined)
    const reading = readings.get(isInForce ? facet.name : '') ?? { filters: rest, facets: [] }
    reading.facets.push(facet)
    readings.set(isInForce ? facet.name : '', reading)
  }
  const isSaid = await saidWithout(facets, filters, viewer)
  const counted = await Promise.all(
    [...readings.values()].map((reading) =>
      countReading(reading.facets, and(isFound(reading.filters, viewer), isSaid)),
    ),
  )
  return Object.assign({}, ...counted) as FacetCounts
}

/** The lots that the words of a search find whatever is chosen among the facets; nothing to ask for without words. */
async function saidWithout(
  facets: readonly Facet[],
  filters: LotFilters,
  viewer: LotViewer,
): Promise<SQL | undefined> {
  if (!asksWords(filters)) return undefined
  const rest: LotFilters = { ...filters }
  for (const { filter } of facets) for (const key of Object.keys(filter)) delete rest[key as keyof LotFilters]
  const { ids } = await findLotsByText(rest, viewer, { most: Infinity })
  return sql`${lots.id} in (select value from json_each(${JSON.stringify(ids)}))`
}

async function countReading(facets: readonly Facet[], condition: SQL | undefined): Promise<FacetCounts> {
  const columns = Object.fromEntries(
    facets.map(({ name, value, filter }) => [
      facetKey(name, value),
      countWhere(and(...conditionsOf(filter))!),
    ]),
  )
  const rows = await reader().select(columns).from(lots).where(condition)
  return rows[0] ?? {}
}

function countWhere(condition: SQL): SQL<number> {
  return sql<number>`count(*) filter (where ${condition})`
}
