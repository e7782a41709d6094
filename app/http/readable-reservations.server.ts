import { can } from '~/features/organisations/model/permissions'
import { listReservationsOf } from '~/features/reservations/queries.server'
import { optionalActor } from './actor.server'

/** Which reservations behind these handovers the reader may open: their own, or all for the Métropole's team. */
export async function readableReservations(
  request: Request,
  rows: readonly { reservationId: string }[],
): Promise<string[]> {
  const actor = await optionalActor(request)
  if (!actor || !can(actor, 'reservation:read')) return []
  const ids = rows.map(({ reservationId }) => reservationId)
  if (can(actor, 'reservation:read', { ownerOrganisationIds: [] })) return ids
  const own = new Set((await listReservationsOf(actor.organisationId)).map(({ id }) => id))
  return ids.filter((id) => own.has(id))
}
