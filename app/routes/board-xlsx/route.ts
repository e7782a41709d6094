import type { LoaderFunctionArgs } from '@remix-run/node'
import { boardSheets } from '~/features/board/board-workbook.server'
import { boardFor } from '~/http/board.server'
import { boardFileName, purchasesFor } from '~/http/board-files.server'
import { localeOf } from '~/http/locale.server'
import { workbookReply } from '~/http/xlsx.server'

/** Every table of a board as a workbook. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const [board, locale] = await Promise.all([boardFor(request, params.slug), localeOf(request)])
  const sheets = boardSheets(board, locale, await purchasesFor(request, board))
  return workbookReply(sheets, boardFileName(board, 'workbook', locale))
}
