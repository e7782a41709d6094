import type { LoaderFunctionArgs } from '@remix-run/node'
import { isoDayOf } from '~/core/days'
import { formatter } from '~/core/format'
import { MILLI } from '~/core/units'
import type { LineEntry } from '~/features/lots/model/waiting-line'
import { listLine } from '~/features/lots/queries/waiting.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { requireOwnLot } from '~/http/own-lot.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { waiting } from '~/messages/waiting'

/** The line of one's own lot, in its order. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { lot } = await requireOwnLot(request, params.lotId)
  const locale = await localeOf(request)
  const t = translator(locale, waiting)
  const columns: CsvColumn<LineEntry>[] = [
    { header: t('line.position'), cell: ({ position }) => position },
    { header: t('line.who'), cell: ({ name }) => name },
    { header: t('line.quantity'), cell: ({ quantityMilli }) => quantityMilli / MILLI },
    { header: t('csv.unit'), cell: () => formatter(locale).unit(lot.unit) },
    { header: t('line.since'), cell: ({ joinedAtMs }) => isoDayOf(joinedAtMs) },
    {
      header: t('csv.until'),
      cell: ({ priorityUntilMs }) =>
        priorityUntilMs === null ? null : new Date(priorityUntilMs).toISOString(),
    },
  ]
  return download(toCsv(columns, await listLine(lot.id)), `attente-${lot.reference}.csv`, 'text/csv')
}
