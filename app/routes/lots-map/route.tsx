import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { MATERIAL_TYPES } from '~/core/material-types'
import { paths } from '~/core/paths'
import { communeLabel } from '~/features/communes/model/commune'
import { lotsByCommune } from '~/features/lots/commune-counts.server'
import { lotSearchQuery } from '~/features/lots/model/lot-search-query'
import { countFacets } from '~/features/lots/queries/facets.server'
import { countOpenLotsByMaterial, searchLots } from '~/features/lots/queries.server'
import { filtersOf, readSearch } from '~/features/lots/search.server'
import { LotFiltersInForce } from '~/features/lots/ui/lot-filters-in-force'
import { LotSearchForm } from '~/features/lots/ui/lot-search-form'
import { LotViews } from '~/features/lots/ui/lot-views'
import { lotViewerOf } from '~/http/lot-viewer.server'
import { mapOf } from '~/http/map-page.server'
import { pageTitle } from '~/http/page-title'
import { searchAnswers } from '~/http/search-answers.server'
import { map as texts } from '~/messages/map'
import { tidyQuery } from '~/schema/search-fields'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { LotsMap } from './lots-map'
import { MapList } from './map-list'

export const meta: MetaFunction = pageTitle(texts, 'title')

const PAGE_SIZE = 24

/** Fields whose answers the form shows again as they were typed. */
const TYPED = ['q', 'du', 'au', 'quantite', 'unite', 'etat', 'prix'] as const

export async function loader({ request }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  const tidy = tidyQuery(params)
  if (tidy !== null) return redirect(paths.lotsMap(tidy))
  const [{ search, faults, sheet, place }, viewer] = await Promise.all([
    readSearch(params),
    lotViewerOf(request),
  ])
  const filters = filtersOf(search, place)
  const today = isoDayOf(nowMs())
  const [found, materials, facets, byCommune, answers, map] = await Promise.all([
    searchLots(filters, { size: PAGE_SIZE, number: search.page }, viewer),
    countOpenLotsByMaterial(viewer),
    countFacets(filters, viewer, today),
    lotsByCommune(filters, viewer),
    searchAnswers(request, TYPED, faults),
    mapOf(place.communes, place.near),
  ])
  return {
    search,
    sheet,
    answers,
    map,
    today,
    facets,
    total: found.total,
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
    materials: MATERIAL_TYPES.map((material) => ({ material, count: materials.get(material) ?? 0 })),
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

export type MapPage = typeof loader

export default function LotsOnMap() {
  const t = useT(texts)
  const { search, sheet, answers, materials, communes, centre, facets } = useLoaderData<typeof loader>()
  const isFaulty = Object.keys(answers.errors).length > 0
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <PageHeader title={t('title')} lead={t('lead')} actions={<LotViews search={search} view="map" />} />
      <details open={isFaulty} key={lotSearchQuery(search)} data-screen-only>
        <summary className="min-h-11 py-2 font-semibold">{t('filters')}</summary>
        <LotSearchForm
          action={paths.lotsMap()}
          search={search}
          sheet={sheet}
          answers={answers}
          counts={materials}
          communes={communes}
          facets={facets}
          sites={[]}
        />
      </details>
      <LotFiltersInForce page={paths.lotsMap()} search={search} centre={centre} errors={answers.errors} />
      <div className="grid min-w-0 items-start gap-8 lg:grid-cols-[7fr_5fr]">
        <LotsMap />
        <MapList />
      </div>
    </div>
  )
}
