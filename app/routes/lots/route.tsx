import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { MATERIAL_TYPES } from '~/core/material-types'
import { paths } from '~/core/paths'
import { communeLabel } from '~/features/communes/model/commune'
import { lotSearchQuery } from '~/features/lots/model/lot-search-query'
import { countFacets } from '~/features/lots/queries/facets.server'
import { countOpenLotsByMaterial, searchLots } from '~/features/lots/queries.server'
import { filtersOf, loosen, readSearch } from '~/features/lots/search.server'
import { KeepButton } from '~/features/keep/ui/keep-button'
import { LotFiltersInForce } from '~/features/lots/ui/lot-filters-in-force'
import { LotSearchForm, MaterialChips } from '~/features/lots/ui/lot-search-form'
import { LotSortingLinks } from '~/features/lots/ui/lot-sorting'
import { LotTag } from '~/features/lots/ui/lot-tag'
import { LotViews } from '~/features/lots/ui/lot-views'
import { NoLots } from '~/features/lots/ui/no-lots'
import { listPhotosOfLots } from '~/features/photos/queries.server'
import { listSitesOf } from '~/features/sites/queries.server'
import { keptAmong } from '~/http/kept-lots.server'
import { lotViewerOf } from '~/http/lot-viewer.server'
import { pageTitle } from '~/http/page-title'
import { searchAnswers } from '~/http/search-answers.server'
import { addresses } from '~/messages/addresses'
import { alerts } from '~/messages/alerts'
import { common } from '~/messages/common'
import { keep } from '~/messages/keep'
import { lots as lotTexts } from '~/messages/lots'
import { photoSearch } from '~/messages/photo-search'
import { tidyQuery } from '~/schema/search-fields'
import { ButtonLink } from '~/ui/button'
import { CsvLink, XlsxLink } from '~/ui/data-table'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { FeedLinks, feedMeta } from './feed-links'
import { ToResults } from './to-results'

export const meta: MetaFunction<typeof loader> = (args) => [
  ...(pageTitle(lotTexts, 'search.title')(args) ?? []),
  ...(args.data ? feedMeta(lotSearchQuery(args.data.search)) : []),
]

const PAGE_SIZE = 12

/** Fields whose answers the form shows again as they were typed; lists and boxes follow what was understood. */
const TYPED = ['q', 'du', 'au', 'quantite', 'unite', 'etat', 'prix'] as const

/** Own sites that are offered as a place to search around. */
const MOST_SITES = 4

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
  const [found, counts, facets, sites, answers] = await Promise.all([
    searchLots(filters, { size: PAGE_SIZE, number: search.page }, viewer),
    countOpenLotsByMaterial(viewer),
    countFacets(filters, viewer, today),
    viewer.organisationId === null ? [] : listSitesOf(viewer.organisationId),
    searchAnswers(request, TYPED, faults),
  ])
  const ids = found.lots.map((lot) => lot.id)
  const [photos, kept, loosened] = await Promise.all([
    listPhotosOfLots(ids),
    keptAmong(request, ids),
    found.total === 0 ? loosen(search, place, viewer) : [],
  ])
  return {
    search,
    sheet,
    answers,
    today,
    facets,
    sites: sites.slice(0, MOST_SITES).map(({ id, name, communeCode }) => ({ id, name, communeCode })),
    total: found.total,
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
    counts: MATERIAL_TYPES.map((material) => ({ material, count: counts.get(material) ?? 0 })),
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
  const tAlerts = useT(alerts)
  const tKeep = useT(keep)
  const { search, answers, counts, centre, total, ...form } = useLoaderData<typeof loader>()
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col gap-4">
        <PageHeader
          title={t('search.title')}
          lead={t('search.lead')}
          actions={
            <>
              <ButtonLink to={paths.lotsByPhoto()} look="secondary">
                {tPhoto('title')}
              </ButtonLink>
              <ButtonLink to={paths.newAlert('lots', lotSearchQuery(search))} look="secondary">
                {tAlerts('link')}
              </ButtonLink>
              <ButtonLink to={paths.kept()} look="quiet">
                {tKeep('see')}
              </ButtonLink>
            </>
          }
        />
        <ToResults search={search} total={total} />
        <LotSearchForm
          search={search}
          sheet={form.sheet}
          answers={answers}
          counts={counts}
          communes={form.communes}
          facets={form.facets}
          sites={form.sites}
        />
        <MaterialChips search={search} counts={counts} />
        <p>
          <Link to={paths.addresses(lotSearchQuery(search))} className="inline-flex min-h-11 items-center">
            {tAddress('link')}
          </Link>
        </p>
        <LotFiltersInForce search={search} centre={centre} errors={answers.errors} />
      </div>
      <Results />
    </div>
  )
}

function Results() {
  const { search, today, total, pages, centre, lots, loosened } = useLoaderData<typeof loader>()
  return (
    <section aria-labelledby="results" className="flex flex-col gap-6">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
        <div>
          <Summary total={total} search={search} centre={centre} />
          {total > 1 && <LotSortingLinks search={search} />}
        </div>
        <LotViews search={search} view="list" />
        {total > 0 && (
          <div className="flex flex-wrap gap-x-6">
            <CsvLink href={paths.lotsCsv(lotSearchQuery(search))} />
            <XlsxLink href={paths.lotsXlsx(lotSearchQuery(search))} />
          </div>
        )}
      </div>
      {lots.length === 0 && (
        <NoLots search={search} centre={centre} loosened={loosened} isPageBeyond={total > 0} />
      )}
      <ul className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
        {lots.map(({ lot, photo, km, isKept }, index) => (
          <li key={lot.id}>
            <LotTag
              lot={lot}
              photo={photo}
              today={today}
              near={km !== null && centre ? { km, from: centre } : undefined}
              priority={index < 2}
              acts={<KeepButton lot={lot} isKept={isKept} small />}
            />
          </li>
        ))}
      </ul>
      <Pagination
        page={search.page}
        pages={pages}
        hrefOf={(page) => paths.lots() + lotSearchQuery(search, { page })}
      />
      <FeedLinks query={lotSearchQuery(search)} />
    </section>
  )
}

function Summary({
  total,
  search,
  centre,
}: {
  total: number
  search: { q: string; rayon?: number }
  centre: string | null
}) {
  const t = useT(lotTexts)
  const tCommon = useT(common)
  const where =
    centre &&
    (search.rayon
      ? t('search.near', { km: search.rayon, commune: centre })
      : t('search.inCommune', { commune: centre }))
  const what = search.q && t('search.matching', { text: search.q })
  return (
    <h2 id="results" tabIndex={-1}>
      {[tCommon('count.lots', { count: total }), what, where].filter(Boolean).join(' ')}
    </h2>
  )
}
