import type { Actor } from '~/features/organisations/model/permissions'
import type { Side } from '~/features/reservations/model/machine'
import { sideOf } from '~/features/reservations/model/side'
import { findReservationView, type ReservationView } from '~/features/reservations/queries.server'
import { requireActor } from './actor.server'
import { notFound, orNotFound } from './replies.server'

/** The reservation whose messages a request asks for, for one of its two sides; 404 to everyone else, the team too. */
export async function requireThread(
  request: Request,
  reservationId = '',
): Promise<{ actor: Actor; view: ReservationView; side: Side }> {
  const actor = await requireActor(request, 'reservation:write')
  const view = orNotFound(await findReservationView(reservationId))
  const side = sideOf(view, actor.organisationId)
  if (!side) throw notFound()
  return { actor, view, side }
}
