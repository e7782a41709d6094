import type { LoaderFunctionArgs } from '@remix-run/node'
import { formatter } from '~/core/format'
import type { Locale } from '~/core/locale'
import { paths } from '~/core/paths'
import { pickupCalendar, type PickupEvent } from '~/features/reservations/model/icalendar'
import { sideOf } from '~/features/reservations/model/side'
import { withdrawnSlot } from '~/features/reservations/model/withdrawn-slot'
import {
  findPickupPlace,
  findReservationView,
  listTimeline,
  type ReservationView,
} from '~/features/reservations/queries.server'
import { requireActor } from '~/http/actor.server'
import { calendarOrganizer } from '~/http/calendar-url.server'
import { localeOf } from '~/http/locale.server'
import { publicUrlOf } from '~/http/lot-page-url.server'
import { download, notFound, orNotFound } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { pickups } from '~/messages/pickups'

/**
 * The pickup of a reservation for the calendars of its two parties: agreed, with the address and contact that they may
 * see; or, once it no longer stands, a file that takes it back under the same id and a later version.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'reservation:read')
  const view = orNotFound(await findReservationView(params.reservationId ?? ''))
  if (sideOf(view, actor.organisationId) === null) throw notFound()
  const locale = await localeOf(request)
  const t = translator(locale, pickups)
  const base = {
    id: view.id,
    summary: t('calendarSummary', {
      lot: view.lotTitle,
      quantity: formatter(locale).quantity(view.quantityMilli, view.lotUnit),
    }),
    url: publicUrlOf(paths.reservation(view.id)),
    organizer: calendarOrganizer(),
  }
  const file = `enlevement-${view.lotReference}.ics`
  const off = withdrawnSlot(await listTimeline(view.id), view)
  if (off) {
    const event = {
      ...base,
      ...off.slot,
      location: '',
      description: view.lotReference,
      changedAtMs: off.atMs,
    }
    return download(pickupCalendar(event, 'CANCEL'), file, 'text/calendar')
  }
  const event = await agreedEvent(view, actor.organisationId, locale)
  return download(pickupCalendar({ ...base, ...event }, 'PUBLISH'), file, 'text/calendar')
}

async function agreedEvent(
  view: ReservationView,
  organisationId: string,
  locale: Locale,
): Promise<Pick<PickupEvent, 'on' | 'part' | 'location' | 'description' | 'changedAtMs'>> {
  const t = translator(locale, pickups)
  const place = orNotFound(await findPickupPlace(view, organisationId))
  const { access, contactName: name, contactPhone: phone } = place
  return {
    on: orNotFound(view.pickupOn),
    part: orNotFound(view.pickupPart),
    changedAtMs: orNotFound(view.pickupAgreedAtMs),
    location: `${place.siteName}, ${place.address}, ${view.lotCommuneName}`,
    description: [
      view.lotReference,
      name || phone ? t('calendarContact', { name, phone }) : '',
      access ? t('calendarAccess', { access }) : '',
    ]
      .filter(Boolean)
      .join('\n'),
  }
}
