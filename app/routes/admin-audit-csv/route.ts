import type { LoaderFunctionArgs } from '@remix-run/node'
import { eachAuditPage } from '~/features/audit/queries/audit-log.server'
import { auditSearchSchema } from '~/features/audit/schema'
import { requireAdministration } from '~/http/administration.server'
import { auditColumns } from '~/http/audit-columns.server'
import { auditRead } from '~/http/audit-read.server'
import { csvPages } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { parseSearch } from '~/http/parse-search.server'
import { downloadStream } from '~/http/replies.server'
import { audit } from '~/messages/audit'
import { translator } from '~/messages/catalogue'

/** Every row of the audit log that the same filters show, on all its pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request, 'audit:read')
  const locale = await localeOf(request)
  const filter = parseSearch(request, auditSearchSchema)
  await auditRead('audit.exported')
  const name = `gisement-${translator(locale, audit)('csvFile')}.csv`
  return downloadStream(
    csvPages(auditColumns(locale), eachAuditPage(filter)),
    name,
    'text/csv; charset=utf-8',
  )
}
