import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { MATERIAL_TYPES } from '~/core/material-types'
import { communeLabel } from '~/features/communes/model/commune'
import { lotsByCommune } from '~/features/lots/commune-counts.server'
import { countFacets } from '~/features/lots/queries/facets.server'
import { searchLots } from '~/features/lots/queries.server'
import { filtersOf, readSearch } from '~/features/lots/search.server'
import { usualSearches } from '~/features/lots/suggest.server'
import { lotViewerOf } from '~/http/lot-viewer.server'
import { mapOf } from '~/http/map-page.server'
import { searchAnswers } from '~/http/search-answers.server'
import { sitesNearby } from '~/http/sites-nearby.server'

const PAGE_SIZE = 24

/** Fields whose answers the form shows again as they were typed. */
const TYPED = ['q', 'du', 'au', 'quantite', 'unite', 'etat', 'prix'] as const

export type MapPage = Awaited<ReturnType<typeof readMapPage>>

/** What a search finds, by commune for the map and line by line for the list beside it. */
export async function readMapPage(request: Request) {
  const params = new URL(request.url).searchParams
  const [{ search, faults, sheet, place }, viewer] = await Promise.all([
    readSearch(params),
    lotViewerOf(request),
  ])
  const filters = filtersOf(search, place)
  const today = isoDayOf(nowMs())
  const [found, facets, sites, byCommune, answers, map, usual] = await Promise.all([
    searchLots(filters, { size: PAGE_SIZE, number: search.page }, viewer),
    countFacets(filters, viewer, today),
    sitesNearby(viewer),
    lotsByCommune(filters, viewer),
    searchAnswers(request, TYPED, faults),
    mapOf(place.communes, place.near),
    usualSearches(),
  ])
  return {
    search,
    sheet,
    answers,
    map,
    today,
    facets,
    sites,
    usual,
    total: found.total,
    whole: found.whole,
    pages: Math.ceil(found.total / PAGE_SIZE),
    centre: place.centre?.name ?? null,
    lots: found.lots.map((lot) => ({
      id: lot.id,
      title: lot.title,
      material: lot.material,
      availableMilli: lot.availableMilli,
      unit: lot.unit,
      communeName: lot.communeName,
      availableUntil: lot.availableUntil,
    })),
    materials: MATERIAL_TYPES.map((material) => ({ material, count: found.byMaterial.get(material) ?? 0 })),
    communes: place.communes.map(({ code, name, departement, tileColumn, tileRow }) => ({
      value: code,
      name,
      label: communeLabel({ name, department: departement }),
      column: tileColumn,
      row: tileRow,
      count: byCommune.get(code) ?? 0,
    })),
  }
}
