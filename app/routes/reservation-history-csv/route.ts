import type { LoaderFunctionArgs } from '@remix-run/node'
import { formatter } from '~/core/format'
import type { TimelineEntry } from '~/features/reservations/model/reservation-view'
import { listTimeline } from '~/features/reservations/queries.server'
import { timelineTitle } from '~/features/reservations/ui/timeline-title'
import { toCsv, type CsvColumn } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { download } from '~/http/replies.server'
import { requireParty } from '~/http/reservation-party.server'
import { translator } from '~/messages/catalogue'
import { disputes } from '~/messages/disputes'
import { handovers } from '~/messages/handovers'
import { history } from '~/messages/history'
import { pickups } from '~/messages/pickups'

/** What happened to a reservation, in order, for its two sides and the team: what its page shows. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await requireParty(request, params.reservationId)
  const locale = await localeOf(request)
  const t = translator(locale, handovers)
  const tHistory = translator(locale, history)
  const tDispute = translator(locale, disputes)
  const tPickup = translator(locale, pickups)
  const format = formatter(locale)
  const columns: CsvColumn<TimelineEntry>[] = [
    { header: tHistory('at'), cell: ({ atMs }) => new Date(atMs).toISOString() },
    { header: tHistory('what'), cell: ({ kind }) => timelineTitle(locale, kind) },
    { header: tHistory('who'), cell: ({ who }) => who },
    { header: tHistory('massKg'), cell: ({ massG }) => (massG !== null ? massG / 1000 : null) },
    {
      header: tHistory('criterion'),
      cell: ({ criterion }) => criterion && t(`criterion.${criterion}`),
    },
    {
      header: tHistory('detail'),
      cell: ({ slot, cause, outcome, signedElsewhere, reason, doneAtMs }) =>
        [
          slot && tPickup('slot', { day: format.dayLong(slot.on), part: tPickup(`part.${slot.part}`) }),
          doneAtMs !== null && t('timeline.doneAt', { at: format.instant(doneAtMs) }),
          signedElsewhere && t('timeline.onOther', { name: signedElsewhere }),
          cause && tDispute(`cause.${cause}`),
          outcome && tDispute(`outcome.${outcome}`),
          reason,
        ]
          .filter(Boolean)
          .join(' · ') || null,
    },
  ]
  return download(
    toCsv(columns, await listTimeline(view.id)),
    `historique-${view.lotReference}.csv`,
    'text/csv',
  )
}
