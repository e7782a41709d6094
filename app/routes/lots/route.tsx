import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { MATERIAL_TYPES } from '~/core/material-types'
import { paths } from '~/core/paths'
import { communeLabel } from '~/features/communes/model/commune'
import { lotSearchQuery } from '~/features/lots/model/lot-search-query'
import { countFacets } from '~/features/lots/queries/facets.server'
import { searchLots } from '~/features/lots/queries.server'
import { filtersOf, loosen, readSearch } from '~/features/lots/search.server'
import { usualSearches } from '~/features/lots/suggest.server'
import { LotFiltersInForce } from '~/features/lots/ui/lot-filters-in-force'
import { LotSearchForm, MaterialChips } from '~/features/lots/ui/lot-search-form'
import { listPhotosOfLots } from '~/features/photos/queries.server'
import { keptAmong } from '~/http/kept-lots.server'
import { lotViewerOf } from '~/http/lot-viewer.server'
import { pageTitle } from '~/http/page-title'
import { searchAnswers } from '~/http/search-answers.server'
import { sitesNearby } from '~/http/sites-nearby.server'
import { addresses } from '~/messages/addresses'
import { lots as lotTexts } from '~/messages/lots'
import { photoSearch } from '~/messages/photo-search'
import { tidyQuery } from '~/schema/search-fields'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { feedMeta } from '~/ui/feed-links'
import { LOT_FEEDS } from './feed-kinds'
import { Results } from './results'
import { ToResults } from './to-results'

export const meta: MetaFunction<typeof loader> = (args) => [
  ...(pageTitle(lotTexts, 'search.title')(args) ?? []),
  ...(args.data ? feedMeta(LOT_FEEDS, lotSearchQuery(args.data.search)) : []),
]

const PAGE_SIZE = 12

/** Fields whose answers the form shows again as they were typed; lists and boxes follow what was understood. */
const TYPED = ['q', 'du', 'au', 'quantite', 'unite', 'etat', 'prix'] as const

export async function loader({ request }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  const tidy = tidyQuery(params)
  if (tidy !== null) return redirect(paths.lots() + tidy)
  const [{ search, faults, sheet, place }, viewer] = await Promise.all([
    readSearch(params),
    lotViewerOf(request),
  ])
  const filters = filtersOf(search, place)
  const today = isoDayOf(nowMs())
  const [found, facets, sites, answers, usual] = await Promise.all([
    searchLots(filters, { size: PAGE_SIZE, number: search.page }, viewer),
    countFacets(filters, viewer, today),
    sitesNearby(viewer),
    searchAnswers(request, TYPED, faults),
    usualSearches(),
  ])
  const ids = found.lots.map((lot) => lot.id)
  const [photos, kept, loosened] = await Promise.all([
    listPhotosOfLots(ids),
    keptAmong(request, ids),
    found.whole === 0 ? loosen(search, place, viewer, found.total > 0) : [],
  ])
  return {
    search,
    sheet,
    answers,
    today,
    facets,
    sites,
    total: found.total,
    whole: found.whole,
    isSimpler: found.isSimpler && search.q !== '',
    usual,
    pages: Math.ceil(found.total / PAGE_SIZE),
    centre: place.centre?.name ?? null,
    lots: found.lots.map((lot) => ({
      lot,
      photo: photos.get(lot.id)?.[0] ?? null,
      km: place.near?.get(lot.communeCode) ?? null,
      isKept: kept.includes(lot.id),
    })),
    loosened: loosened.map(({ filter, count, search: looser }) => ({
      filter,
      count,
      query: lotSearchQuery(looser),
      radiusKm: looser.rayon ?? null,
      words: looser.q,
    })),
    counts: MATERIAL_TYPES.map((material) => ({ material, count: found.byMaterial.get(material) ?? 0 })),
    communes: place.communes.map(({ code, name, departement }) => ({
      value: code,
      label: communeLabel({ name, department: departement }),
    })),
  }
}

export default function Lots() {
  const t = useT(lotTexts)
  const tPhoto = useT(photoSearch)
  const tAddress = useT(addresses)
  const page = useLoaderData<typeof loader>()
  const { search, answers, counts, centre, total } = page
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col gap-4">
        <PageHeader
          title={t('search.title')}
          lead={t('search.lead')}
          actions={
            <ButtonLink to={paths.lotsByPhoto()} look="secondary">
              {tPhoto('title')}
            </ButtonLink>
          }
        />
        <ToResults search={search} total={total} />
        <LotSearchForm
          search={search}
          sheet={page.sheet}
          answers={answers}
          counts={counts}
          communes={page.communes}
          facets={page.facets}
          sites={page.sites}
          usual={page.usual}
        />
        <MaterialChips search={search} counts={counts} />
        <p>
          <Link to={paths.addresses(lotSearchQuery(search))} className="inline-flex min-h-11 items-center">
            {tAddress('link')}
          </Link>
        </p>
        <LotFiltersInForce search={search} centre={centre} errors={answers.errors} />
      </div>
      <Results {...page} />
    </div>
  )
}
