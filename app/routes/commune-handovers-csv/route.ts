import type { LoaderFunctionArgs } from '@remix-run/node'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import type { ShownHandover } from '~/features/accounting/model/shown-handover'
import { listHandovers } from '~/features/accounting/list-handovers.server'
import { handoverSearchSchema } from '~/features/accounting/schema'
import { findCommune } from '~/features/communes/queries.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { parseSearch } from '~/http/parse-search.server'
import { download, orNotFound } from '~/http/replies.server'
import { shownHandovers } from '~/http/shown-handovers.server'
import { translator } from '~/messages/catalogue'
import { communes } from '~/messages/communes'
import { materials } from '~/messages/materials'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const search = parseSearch(request, handoverSearchSchema)
  const annee = search.annee ?? Number(isoDayOf(nowMs()).slice(0, 4))
  const { code } = orNotFound(await findCommune(params.code ?? ''))
  const locale = await localeOf(request)
  const t = translator(locale, communes)
  const tMaterial = translator(locale, materials)
  const columns: CsvColumn<ShownHandover>[] = [
    { header: t('csv.rank'), cell: (row) => row.seq },
    { header: t('one.day'), cell: (row) => row.own?.day ?? row.month },
    { header: t('one.material'), cell: (row) => tMaterial(`type.${row.material}.name`) },
    { header: t('csv.massKg'), cell: (row) => row.massG / 1000 },
    { header: t('one.to'), cell: (row) => row.toCommuneName },
    { header: t('one.corrected'), cell: (row) => t(row.isCorrected ? 'csv.yes' : 'csv.no') },
    { header: t('one.lot'), cell: ({ own }) => own && `${own.lotReference} ${own.lotTitle}` },
    { header: t('one.site'), cell: ({ own }) => own?.siteName ?? null },
    { header: t('csv.handover'), cell: ({ own }) => own?.handoverId ?? null },
  ]
  const listed = await listHandovers(code, { ...search, annee })
  const { shown } = await shownHandovers(
    request,
    listed.map((row) => ({ row })),
  )
  const rows = shown.map(({ row }) => row)
  return download(toCsv(columns, rows), `gisement-${code}-${annee}-remises.csv`, 'text/csv')
}
