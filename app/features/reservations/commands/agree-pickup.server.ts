import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { nextStatus } from '../model/machine'
import { canAgree, isSameSlot, pickupOf, type Slot } from '../model/pickup'
import { sideOf } from '../model/side'
import { findReservation, moveReservation, setPickup } from '../repo.server'

type AgreePickup = { actor: Actor; reservationId: string; slot: Slot }

/**
 * Agrees to the half-day that the other side proposes. `slot` is the one that the person read: another proposal
 * in the meantime is a `conflict`. Agreeing twice is once; a day that has gone by is refused with `pickup-past`.
 */
export async function agreePickup(input: AgreePickup): Promise<Result<Slot>> {
  return withTx((tx) => agreePickupIn(tx, input))
}

/** The same inside the caller's transaction. */
export async function agreePickupIn(tx: Tx, input: AgreePickup): Promise<Result<Slot>> {
  const { actor, reservationId, slot } = input
  const reservation = await findReservation(tx, reservationId)
  const side = reservation && sideOf(reservation, actor.organisationId)
  if (!reservation || !side) return refused('not-found')
  const pickup = pickupOf(reservation)
  if (pickup.kind === 'none' || !isSameSlot(pickup.slot, slot)) return refused('conflict')
  if (pickup.kind === 'agreed') return ok(slot)
  if (!canAgree(reservation.status, side, pickup)) return refused('conflict')
  if (slot.on < isoDayOf(nowMs())) return refused('pickup-past')
  const status = nextStatus(reservation.status, 'schedule', side)
  if (!status || !(await moveReservation(tx, reservationId, reservation.status, { status })))
    return refused('conflict')
  await setPickup(tx, reservationId, { pickupAgreedAtMs: nowMs() })
  await recordChange(tx, {
    entity: 'reservation',
    entityId: reservationId,
    kind: 'pickup-agreed',
    actorUserId: actor.userId,
    detail: { ...slot, side },
  })
  await tell(tx, 'reservation.pickup-agreed', { reservationId, actorUserId: actor.userId, ...slot })
  return ok(slot)
}
