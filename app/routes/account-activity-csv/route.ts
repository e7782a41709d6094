import type { LoaderFunctionArgs } from '@remix-run/node'
import { eachActivityPage } from '~/features/audit/queries/audit-log.server'
import { requireActor } from '~/http/actor.server'
import { ownActivityColumns } from '~/http/audit-columns.server'
import { csvPages } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { downloadStream } from '~/http/replies.server'
import { audit } from '~/messages/audit'
import { translator } from '~/messages/catalogue'

/** All that the log holds of a person's own account. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { userId } = await requireActor(request, 'account:manage')
  const locale = await localeOf(request)
  const name = `gisement-${translator(locale, audit)('own.csvFile')}.csv`
  return downloadStream(
    csvPages(ownActivityColumns(locale, userId), eachActivityPage(userId)),
    name,
    'text/csv; charset=utf-8',
  )
}
