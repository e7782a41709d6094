import type { LoaderFunctionArgs } from '@remix-run/node'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import type { LedgerRow } from '~/features/accounting/model/ledger-row'
import { listHandovers } from '~/features/accounting/list-handovers.server'
import { isTooFew } from '~/features/board/model/suppression'
import { handoverSearchSchema } from '~/features/accounting/schema'
import { findCommune } from '~/features/communes/queries.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { parseSearch } from '~/http/parse-search.server'
import { download, orNotFound } from '~/http/replies.server'
import { siteNamesFor } from '~/http/site-names.server'
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
  const columns: CsvColumn<LedgerRow>[] = [
    { header: t('csv.rank'), cell: (row) => row.seq },
    { header: t('one.day'), cell: (row) => row.handedOverOn },
    { header: t('one.lot'), cell: (row) => `${row.lotReference} ${row.lotTitle}` },
    { header: t('one.site'), cell: (row) => row.siteName },
    { header: t('one.material'), cell: (row) => tMaterial(`type.${row.material}.name`) },
    { header: t('csv.massKg'), cell: (row) => row.massG / 1000 },
    { header: t('one.to'), cell: (row) => row.toCommuneName },
    { header: t('csv.handover'), cell: (row) => row.handoverId },
  ]
  const { hideIn, isKnown, seesAll } = await siteNamesFor(request, code)
  const all = await listHandovers(code, { ...search, annee })
  const isFew = isTooFew(all.filter(({ siteId }) => !isKnown(siteId)).length, seesAll ? 'detail' : 'public')
  const rows = (isFew ? all.filter(({ siteId }) => isKnown(siteId)) : all).map(hideIn)
  return download(toCsv(columns, rows), `gisement-${code}-${annee}-remises.csv`, 'text/csv')
}
