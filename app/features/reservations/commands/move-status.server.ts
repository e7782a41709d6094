import { refused, ok, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import type { Tx } from '~/platform/transaction.server'
import { nextStatus, type ReservationAction, type ReservationStatus } from '../model/machine'
import { sideOf } from '../model/side'
import { findReservation } from '../repo.server'
import { applyStatus } from './decide-reservation.server'

/**
 * Moves a reservation by an act of one of its sides, inside the caller's transaction, with all that follows from it.
 * Refuses `not-found` to strangers and `conflict` where the side may not do it now.
 */
export async function moveStatus(
  tx: Tx,
  input: { actor: Actor; reservationId: string; action: ReservationAction },
): Promise<Result<{ status: ReservationStatus }>> {
  const { actor, reservationId, action } = input
  const reservation = await findReservation(tx, reservationId)
  const side = reservation && sideOf(reservation, actor.organisationId)
  if (!reservation || !side) return refused('not-found')
  const status = nextStatus(reservation.status, action, side)
  if (!status) return refused('conflict')
  const moved = await applyStatus(tx, reservation, action, status, { actorUserId: actor.userId })
  return moved ? ok({ status }) : refused('conflict')
}
