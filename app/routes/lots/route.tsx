import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { MATERIAL_TYPES } from '~/core/material-types'
import { paths } from '~/core/paths'
import { communeLabel } from '~/features/communes/model/commune'
import { lotSearchQuery } from '~/features/lots/model/lot-search-query'
import { searchLots } from '~/features/lots/queries.server'
import { filtersOf, loosen, readSearch } from '~/features/lots/search.server'
import { usualSearches } from '~/features/lots/suggest.server'
import { LotFiltersInForce } from '~/features/lots/ui/lot-filters-in-force'
import { LotSearchForm, MaterialChips } from '~/features/lots/ui/lot-search-form'
import { LotSortingLinks } from '~/features/lots/ui/lot-sorting'
import { LotTag } from '~/features/lots/ui/lot-tag'
import { NoLots } from '~/features/lots/ui/no-lots'
import { listPhotosOfLots } from '~/features/photos/queries.server'
import { lotViewerOf } from '~/http/lot-viewer.server'
import { pageTitle } from '~/http/page-title'
import { searchAnswers } from '~/http/search-answers.server'
import { common } from '~/messages/common'
import { lots as lotTexts } from '~/messages/lots'
import { photoSearch } from '~/messages/photo-search'
import { suggestions } from '~/messages/suggestions'
import { tidyQuery } from '~/schema/search-fields'
import { ButtonLink } from '~/ui/button'
import { CsvLink } from '~/ui/data-table'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { ToResults } from './to-results'

export const meta: MetaFunction = pageTitle(lotTexts, 'search.title')

const PAGE_SIZE = 12

/** Fields whose answers the form shows again as they were typed; lists and boxes follow what was understood. */
const TYPED = ['q', 'du', 'au', 'quantite', 'unite', 'etat'] as const

export async function loader({ request }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams
  const tidy = tidyQuery(params)
  if (tidy !== null) return redirect(paths.lots() + tidy)
  const [{ search, faults, sheet, place }, viewer] = await Promise.all([
    readSearch(params),
    lotViewerOf(request),
  ])
  const [found, answers, usual] = await Promise.all([
    searchLots(filtersOf(search, place), { size: PAGE_SIZE, number: search.page }, viewer),
    searchAnswers(request, TYPED, faults),
    usualSearches(),
  ])
  const [photos, loosened] = await Promise.all([
    listPhotosOfLots(found.lots.map((lot) => lot.id)),
    found.total === 0 ? loosen(search, place, viewer) : [],
  ])
  return {
    search,
    sheet,
    answers,
    today: isoDayOf(nowMs()),
    total: found.total,
    whole: found.whole,
    usual,
    pages: Math.ceil(found.total / PAGE_SIZE),
    centre: place.centre?.name ?? null,
    lots: found.lots.map((lot) => ({
      lot,
      photo: photos.get(lot.id)?.[0] ?? null,
      km: place.near?.get(lot.communeCode) ?? null,
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
  const { search, sheet, answers, counts, communes, usual, centre, total } = useLoaderData<typeof loader>()
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
        <LotSearchForm {...{ search, sheet, answers, counts, communes, usual }} />
        <MaterialChips search={search} counts={counts} />
        <LotFiltersInForce search={search} centre={centre} errors={answers.errors} />
      </div>
      <Results />
    </div>
  )
}

function Results() {
  const { search, today, total, whole, pages, centre, lots, loosened } = useLoaderData<typeof loader>()
  return (
    <section aria-labelledby="results" className="flex flex-col gap-6">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
        <div>
          <Summary total={total} search={search} centre={centre} />
          <WholeAnswers total={total} whole={whole} />
          {total > 1 && <LotSortingLinks search={search} />}
        </div>
        {total > 0 && <CsvLink href={paths.lotsCsv(lotSearchQuery(search))} />}
      </div>
      {lots.length === 0 && (
        <NoLots search={search} centre={centre} loosened={loosened} isPageBeyond={total > 0} />
      )}
      <ul className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
        {lots.map(({ lot, photo, km }, index) => (
          <li key={lot.id}>
            <LotTag
              lot={lot}
              photo={photo}
              today={today}
              near={km !== null && centre ? { km, from: centre } : undefined}
              priority={index < 2}
            />
          </li>
        ))}
      </ul>
      <Pagination
        page={search.page}
        pages={pages}
        hrefOf={(page) => paths.lots() + lotSearchQuery(search, { page })}
      />
    </section>
  )
}

/** How many lots answer all of a text, when others that answer a part complete them. */
function WholeAnswers({ total, whole }: { total: number; whole: number }) {
  const t = useT(suggestions)
  if (whole === total) return null
  return <p>{whole === 0 ? t('wholeNone') : t('whole', { count: whole })}</p>
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
