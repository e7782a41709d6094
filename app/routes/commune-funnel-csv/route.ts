import type { LoaderFunctionArgs } from '@remix-run/node'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { readCommuneYear } from '~/features/accounting/commune-year.server'
import type { FunnelStep } from '~/features/accounting/model/rates'
import { yearSearchSchema } from '~/features/accounting/schema'
import { findCommune } from '~/features/communes/queries.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { parseSearch } from '~/http/parse-search.server'
import { download, orNotFound } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { communeFigures } from '~/messages/commune-figures'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { annee } = parseSearch(request, yearSearchSchema)
  const year = annee ?? Number(isoDayOf(nowMs()).slice(0, 4))
  const { code } = orNotFound(await findCommune(params.code ?? ''))
  const { funnel } = await readCommuneYear(code, year)
  const t = translator(await localeOf(request), communeFigures)
  const columns: CsvColumn<FunnelStep>[] = [
    { header: t('funnel.stage'), cell: ({ stage }) => t(`funnel.${stage}`) },
    { header: `${t('funnel.mass')} (kg)`, cell: ({ massG }) => massG / 1000 },
    {
      header: `${t('funnel.share')} (%)`,
      cell: ({ ofInventoried: { rate } }) => (rate === null ? null : Math.round(rate * 10_000) / 100),
    },
  ]
  return download(toCsv(columns, funnel.steps), `gisement-${code}-${year}-entonnoir.csv`, 'text/csv')
}
