import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { paths } from '~/core/paths'
import {
  ACCOUNT_STATES,
  filterAccounts,
  ROLE_FILTERS,
  ROLE_WORDS,
} from '~/features/administration/model/account'
import { pageOf, queryOf } from '~/features/administration/model/page-of'
import { listAccounts } from '~/features/administration/queries/accounts.server'
import { accountSearchSchema } from '~/features/administration/schema'
import { AccountTable } from '~/features/administration/ui/account-table'
import { ListFilters } from '~/features/administration/ui/list-filters'
import { AdministrationSections } from '~/features/administration/ui/sections'
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

export const meta: MetaFunction = pageTitle(administration, 'accounts.title')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request)
  const { page, ...filter } = parseSearch(request, accountSearchSchema)
  return { filter, ...pageOf(filterAccounts(await listAccounts(), filter, nowMs()), page) }
}

export default function Accounts() {
  const t = useT(administration)
  const { filter, shown, page, pages, total } = useLoaderData<typeof loader>()
  const query = queryOf(filter)
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <PageHeader
        back={{ to: paths.administration(), label: t('back') }}
        title={t('accounts.title')}
        lead={t('accounts.lead')}
        actions={
          <ButtonLink to={paths.agents()} look="secondary" wide>
            {t('nav.agents')}
          </ButtonLink>
        }
      />
      <AdministrationSections />
      <ListFilters state={query} clearTo={query ? paths.accounts() : null}>
        <TextInput
          name="q"
          type="search"
          label={t('accounts.search')}
          defaultValue={filter.q}
          maxLength={100}
        />
        <Select
          name="role"
          label={t('filter.role')}
          defaultValue={filter.role ?? ''}
          placeholder={t('filter.all')}
          options={ROLE_FILTERS.map((value) => ({ value, label: t(`role.${ROLE_WORDS[value]}`) }))}
        />
        <Select
          name="etat"
          label={t('filter.state')}
          defaultValue={filter.etat ?? ''}
          placeholder={t('filter.all')}
          options={ACCOUNT_STATES.map((value) => ({ value, label: t(`accounts.stateOf.${value}`) }))}
        />
      </ListFilters>
      {shown.length === 0 ? (
        <EmptyState
          title={t('filter.none')}
          actions={<ButtonLink to={paths.accounts()}>{t('filter.clear')}</ButtonLink>}
        >
          {t('filter.noneText')}
        </EmptyState>
      ) : (
        <>
          <AccountTable
            accounts={shown}
            caption={t('accounts.count', { count: total })}
            csvHref={paths.accountsCsv(query)}
          />
          <Pagination
            page={page}
            pages={pages}
            hrefOf={(number) => paths.accounts(queryOf(filter, number))}
          />
        </>
      )}
    </div>
  )
}
