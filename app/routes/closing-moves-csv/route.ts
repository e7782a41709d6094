import type { LoaderFunctionArgs } from '@remix-run/node'
import { movesOf } from '~/features/closing/model/moves'
import { moveColumns } from '~/features/documents/closing-columns.server'
import { requireClosingSheet } from '~/http/closing-sheet.server'
import { toCsv } from '~/http/csv.server'
import { download } from '~/http/replies.server'

/** All that left a site, handovers and declared departures; with `ligne`, of one row of its closing record. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view, locale } = await requireClosingSheet(request, params)
  const asked = new URL(request.url).searchParams.get('ligne')
  const moves = movesOf({ rows: view.sums.rows, handovers: view.handovers, entries: view.entries })
  const kept = asked ? moves.filter(({ row }) => row.id === asked) : moves
  return download(toCsv(moveColumns(locale), kept), 'sorties.csv', 'text/csv')
}
