import type { LoaderFunctionArgs } from '@remix-run/node'
import { lotSheetName, lotSheetPdf } from '~/features/documents/lot-sheet.server'
import { findVisibleLot } from '~/features/lots/queries.server'
import { localeOf } from '~/http/locale.server'
import { lotCarbon } from '~/http/lot-carbon.server'
import { lotPageUrl } from '~/http/lot-page-url.server'
import { lotViewerOf } from '~/http/lot-viewer.server'
import { documentReply, orNotFound } from '~/http/replies.server'

/** The sheet of a lot on paper, for whoever may see the lot. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const lot = orNotFound(await findVisibleLot(params.lotId ?? '', await lotViewerOf(request)))
  const locale = await localeOf(request)
  const carbon = await lotCarbon(lot, null)
  const stream = await lotSheetPdf({
    lot,
    locale,
    url: lotPageUrl(lot.id),
    carbon: carbon.ok ? carbon : null,
  })
  return documentReply(stream, lotSheetName(lot, locale), 'application/pdf')
}
