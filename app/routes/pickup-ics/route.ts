import type { LoaderFunctionArgs } from '@remix-run/node'
import { formatter } from '~/core/format'
import { paths } from '~/core/paths'
import { pickupCalendar } from '~/features/reservations/model/icalendar'
import { findPickupPlace, findReservationView } from '~/features/reservations/queries.server'
import { requireActor } from '~/http/actor.server'
import { localeOf } from '~/http/locale.server'
import { download, orNotFound } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { pickups } from '~/messages/pickups'

/** An agreed pickup for the calendars of its two parties, with the address and contact that they may see. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'reservation:read')
  const view = orNotFound(await findReservationView(params.reservationId ?? ''))
  const place = orNotFound(await findPickupPlace(view, actor.organisationId))
  const on = orNotFound(view.pickupOn)
  const part = orNotFound(view.pickupPart)
  const changedAtMs = orNotFound(view.pickupAgreedAtMs)
  const locale = await localeOf(request)
  const t = translator(locale, pickups)
  const { access, contactName: name, contactPhone: phone } = place
  const body = pickupCalendar({
    id: view.id,
    on,
    part,
    summary: t('calendarSummary', {
      lot: view.lotTitle,
      quantity: formatter(locale).quantity(view.quantityMilli, view.lotUnit),
    }),
    location: `${place.siteName}, ${place.address}, ${view.lotCommuneName}`,
    description: [
      view.lotReference,
      name || phone ? t('calendarContact', { name, phone }) : '',
      access ? t('calendarAccess', { access }) : '',
    ]
      .filter(Boolean)
      .join('\n'),
    url: new URL(paths.reservation(view.id), request.url).href,
    changedAtMs,
  })
  return download(body, `enlevement-${view.lotReference}.ics`, 'text/calendar')
}
