import type { LoaderFunctionArgs } from '@remix-run/node'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { yearSearchSchema } from '~/features/accounting/schema'
import { STATISTIC_TABLES } from '~/features/moderation/model/statistics'
import { readModerationStatistics } from '~/features/moderation/queries/statistics.server'
import { statisticName } from '~/features/moderation/ui/statistic-names'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { parseSearch } from '~/http/parse-search.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { moderation } from '~/messages/moderation'
import { moderationFigures } from '~/messages/moderation-figures'

/** The tables of the page, one under the other; what is withheld there is empty here. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { annee } = parseSearch(request, yearSearchSchema)
  const current = Number(isoDayOf(nowMs()).slice(0, 4))
  const year = Math.min(annee ?? current, current)
  const locale = await localeOf(request)
  const t = translator(locale, moderationFigures)
  const tTerms = translator(locale, moderation)
  const statistics = await readModerationStatistics(year)
  const tables = STATISTIC_TABLES.flatMap((table) => {
    const { rows, total } = statistics[table]
    const title = t(`table.${table}`, { year: String(year) })
    return [
      ...rows.map(({ name, count }) => ({ title, line: statisticName(table, name, t, tTerms), count })),
      { title, line: t('total'), count: total },
    ]
  })
  const { delays } = statistics
  const body = toCsv(
    [
      { header: t('csv.table'), cell: ({ title }) => title },
      { header: t('name'), cell: ({ line }) => line },
      { header: t('count'), cell: ({ count }) => count },
    ],
    [
      ...tables,
      { title: t('csv.delay'), line: t('delayReports'), count: delays.reports },
      { title: t('csv.delay'), line: t('delayAppeals'), count: delays.appeals },
    ],
  )
  return download(body, `gisement-${t('csv.file')}-${year}.csv`, 'text/csv')
}
