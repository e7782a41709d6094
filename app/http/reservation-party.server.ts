import { sideOf } from '~/features/reservations/model/side'
import { findReservationView } from '~/features/reservations/queries.server'
import { requireActor, requireRight } from './actor.server'
import { orNotFound } from './replies.server'

/** A reservation for one of its sides, or for the Métropole's team, who read it; `side` is null for the latter. */
export async function requireParty(request: Request, reservationId = '') {
  const actor = await requireActor(request, 'reservation:read')
  const view = orNotFound(await findReservationView(reservationId))
  const owners = [view.giverOrganisationId, view.takerOrganisationId]
  requireRight(actor, 'reservation:read', { ownerOrganisationIds: owners })
  return { actor, view, side: sideOf(view, actor.organisationId) }
}
