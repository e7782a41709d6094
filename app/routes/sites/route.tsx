import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { can } from '~/features/organisations/model/permissions'
import { listSitesOf } from '~/features/sites/queries.server'
import { filterSites } from '~/features/sites/model/site-filter'
import { siteFilterSchema } from '~/features/sites/schema'
import { SiteFilters } from '~/features/sites/ui/site-filters'
import { SiteCard } from '~/features/sites/ui/site-card'
import { requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { parseSearch } from '~/http/parse-search.server'
import { siteForm } from '~/messages/site-form'
import { sites } from '~/messages/sites'
import { ButtonLink } from '~/ui/button'
import { CsvLink } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { useT } from '~/ui/i18n'
import { PlusIcon } from '~/ui/icons'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(sites, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'site:read')
  const all = await listSitesOf(actor.organisationId)
  const filter = parseSearch(request, siteFilterSchema)
  const today = isoDayOf(nowMs())
  return {
    own: filterSites(all, filter, today),
    hasSites: all.length > 0,
    filter,
    query: new URL(request.url).search,
    mayOpen: can(actor, 'site:create'),
    today,
  }
}

export default function Sites() {
  const t = useT(sites)
  const tForm = useT(siteForm)
  const { own, hasSites, filter, query, mayOpen, today } = useLoaderData<typeof loader>()
  const openLink = mayOpen && (
    <ButtonLink to={paths.newSite()} wide>
      <PlusIcon />
      {t('open')}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={hasSites && openLink} />
      {!hasSites ? (
        <EmptyState title={t('empty.title')} actions={openLink}>
          {t('empty.text')}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-6">
          <SiteFilters filter={filter} />
          <p className="font-semibold">
            {own.length === 0 ? tForm('filter.none') : t('count', { count: own.length })}
          </p>
          <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {own.map((site) => (
              <li key={site.id}>
                <SiteCard site={site} today={today} />
              </li>
            ))}
          </ul>
          <CsvLink href={paths.sitesCsv(query)} />
        </div>
      )}
    </>
  )
}
