import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import type { MaterialType } from '~/core/material-types'
import { paths } from '~/core/paths'
import { communeLabel } from '~/features/communes/model/commune'
import { listCommunes } from '~/features/communes/queries.server'
import { searchNeeds } from '~/features/needs/queries.server'
import { needSearchSchema } from '~/features/needs/schema'
import { NeedCard } from '~/features/needs/ui/need-card'
import { can } from '~/features/organisations/model/permissions'
import { optionalActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { parseSearch } from '~/http/parse-search.server'
import { myNeeds } from '~/messages/my-needs'
import { needs as needTexts } from '~/messages/needs'
import { ButtonLink } from '~/ui/button'
import { CsvLink } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { useT } from '~/ui/i18n'
import { PlusIcon } from '~/ui/icons'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { NeedFilters } from './need-filters'

const PAGE_SIZE = 24

export const meta: MetaFunction = pageTitle(needTexts, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  const { materiau, commune, page } = parseSearch(request, needSearchSchema)
  const filters = { material: materiau, communeCodes: commune ? [commune] : undefined }
  const [actor, communes, { needs, total }] = await Promise.all([
    optionalActor(request),
    listCommunes(),
    searchNeeds(filters, { size: PAGE_SIZE, number: page }),
  ])
  return {
    needs,
    total,
    filters: { material: materiau ?? null, commune: commune ?? null },
    page,
    pages: Math.ceil(total / PAGE_SIZE),
    communes: communes.map(({ code, name, departement }) => ({
      value: code,
      label: communeLabel({ name, department: departement }),
    })),
    hasOwn: actor !== null && can(actor, 'need:manage'),
    mayState: !actor || can(actor, 'need:create'),
    mayPublish: !actor || can(actor, 'lot:create'),
    today: isoDayOf(nowMs()),
  }
}

export default function Needs() {
  const t = useT(needTexts)
  const tMine = useT(myNeeds)
  const { needs, total, filters, page, pages, communes, ...rest } = useLoaderData<typeof loader>()
  const { mayState, mayPublish, hasOwn, today } = rest
  const isFiltered = filters.material !== null || filters.commune !== null
  const stateLink = mayState && (
    <ButtonLink to={paths.newNeed()} wide>
      <PlusIcon />
      {t('state')}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            {stateLink}
            {hasOwn && (
              <ButtonLink to={paths.myNeeds()} look="secondary" wide>
                {tMine('link')}
              </ButtonLink>
            )}
            {mayPublish && (
              <ButtonLink to={paths.newLot()} look="secondary" wide>
                {t('publish')}
              </ButtonLink>
            )}
          </>
        }
      />
      <div className="flex flex-col gap-6">
        <NeedFilters filters={filters} communes={communes} />
        <p role="status" className="font-semibold">
          {t('count', { count: total })}
        </p>
        {needs.length === 0 ? (
          <EmptyState
            title={t('empty.title')}
            actions={isFiltered ? <ButtonLink to={paths.needs()}>{t('filter.clear')}</ButtonLink> : stateLink}
          >
            {t(isFiltered ? 'empty.filtered' : 'empty.none')}
          </EmptyState>
        ) : (
          <>
            <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
              {needs.map((need) => (
                <li key={need.id}>
                  <NeedCard need={need} today={today} />
                </li>
              ))}
            </ul>
            <Pagination
              page={page}
              pages={pages}
              hrefOf={(number) => paths.needs() + queryOf(filters, number)}
            />
            <CsvLink href={paths.needsCsv(queryOf(filters))} />
          </>
        )}
      </div>
    </>
  )
}

function queryOf(filters: { material: MaterialType | null; commune: string | null }, page = 1): string {
  const query = new URLSearchParams()
  if (filters.material) query.set('materiau', filters.material)
  if (filters.commune) query.set('commune', filters.commune)
  if (page > 1) query.set('page', String(page))
  const text = query.toString()
  return text && `?${text}`
}
