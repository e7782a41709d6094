import type { LoaderFunctionArgs } from '@remix-run/node'
import { isoDayOf } from '~/core/days'
import { formatter } from '~/core/format'
import { MILLI } from '~/core/units'
import { listPlacesInLines, type PlaceInLine } from '~/features/lots/queries/waiting.server'
import { requireActor } from '~/http/actor.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { waiting } from '~/messages/waiting'

/** The lines in which one's own organisation stands. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'reservation:create')
  const locale = await localeOf(request)
  const t = translator(locale, waiting)
  const columns: CsvColumn<PlaceInLine>[] = [
    { header: t('csv.reference'), cell: ({ lotReference }) => lotReference },
    { header: t('mine.lot'), cell: ({ lotTitle }) => lotTitle },
    { header: t('line.quantity'), cell: ({ quantityMilli }) => quantityMilli / MILLI },
    { header: t('csv.unit'), cell: ({ lotUnit }) => formatter(locale).unit(lotUnit) },
    { header: t('line.position'), cell: ({ position }) => position },
    { header: t('csv.length'), cell: ({ length }) => length },
    { header: t('line.since'), cell: ({ joinedAtMs }) => isoDayOf(joinedAtMs) },
    {
      header: t('csv.until'),
      cell: ({ priorityUntilMs }) =>
        priorityUntilMs === null ? null : new Date(priorityUntilMs).toISOString(),
    },
  ]
  const places = await listPlacesInLines(actor.organisationId)
  return download(toCsv(columns, places), 'gisement-listes-attente.csv', 'text/csv')
}
