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
import { FilterSelect, TeamList } from '~/features/administration/ui/team-list'
import { requireAdministration } from '~/http/administration.server'
import { pageTitle } from '~/http/page-title'
import { parseSearch } from '~/http/parse-search.server'
import { administration } from '~/messages/administration'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { TextInput } from '~/ui/inputs'

export const meta: MetaFunction = pageTitle(administration, 'accounts.title')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request)
  const { page, ...filter } = parseSearch(request, accountSearchSchema)
  return { filter, ...pageOf(filterAccounts(await listAccounts(), filter, nowMs()), page) }
}

export default function Accounts() {
  const t = useT(administration)
  const { filter, shown, ...found } = useLoaderData<typeof loader>()
  return (
    <TeamList
      title={t('accounts.title')}
      lead={t('accounts.lead')}
      actions={
        <ButtonLink to={paths.agents()} look="secondary" wide>
          {t('nav.agents')}
        </ButtonLink>
      }
      filter={filter}
      found={found}
      hrefOf={paths.accounts}
      fields={
        <>
          <TextInput
            name="q"
            type="search"
            label={t('accounts.search')}
            defaultValue={filter.q}
            maxLength={100}
          />
          <FilterSelect
            name="role"
            label={t('filter.role')}
            chosen={filter.role}
            values={ROLE_FILTERS}
            labelOf={(value) => t(`role.${ROLE_WORDS[value]}`)}
          />
          <FilterSelect
            name="etat"
            label={t('filter.state')}
            chosen={filter.etat}
            values={ACCOUNT_STATES}
            labelOf={(value) => t(`accounts.stateOf.${value}`)}
          />
        </>
      }
    >
      <AccountTable
        accounts={shown}
        caption={t('accounts.count', { count: found.total })}
        csvHref={paths.accountsCsv(queryOf(filter))}
      />
    </TeamList>
  )
}
