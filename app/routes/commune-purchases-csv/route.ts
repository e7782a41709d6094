import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Purchase } from '~/features/board/model/purchase'
import { listPurchases } from '~/features/board/queries/purchases.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { requirePurchases } from '~/http/own-purchases.server'
import { download } from '~/http/replies.server'
import { boardFiles } from '~/messages/board-files'
import { translator } from '~/messages/catalogue'

/** The purchases of a year, in the columns that the import reads back. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { place, year } = await requirePurchases(request, params)
  const t = translator(await localeOf(request), boardFiles)
  const columns: CsvColumn<Purchase>[] = [
    { header: t('column.year'), cell: (line) => line.year },
    { header: t('column.label'), cell: ({ label }) => label },
    { header: t('column.amount'), cell: ({ amountCents }) => amountCents / 100 },
    { header: t('column.reused'), cell: ({ reusedBp }) => reusedBp / 100 },
    { header: t('column.recycled'), cell: ({ recycledBp }) => recycledBp / 100 },
  ]
  const csv = toCsv(columns, await listPurchases(place.code, year))
  return download(csv, `gisement-${place.code}-${year}-achats.csv`, 'text/csv')
}
