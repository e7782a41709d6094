import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import type { Locale } from '~/core/locale'
import { paths } from '~/core/paths'
import { listToldEffects } from '~/features/accounting/commune-year.server'
import type { LedgerRow } from '~/features/accounting/model/ledger-row'
import type { Rate } from '~/features/accounting/model/rates'
import type { ShownHandover } from '~/features/accounting/model/shown-handover'
import { yearSearchSchema } from '~/features/accounting/schema'
import { canonicalCommuneCode } from '~/features/communes/model/commune'
import { findCommune } from '~/features/communes/queries.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { parseSearch } from '~/http/parse-search.server'
import { download, orNotFound } from '~/http/replies.server'
import { shownHandovers, toldTo } from '~/http/shown-handovers.server'
import { translator } from '~/messages/catalogue'
import { communes } from '~/messages/communes'
import { materials } from '~/messages/materials'

type Entry = { row: ShownHandover; before?: Rate; after?: Rate }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { annee } = parseSearch(request, yearSearchSchema)
  const year = annee ?? Number(isoDayOf(nowMs()).slice(0, 4))
  const code = params.code ?? ''
  const canonical = canonicalCommuneCode(code)
  if (canonical !== code) return redirect(paths.communeLedgerCsv(canonical, year), 301)
  orNotFound(await findCommune(code))
  const { effects, outside } = await listToldEffects(code, year, await toldTo(request))
  const all: { row: LedgerRow; before?: Rate; after?: Rate }[] = [
    ...effects,
    ...outside.map((row) => ({ row })),
  ]
  const { shown } = await shownHandovers(request, all)
  const csv = toCsv<Entry>(columnsIn(await localeOf(request)), shown)
  return download(csv, `gisement-${code}-${year}.csv`, 'text/csv')
}

function columnsIn(locale: Locale): CsvColumn<Entry>[] {
  const t = translator(locale, communes)
  const tMaterial = translator(locale, materials)
  return [
    { header: t('csv.rank'), cell: ({ row }) => row.seq },
    { header: t('one.day'), cell: ({ row }) => row.own?.day ?? row.month },
    { header: t('one.material'), cell: ({ row }) => tMaterial(`type.${row.material}.name`) },
    { header: t('csv.massKg'), cell: ({ row }) => row.massG / 1000 },
    { header: t('one.to'), cell: ({ row }) => row.toCommuneName },
    {
      header: t('csv.distanceKm'),
      cell: ({ row }) => (row.straightM === null ? null : row.straightM / 1000),
    },
    {
      header: t('csv.netKg'),
      cell: ({ row }) => (row.netAvoidedGCo2e === null ? null : row.netAvoidedGCo2e / 1000),
    },
    { header: t('csv.inRate'), cell: ({ before }) => t(before ? 'csv.yes' : 'csv.no') },
    { header: t('csv.beforePercent'), cell: ({ before }) => percentOf(before) },
    { header: t('csv.afterPercent'), cell: ({ after }) => percentOf(after) },
    { header: t('one.corrected'), cell: ({ row }) => t(row.isCorrected ? 'csv.yes' : 'csv.no') },
    { header: t('one.lot'), cell: ({ row: { own } }) => own && `${own.lotReference} ${own.lotTitle}` },
    { header: t('one.site'), cell: ({ row: { own } }) => own?.siteName ?? null },
    { header: t('csv.handover'), cell: ({ row: { own } }) => own?.handoverId ?? null },
  ]
}

/** Percents with four decimals, so that a small handover shows; empty without a rate. */
function percentOf(rate: Rate | undefined): number | null {
  return typeof rate?.rate === 'number' ? Math.round(rate.rate * 1_000_000) / 10_000 : null
}
