import type { LoaderFunctionArgs } from '@remix-run/node'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { readCommuneYear } from '~/features/accounting/commune-year.server'
import type { MonthlyMasses } from '~/features/accounting/model/monthly-masses'
import { yearSearchSchema } from '~/features/accounting/schema'
import { findCommune } from '~/features/communes/queries.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { parseSearch } from '~/http/parse-search.server'
import { download, orNotFound } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { communes } from '~/messages/communes'
import { materials } from '~/messages/materials'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { annee } = parseSearch(request, yearSearchSchema)
  const year = annee ?? Number(isoDayOf(nowMs()).slice(0, 4))
  const { code } = orNotFound(await findCommune(params.code ?? ''))
  const { months } = await readCommuneYear(code, year)
  const locale = await localeOf(request)
  const t = translator(locale, communes)
  const tMaterial = translator(locale, materials)
  const columns: CsvColumn<MonthlyMasses['months'][number]>[] = [
    { header: t('one.month'), cell: ({ month }) => month },
    ...months.materials.map((material) => ({
      header: `${tMaterial(`type.${material}.name`)} (kg)`,
      cell: ({ massG }: MonthlyMasses['months'][number]) => (massG[material] ?? 0) / 1000,
    })),
    { header: `${t('one.rest')} (kg)`, cell: ({ massG }) => (massG.rest ?? 0) / 1000 },
  ]
  return download(toCsv(columns, months.months), `gisement-${code}-${year}-mois.csv`, 'text/csv')
}
