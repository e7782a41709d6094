import type { LoaderFunctionArgs } from '@remix-run/node'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { lotSheetName, lotSheetPdf } from '~/features/documents/lot-sheet.server'
import { isVisibleTo, VISITOR } from '~/features/lots/model/visibility'
import { localeOf } from '~/http/locale.server'
import { lotCarbon } from '~/http/lot-carbon.server'
import { lotPageUrl, publicUrlOf } from '~/http/lot-page-url.server'
import { documentReply } from '~/http/replies.server'
import { requireSharedLot } from '~/http/shared-lot.server'

/**
 * The sheet on paper for whoever holds a link. Its code opens the lot's page once everyone may see it, so that the
 * paper outlives the link; before that it opens the link.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const lot = await requireSharedLot(params.token)
  const locale = await localeOf(request)
  const carbon = await lotCarbon(lot, null)
  const isPublic = isVisibleTo(lot, VISITOR, isoDayOf(nowMs()))
  const url = isPublic ? lotPageUrl(lot.id) : publicUrlOf(paths.sharedLot(params.token ?? ''))
  const stream = await lotSheetPdf({ lot, locale, url, carbon: carbon.ok ? carbon : null })
  return documentReply(stream, lotSheetName(lot, locale), 'application/pdf')
}
