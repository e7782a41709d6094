import type { LoaderFunctionArgs } from '@remix-run/node'
import { periodSlug } from '~/features/board/model/board-period'
import type { PeerRow } from '~/features/board/model/peers'
import { boardPeers } from '~/http/board-rows.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { boardRows } from '~/messages/board-rows'
import { translator } from '~/messages/catalogue'

/** The places of a comparison with what it divides. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { perimeter, period, rows } = await boardPeers(request, params.slug)
  const t = translator(await localeOf(request), boardRows)
  const kg = (massG: number | null) => (massG === null ? null : massG / 1000)
  const hundredth = (value: number | null, by: number) =>
    value === null ? null : Math.round(value * by * 100) / 100
  const columns: CsvColumn<PeerRow>[] = [
    { header: t('peers.place'), cell: ({ name }) => name },
    {
      header: t('peers.percent', { name: t('peers.rate') }),
      cell: ({ values }) => hundredth(values.rate, 100),
    },
    { header: t('peers.kg', { name: t('peers.reused') }), cell: ({ reusedG }) => kg(reusedG) },
    { header: t('peers.kg', { name: t('peers.inventoried') }), cell: (row) => kg(row.inventoriedG) },
    { header: t('peers.kg', { name: t('peers.mass') }), cell: ({ massG }) => kg(massG) },
    { header: t('peers.sites'), cell: ({ sites }) => sites },
    { header: t('peers.population'), cell: ({ population }) => population },
    {
      header: t('peers.kg', { name: t('peers.perSite') }),
      cell: ({ values }) => hundredth(values.perSite, 0.001),
    },
    // Grams for each inhabitant are kilograms for a thousand.
    {
      header: t('peers.kg', { name: t('peers.perInhabitant') }),
      cell: ({ values }) => hundredth(values.perInhabitant, 1),
    },
    {
      header: t('peers.noteColumn'),
      cell: ({ massG, reusedG }) => (massG === null || reusedG === null ? t('peers.few') : null),
    },
  ]
  const name = `gisement-${perimeter.slug}-${periodSlug(period)}-comparaison.csv`
  return download(toCsv(columns, rows), name, 'text/csv')
}
