import type { LoaderFunctionArgs } from '@remix-run/node'
import { familiesOf } from '~/features/closing/model/closing-record'
import { familyColumns, rowColumns } from '~/features/documents/closing-columns.server'
import { requireClosingSheet } from '~/http/closing-sheet.server'
import { toCsv } from '~/http/csv.server'
import { download } from '~/http/replies.server'

/** The rows of a closing record, or with `par=famille` their totals by family of material. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const sheet = await requireClosingSheet(request, params)
  const { rows } = sheet.view.sums
  const isByFamily = new URL(request.url).searchParams.get('par') === 'famille'
  const body = isByFamily
    ? toCsv(familyColumns(sheet.locale), familiesOf(rows))
    : toCsv(rowColumns(sheet.locale), rows)
  return download(body, 'recolement.csv', 'text/csv')
}
