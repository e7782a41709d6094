import type { LoaderFunctionArgs } from '@remix-run/node'
import { closingPdf } from '~/features/documents/closing-paper.server'
import { closingFileName, requireClosingSheet } from '~/http/closing-sheet.server'
import { documentReply } from '~/http/replies.server'

/** The closing record of a site on paper. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const sheet = await requireClosingSheet(request, params)
  return documentReply(await closingPdf(sheet), `${closingFileName(sheet)}.pdf`, 'application/pdf')
}
