import type { LoaderFunctionArgs } from '@remix-run/node'
import { toCsv } from '~/http/csv.server'
import { wasteSheet } from '~/http/inventory-export.server'
import { localeOf } from '~/http/locale.server'
import { requireSiteReader } from '~/http/read-site.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { inventoryExport } from '~/messages/inventory-export'

/** The waste that the survey of a site foresees. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { site } = await requireSiteReader(request, params)
  const locale = await localeOf(request)
  const { columns, rows } = await wasteSheet(site, locale)
  return download(
    toCsv(columns, rows),
    `${translator(locale, inventoryExport)('wastesFile')}.csv`,
    'text/csv',
  )
}
