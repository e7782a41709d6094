import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { filterOrganisations, ORGANISATION_STATES } from '~/features/administration/model/organisation-entry'
import { pageOf, queryOf } from '~/features/administration/model/page-of'
import { listOrganisationEntries } from '~/features/administration/queries/organisations.server'
import { organisationSearchSchema } from '~/features/administration/schema'
import { OrganisationTable } from '~/features/administration/ui/organisation-table'
import { FilterSelect, TeamList } from '~/features/administration/ui/team-list'
import { ORGANISATION_KINDS } from '~/features/organisations/model/organisation'
import { requireAdministration } from '~/http/administration.server'
import { pageTitle } from '~/http/page-title'
import { parseSearch } from '~/http/parse-search.server'
import { administration } from '~/messages/administration'
import { useT } from '~/ui/i18n'
import { TextInput } from '~/ui/inputs'

export const meta: MetaFunction = pageTitle(administration, 'organisations.title')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request)
  const { page, ...filter } = parseSearch(request, organisationSearchSchema)
  return { filter, ...pageOf(filterOrganisations(await listOrganisationEntries(), filter), page) }
}

export default function Organisations() {
  const t = useT(administration)
  const { filter, shown, ...found } = useLoaderData<typeof loader>()
  return (
    <TeamList
      title={t('organisations.title')}
      lead={t('organisations.lead')}
      filter={filter}
      found={found}
      hrefOf={paths.organisations}
      fields={
        <>
          <TextInput
            name="q"
            type="search"
            label={t('organisations.search')}
            defaultValue={filter.q}
            maxLength={100}
          />
          <FilterSelect
            name="nature"
            label={t('organisations.kind')}
            chosen={filter.nature}
            values={ORGANISATION_KINDS}
            labelOf={(value) => t(`organisations.kindOf.${value}`)}
          />
          <FilterSelect
            name="etat"
            label={t('filter.state')}
            chosen={filter.etat}
            values={ORGANISATION_STATES}
            labelOf={(value) => t(`organisations.stateOf.${value}`)}
          />
        </>
      }
    >
      <OrganisationTable
        entries={shown}
        caption={t('organisations.count', { count: found.total })}
        csvHref={paths.organisationsCsv(queryOf(filter))}
      />
    </TeamList>
  )
}
