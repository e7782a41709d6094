import type { LoaderFunctionArgs } from '@remix-run/node'
import { verdictOf } from '~/features/health/model/vitals'
import type { PageVital } from '~/features/health/queries/vitals.server'
import { requireAdministration } from '~/http/administration.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { recentVitals } from '~/http/recent-vitals.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { healthTexts } from '~/messages/health'

/** How fast pages were lately, as the page of health shows it. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request)
  const t = translator(await localeOf(request), healthTexts)
  const columns: CsvColumn<PageVital>[] = [
    { header: t('page'), cell: ({ page }) => page },
    { header: t('metric'), cell: ({ metric }) => metric },
    { header: t('told'), cell: ({ told }) => told },
    { header: t('p75'), cell: ({ metric, p75 }) => rounded(metric, p75) },
    { header: t('p95'), cell: ({ metric, p95 }) => rounded(metric, p95) },
    { header: t('verdict'), cell: ({ metric, p75 }) => t(`verdictOf.${verdictOf(metric, p75)}`) },
  ]
  const { vitals } = await recentVitals()
  return download(toCsv(columns, vitals), `gisement-${t('csvFile')}.csv`, 'text/csv')
}

function rounded(metric: PageVital['metric'], value: number): number {
  return metric === 'CLS' ? Math.round(value * 1000) / 1000 : Math.round(value)
}
