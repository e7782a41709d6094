import type { LoaderFunctionArgs } from '@remix-run/node'
import type { CompareRow } from '~/features/keep/ui/compare-rows'
import { comparedLots } from '~/http/compared-lots.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { keep } from '~/messages/keep'
import { lots as lotTexts } from '~/messages/lots'

/** The same lots side by side, one fact a row. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { lots, rows } = await comparedLots(request)
  const locale = await localeOf(request)
  const t = translator(locale, keep)
  const yesNo = translator(locale, lotTexts)
  const columns: CsvColumn<CompareRow>[] = [
    { header: t('compare.fact'), cell: ({ term }) => term },
    ...lots.map(({ reference, title }, index) => ({
      header: `${reference} ${title}`,
      cell: ({ values }: CompareRow) => values[index] ?? '',
    })),
    { header: t('csv.differs'), cell: ({ differs }) => yesNo(differs ? 'csv.yes' : 'csv.no') },
  ]
  return download(toCsv(columns, rows), `${t('compare.file')}.csv`, 'text/csv')
}
