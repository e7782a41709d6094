import { nowMs } from '~/core/clock'
import { isCountable } from '~/core/units'
import { isGranted, isHandedOver } from '~/core/reservation-status'
import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { findReservationView } from '../queries.server'
import { sideOf } from '../model/side'
import { findHandoverCheck, findReservation, insertHandoverCheck } from '../repo.server'

type RecordCheck = {
  actor: Actor
  /** Made on the device, so that sending twice keeps once. */
  id: string
  reservationId: string
  countedMilli: number
  /** Why it is not the reserved quantity; empty when it is. */
  difference: string
  /** By the clock of the device; never later than now. */
  countedAtMs: number
}

/**
 * Keeps what one side counted at a collection. Refuses `not-found` to strangers, a part of a piece, a difference that
 * is not explained, and `conflict` unless the reservation is granted or handed over.
 */
export async function recordHandoverCheck(input: RecordCheck): Promise<Result<{ id: string }>> {
  const { actor, id, reservationId, countedMilli, difference } = input
  const view = await findReservationView(reservationId)
  if (!view) return refused('not-found')
  return withTx(async (tx) => {
    const reservation = await findReservation(tx, reservationId)
    const side = reservation && sideOf(reservation, actor.organisationId)
    if (!reservation || !side) return refused('not-found')
    const known = await findHandoverCheck(tx, id)
    if (known) return known.reservationId === reservationId ? ok({ id }) : refused('conflict')
    if (!isGranted(reservation.status) && !isHandedOver(reservation.status)) return refused('conflict')
    if (!isCountable(countedMilli, view.lotUnit)) return refused('whole-units', { field: 'counted' })
    if (countedMilli !== reservation.quantityMilli && difference === '')
      return refused('difference-required', { field: 'difference' })
    await insertHandoverCheck(tx, {
      id,
      reservationId,
      side,
      countedMilli,
      difference: countedMilli === reservation.quantityMilli ? '' : difference,
      userId: actor.userId,
      countedAtMs: Math.min(input.countedAtMs, nowMs()),
      receivedAtMs: nowMs(),
    })
    await recordChange(tx, {
      entity: 'reservation',
      entityId: reservationId,
      kind: `counted-by-${side}`,
      actorUserId: actor.userId,
      detail: { countedMilli, difference },
    })
    return ok({ id })
  })
}
