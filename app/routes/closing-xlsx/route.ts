import type { LoaderFunctionArgs } from '@remix-run/node'
import { closingSheets } from '~/features/documents/closing-workbook.server'
import { closingFileName, requireClosingSheet } from '~/http/closing-sheet.server'
import { workbookReply } from '~/http/xlsx.server'

/** The closing record of a site as a workbook. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const sheet = await requireClosingSheet(request, params)
  return workbookReply(closingSheets(sheet), closingFileName(sheet))
}
