import type { LoaderFunctionArgs } from '@remix-run/node'
import type { ThreadMessage } from '~/features/reservations/model/thread'
import { listThread } from '~/features/reservations/queries/thread.server'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { requireThread } from '~/http/reservation-thread.server'
import { translator } from '~/messages/catalogue'
import { reservations } from '~/messages/reservations'
import { threads } from '~/messages/threads'

/** What the two sides wrote to each other, oldest first. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await requireThread(request, params.reservationId)
  const locale = await localeOf(request)
  const t = translator(locale, threads)
  const tReservation = translator(locale, reservations)
  const columns: CsvColumn<ThreadMessage>[] = [
    { header: t('csv.at'), cell: ({ sentAtMs }) => new Date(sentAtMs).toISOString() },
    { header: t('csv.side'), cell: ({ side }) => tReservation(side) },
    { header: t('csv.who'), cell: ({ who }) => who },
    { header: t('csv.text'), cell: ({ text }) => text },
    { header: t('csv.photos'), cell: ({ photos }) => photos.length },
  ]
  const csv = toCsv(columns, await listThread(view.id))
  return download(csv, `messages-${view.lotReference}.csv`, 'text/csv')
}
