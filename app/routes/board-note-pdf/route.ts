import type { LoaderFunctionArgs } from '@remix-run/node'
import { councilNote } from '~/features/board/council-note.server'
import { boardFor } from '~/http/board.server'
import { boardFileName, boardUrl } from '~/http/board-files.server'
import { localeOf } from '~/http/locale.server'
import { documentReply } from '~/http/replies.server'

/** The note to the council, on one page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const [board, locale] = await Promise.all([boardFor(request, params.slug), localeOf(request)])
  const note = await councilNote({ board, locale, url: boardUrl(board) })
  return documentReply(note, `${boardFileName(board, 'note', locale)}.pdf`, 'application/pdf')
}
