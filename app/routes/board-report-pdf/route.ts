import type { LoaderFunctionArgs } from '@remix-run/node'
import { boardReport } from '~/features/board/board-report.server'
import { boardFor } from '~/http/board.server'
import { boardFileName, boardUrl, purchasesFor } from '~/http/board-files.server'
import { localeOf } from '~/http/locale.server'
import { documentReply } from '~/http/replies.server'

/** The report of a period, with every table. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const [board, locale] = await Promise.all([boardFor(request, params.slug), localeOf(request)])
  const purchases = await purchasesFor(request, board)
  const report = await boardReport({ board, locale, url: boardUrl(board), purchases })
  return documentReply(report, `${boardFileName(board, 'report', locale)}.pdf`, 'application/pdf')
}
