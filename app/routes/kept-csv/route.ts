import type { LoaderFunctionArgs } from '@remix-run/node'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { keptLotsOf, type KeptLot } from '~/http/kept-list.server'
import { localeOf } from '~/http/locale.server'
import { lotColumnsIn } from '~/http/lot-columns.server'
import { publicUrl } from '~/http/lot-page-url.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { keep } from '~/messages/keep'
import { lots as lotTexts } from '~/messages/lots'

/** What whoever asks keeps, with the state of each offer. Their own list: it asks who is there to find it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const locale = await localeOf(request)
  const t = translator(locale, keep)
  const tLots = translator(locale, lotTexts)
  const columns: CsvColumn<KeptLot>[] = [
    {
      header: t('csv.state'),
      cell: ({ state }) => (state === 'open' ? t('csv.open') : tLots(`status.${state}`)),
    },
    ...lotColumnsIn(locale, publicUrl()).map(({ header, cell }) => ({
      header,
      cell: ({ lot }: KeptLot) => cell(lot),
    })),
  ]
  const { kept } = await keptLotsOf(request)
  return download(toCsv(columns, kept), `${t('csv.file')}.csv`, 'text/csv')
}
