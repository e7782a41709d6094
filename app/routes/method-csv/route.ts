import type { LoaderFunctionArgs } from '@remix-run/node'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { calendarYear } from '~/core/period'
import { readPublicIndicators } from '~/features/accounting/read-indicators.server'
import { yearSearchSchema } from '~/features/accounting/schema'
import { factorSetOn } from '~/features/carbon/queries.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { indicatorLines, type IndicatorLine } from '~/http/indicator-lines.server'
import { localeOf } from '~/http/locale.server'
import { parseSearch } from '~/http/parse-search.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { method } from '~/messages/method'

/** The indicators of the Métropole's year, each with its formula, range and source. */
export async function loader({ request }: LoaderFunctionArgs) {
  const year = parseSearch(request, yearSearchSchema).annee ?? Number(isoDayOf(nowMs()).slice(0, 4))
  const [{ indicators, leavesOut }, factors, locale] = await Promise.all([
    readPublicIndicators(calendarYear(year)),
    factorSetOn(),
    localeOf(request),
  ])
  const t = translator(locale, method)
  const columns: CsvColumn<IndicatorLine>[] = [
    { header: t('indicator'), cell: ({ name }) => name },
    { header: t('value'), cell: ({ value }) => value },
    { header: t('formula'), cell: ({ formula }) => formula },
    { header: t('range'), cell: ({ range }) => range },
    { header: t('source'), cell: ({ source }) => source },
  ]
  const csv = toCsv(columns, indicatorLines(indicators, { factorSource: factors.source, leavesOut }, locale))
  return download(csv, `gisement-${t('file')}-${year}.csv`, 'text/csv')
}
