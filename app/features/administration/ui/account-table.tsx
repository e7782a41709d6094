import { Link } from '@remix-run/react'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { administration } from '~/messages/administration'
import { Badge } from '~/ui/badge'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { accountStateOf, rolesOfAccount, type AccountRow, type AccountState } from '../model/account'
import { MailAddress } from './mail-address'

const TONES = { actif: 'success', 'a-confirmer': 'warning', suspendu: 'danger' } as const

export function AccountStateBadge({ state }: { state: AccountState }) {
  const t = useT(administration)
  return <Badge tone={TONES[state]}>{t(`accounts.stateOf.${state}`)}</Badge>
}

/** Accounts, one a row, with a way to each one's page. */
export function AccountTable({
  accounts,
  caption,
  csvHref,
}: {
  accounts: readonly AccountRow[]
  caption: string
  csvHref?: string
}) {
  const t = useT(administration)
  const format = useFormat()
  return (
    <DataTable
      dense
      caption={caption}
      rows={accounts}
      rowKey={({ id }) => id}
      csvHref={csvHref}
      columns={[
        {
          key: 'name',
          header: t('accounts.name'),
          rowHeader: true,
          cell: ({ id, name }) => <Link to={paths.oneAccount(id)}>{name}</Link>,
        },
        {
          key: 'email',
          header: t('accounts.email'),
          cell: ({ email }) => <MailAddress email={email} />,
        },
        {
          key: 'organisations',
          header: t('accounts.organisations'),
          cell: ({ organisations }) =>
            organisations.length === 0 ? (
              t('accounts.noOrganisation')
            ) : (
              <ul>
                {organisations.map(({ id, name, suspendedAtMs }) => (
                  <li key={id}>
                    <Link to={paths.oneOrganisation(id)}>
                      {suspendedAtMs === null ? name : t('accounts.isSuspended', { name })}
                    </Link>
                  </li>
                ))}
              </ul>
            ),
        },
        {
          key: 'role',
          header: t('accounts.role'),
          cell: (account) =>
            rolesOfAccount(account)
              .map((role) => t(`role.${role}`))
              .join(', '),
        },
        {
          key: 'state',
          header: t('accounts.state'),
          cell: (account) => <AccountStateBadge state={accountStateOf(account)} />,
        },
        {
          key: 'seen',
          header: t('accounts.lastSeen'),
          cell: ({ lastSeenAtMs }) =>
            lastSeenAtMs === null ? (
              <span className="text-muted">{t('accounts.never')}</span>
            ) : (
              format.day(isoDayOf(lastSeenAtMs))
            ),
        },
        {
          key: 'created',
          header: t('accounts.created'),
          cell: ({ createdAtMs }) => format.day(isoDayOf(createdAtMs)),
          figure: true,
        },
      ]}
    />
  )
}
