import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { filterOrganisations, ORGANISATION_STATES } from '~/features/administration/model/organisation-entry'
import { pageOf, queryOf } from '~/features/administration/model/page-of'
import { listOrganisationEntries } from '~/features/administration/queries/organisations.server'
import { organisationSearchSchema } from '~/features/administration/schema'
import { ListFilters } from '~/features/administration/ui/list-filters'
import { OrganisationTable } from '~/features/administration/ui/organisation-table'
import { AdministrationSections } from '~/features/administration/ui/sections'
import { ORGANISATION_KINDS } from '~/features/organisations/model/organisation'
import { requireAdministration } from '~/http/administration.server'
import { pageTitle } from '~/http/page-title'
import { parseSearch } from '~/http/parse-search.server'
import { administration } from '~/messages/administration'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { useT } from '~/ui/i18n'
import { Select, TextInput } from '~/ui/inputs'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'

export const meta: MetaFunction = pageTitle(administration, 'organisations.title')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request)
  const { page, ...filter } = parseSearch(request, organisationSearchSchema)
  return { filter, ...pageOf(filterOrganisations(await listOrganisationEntries(), filter), page) }
}

export default function Organisations() {
  const t = useT(administration)
  const { filter, shown, page, pages, total } = useLoaderData<typeof loader>()
  const query = queryOf(filter)
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <PageHeader
        back={{ to: paths.administration(), label: t('back') }}
        title={t('organisations.title')}
        lead={t('organisations.lead')}
      />
      <AdministrationSections />
      <ListFilters state={query} clearTo={query ? paths.organisations() : null}>
        <TextInput
          name="q"
          type="search"
          label={t('organisations.search')}
          defaultValue={filter.q}
          maxLength={100}
        />
        <Select
          name="nature"
          label={t('organisations.kind')}
          defaultValue={filter.nature ?? ''}
          placeholder={t('filter.all')}
          options={ORGANISATION_KINDS.map((value) => ({ value, label: t(`organisations.kindOf.${value}`) }))}
        />
        <Select
          name="etat"
          label={t('filter.state')}
          defaultValue={filter.etat ?? ''}
          placeholder={t('filter.all')}
          options={ORGANISATION_STATES.map((value) => ({
            value,
            label: t(`organisations.stateOf.${value}`),
          }))}
        />
      </ListFilters>
      {shown.length === 0 ? (
        <EmptyState
          title={t('filter.none')}
          actions={<ButtonLink to={paths.organisations()}>{t('filter.clear')}</ButtonLink>}
        >
          {t('filter.noneText')}
        </EmptyState>
      ) : (
        <>
          <OrganisationTable
            entries={shown}
            caption={t('organisations.count', { count: total })}
            csvHref={paths.organisationsCsv(query)}
          />
          <Pagination
            page={page}
            pages={pages}
            hrefOf={(number) => paths.organisations(queryOf(filter, number))}
          />
        </>
      )}
    </div>
  )
}
