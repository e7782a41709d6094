import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { lotSearchQuery } from '~/features/lots/model/lot-search-query'
import { LotFiltersInForce } from '~/features/lots/ui/lot-filters-in-force'
import { LotSearchForm } from '~/features/lots/ui/lot-search-form'
import { LotViews } from '~/features/lots/ui/lot-views'
import { pageTitle } from '~/http/page-title'
import { map as texts } from '~/messages/map'
import { tidyQuery } from '~/schema/search-fields'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { LotsMap } from './lots-map'
import { MapList } from './map-list'
import { readMapPage } from './map-page.server'

export const meta: MetaFunction = pageTitle(texts, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  const tidy = tidyQuery(new URL(request.url).searchParams)
  return tidy === null ? readMapPage(request) : redirect(paths.lotsMap(tidy))
}

export default function LotsOnMap() {
  const t = useT(texts)
  const page = useLoaderData<typeof loader>()
  const { search, sheet, answers, materials, communes, centre } = page
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
          facets={page.facets}
          sites={page.sites}
          usual={page.usual}
        />
      </details>
      <LotFiltersInForce page={paths.lotsMap()} search={search} centre={centre} errors={answers.errors} />
      <div className="grid min-w-0 items-start gap-8 lg:grid-cols-[7fr_5fr]">
        <LotsMap page={page} />
        <MapList page={page} />
      </div>
    </div>
  )
}
