import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import type { Locale } from '~/core/locale'
import { paths } from '~/core/paths'
import { readCommuneYear } from '~/features/accounting/commune-year.server'
import type { LedgerRow } from '~/features/accounting/model/ledger-row'
import type { Rate } from '~/features/accounting/model/rates'
import { isTooFew } from '~/features/board/model/suppression'
import { yearSearchSchema } from '~/features/accounting/schema'
import { canonicalCommuneCode } from '~/features/communes/model/commune'
import { findCommune } from '~/features/communes/queries.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { parseSearch } from '~/http/parse-search.server'
import { download, orNotFound } from '~/http/replies.server'
import { siteNamesFor } from '~/http/site-names.server'
import { translator } from '~/messages/catalogue'
import { communes } from '~/messages/communes'
import { materials } from '~/messages/materials'

type Entry = { row: LedgerRow; before?: Rate; after?: Rate }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { annee } = parseSearch(request, yearSearchSchema)
  const year = annee ?? Number(isoDayOf(nowMs()).slice(0, 4))
  const code = params.code ?? ''
  const canonical = canonicalCommuneCode(code)
  if (canonical !== code) return redirect(paths.communeLedgerCsv(canonical, year), 301)
  orNotFound(await findCommune(code))
  const { effects, outside } = await readCommuneYear(code, year)
  const { hideIn, isKnown, seesAll } = await siteNamesFor(request, code)
  const all: Entry[] = [...effects, ...outside.map((row) => ({ row }))]
  const others = all.filter(({ row }) => !isKnown(row.siteId))
  const isFew = isTooFew(others.length, seesAll ? 'detail' : 'public')
  const told = isFew ? all.filter(({ row }) => isKnown(row.siteId)) : all
  // A rate before and after would give back what the row no longer says.
  const entries = told.map(({ row, ...rates }): Entry => ({
    row: hideIn(row),
    ...(isKnown(row.siteId) && rates),
  }))
  const csv = toCsv(columnsIn(await localeOf(request)), entries)
  return download(csv, `gisement-${code}-${year}.csv`, 'text/csv')
}

function columnsIn(locale: Locale): CsvColumn<Entry>[] {
  const t = translator(locale, communes)
  const tMaterial = translator(locale, materials)
  return [
    { header: t('csv.rank'), cell: ({ row }) => row.seq },
    { header: t('one.day'), cell: ({ row }) => row.handedOverOn },
    { header: t('one.lot'), cell: ({ row }) => `${row.lotReference} ${row.lotTitle}` },
    { header: t('one.site'), cell: ({ row }) => row.siteName },
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
    { header: t('csv.handover'), cell: ({ row }) => row.handoverId },
  ]
}

/** Percents with four decimals, so that a small handover shows; empty without a rate. */
function percentOf(rate: Rate | undefined): number | null {
  return typeof rate?.rate === 'number' ? Math.round(rate.rate * 1_000_000) / 10_000 : null
}
