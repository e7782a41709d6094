import type { LoaderFunctionArgs } from '@remix-run/node'
import { formatter } from '~/core/format'
import { judgeCounts } from '~/features/reservations/model/counts'
import { listCounts } from '~/features/reservations/queries/counts.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { requireParty } from '~/http/reservation-party.server'
import { translator } from '~/messages/catalogue'
import { handoverCounts } from '~/messages/handover-counts'
import { handoverPapers } from '~/messages/handover-papers'
import { reservations } from '~/messages/reservations'

/** What the two sides of a reservation counted at its collection. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await requireParty(request, params.reservationId)
  const locale = await localeOf(request)
  const t = translator(locale, handoverCounts)
  const tReservation = translator(locale, reservations)
  const tPaper = translator(locale, handoverPapers)
  const format = formatter(locale)
  const body = toCsv(
    [
      { header: t('side'), cell: ({ side }) => tReservation(side) },
      { header: t('reserved'), cell: () => view.quantityMilli / 1000 },
      { header: t('counted'), cell: ({ countedMilli }) => countedMilli / 1000 },
      { header: t('gap'), cell: ({ gapMilli }) => gapMilli / 1000 },
      { header: t('unit'), cell: () => format.unit(view.lotUnit) },
      { header: t('weighedKg'), cell: ({ weighedG }) => (weighedG === null ? null : weighedG / 1000) },
      { header: t('slipNumber'), cell: ({ slipNumber }) => slipNumber },
      { header: t('items'), cell: ({ items }) => items.join(' ') },
      {
        header: t('why'),
        cell: ({ reason, difference }) =>
          [reason && tPaper(`reason.${reason}`), difference].filter(Boolean).join(' – '),
      },
      { header: t('who'), cell: ({ who }) => who },
      { header: t('when'), cell: ({ countedAtMs }) => format.instant(countedAtMs) },
      { header: t('received'), cell: ({ receivedAtMs }) => format.instant(receivedAtMs) },
    ],
    judgeCounts(await listCounts(view.id), view.quantityMilli).counts,
  )
  return download(body, `${t('file')}-${view.lotReference}.csv`, 'text/csv')
}
