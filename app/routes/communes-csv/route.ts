import type { LoaderFunctionArgs } from '@remix-run/node'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import type { Locale } from '~/core/locale'
import { orderLines, type CommuneLine } from '~/features/accounting/model/commune-line'
import type { Rate } from '~/features/accounting/model/rates'
import type { Telling } from '~/features/accounting/model/told-account'
import { territorySearchSchema } from '~/features/accounting/schema'
import { readTerritory } from '~/features/accounting/territory.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { parseSearch } from '~/http/parse-search.server'
import { download } from '~/http/replies.server'
import { seenCommunes } from '~/http/seen-communes.server'
import { translator } from '~/messages/catalogue'
import { communes } from '~/messages/communes'

export async function loader({ request }: LoaderFunctionArgs) {
  const { annee, tri } = parseSearch(request, territorySearchSchema)
  const year = annee ?? Number(isoDayOf(nowMs()).slice(0, 4))
  const { lines } = await readTerritory(year, await seenCommunes(request))
  const csv = toCsv(columnsIn(await localeOf(request)), orderLines(lines, tri))
  return download(csv, `gisement-communes-${year}.csv`, 'text/csv')
}

function columnsIn(locale: Locale): CsvColumn<CommuneLine>[] {
  const t = translator(locale, communes)
  const noteOf = (telling: Telling) =>
    telling === 'whole' ? null : t(telling === 'few' ? 'csv.few' : 'csv.atLeast')
  return [
    { header: t('csv.code'), cell: ({ code }) => code },
    { header: t('commune'), cell: ({ name }) => name },
    { header: t('department'), cell: ({ departement }) => departement },
    { header: t('territory'), cell: ({ eptName }) => eptName },
    { header: t('csv.ratePercent'), cell: ({ account }) => percentOf(account.localReuse) },
    {
      header: t('csv.numeratorKg'),
      cell: ({ account: { localReuse, telling } }) => told(telling.rate, localReuse.numeratorG),
    },
    { header: t('csv.denominatorKg'), cell: ({ account }) => account.localReuse.denominatorG / 1000 },
    { header: t('csv.realisationPercent'), cell: ({ account }) => percentOf(account.realisation) },
    {
      header: t('csv.outsideKg'),
      cell: ({ account: { outside, telling } }) => told(telling.outside, outside.handedOverG),
    },
    { header: t('csv.note'), cell: ({ account: { telling } }) => noteOf(telling.rate) },
    { header: t('csv.outsideNote'), cell: ({ account: { telling } }) => noteOf(telling.outside) },
  ]
}

/** Kilograms; empty where only withheld handovers make the mass. */
function told(telling: Telling, massG: number): number | null {
  return telling === 'few' ? null : massG / 1000
}

/** Percents with two decimals; empty without a denominator. */
function percentOf({ rate }: Rate): number | null {
  return rate === null ? null : Math.round(rate * 10_000) / 100
}
