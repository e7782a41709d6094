import type { LoaderFunctionArgs } from '@remix-run/node'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { accountStateOf, filterAccounts, rolesOfAccount } from '~/features/administration/model/account'
import { listAccounts } from '~/features/administration/queries/accounts.server'
import { accountSearchSchema } from '~/features/administration/schema'
import { requireAdministration } from '~/http/administration.server'
import { auditRead } from '~/http/audit-read.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { parseSearch } from '~/http/parse-search.server'
import { download } from '~/http/replies.server'
import { administration } from '~/messages/administration'
import { translator } from '~/messages/catalogue'

/** Every account that the same filters show, on all its pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request)
  await auditRead('accounts.exported')
  const filter = parseSearch(request, accountSearchSchema)
  const t = translator(await localeOf(request), administration)
  const day = (ms: number | null) => (ms === null ? null : isoDayOf(ms))
  const body = toCsv(
    [
      { header: t('accounts.name'), cell: (account) => account.name },
      { header: t('accounts.email'), cell: (account) => account.email },
      {
        header: t('accounts.organisations'),
        cell: ({ organisations }) => organisations.map(({ name }) => name).join(' ; '),
      },
      {
        header: t('accounts.role'),
        cell: (account) =>
          rolesOfAccount(account)
            .map((role) => t(`role.${role}`))
            .join(' ; '),
      },
      {
        header: t('accounts.state'),
        cell: (account) => t(`accounts.stateOf.${accountStateOf(account)}`),
      },
      { header: t('accounts.lastSeen'), cell: ({ lastSeenAtMs }) => day(lastSeenAtMs) },
      { header: t('accounts.created'), cell: ({ createdAtMs }) => day(createdAtMs) },
    ],
    filterAccounts(await listAccounts(), filter, nowMs()),
  )
  return download(body, `${t('accounts.csvFile')}.csv`, 'text/csv')
}
