import type { LoaderFunctionArgs } from '@remix-run/node'
import { inventorySheets } from '~/http/inventory-export.server'
import { localeOf } from '~/http/locale.server'
import { requireSiteReader } from '~/http/read-site.server'
import { workbookReply } from '~/http/xlsx.server'
import { translator } from '~/messages/catalogue'
import { inventoryExport } from '~/messages/inventory-export'

/** The inventory of a site with what became of each line, and the waste that its survey foresees. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { site } = await requireSiteReader(request, params)
  const locale = await localeOf(request)
  return workbookReply(await inventorySheets(site, locale), translator(locale, inventoryExport)('file'))
}
