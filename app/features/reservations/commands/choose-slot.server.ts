import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { ok, refused, type Result } from '~/core/result'
import { findLot } from '~/features/lots/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { nextStatus } from '../model/machine'
import { isSameSlot, pickupOf, type Slot } from '../model/pickup'
import { sideOf } from '../model/side'
import { findReservation, moveReservation, setPickup } from '../repo.server'
import { slotRefusal } from './propose-pickup.server'
import { forgetOffered, listOffered } from '../repo/offers.server'

type ChooseSlot = {
  actor: Actor
  reservationId: string
  slot: Slot
  /** The offer that the person read, where their act names one; the one that stands otherwise. */
  offeredAtMs?: number
}

/**
 * Chooses one of the half-days that the giver offers, as the taker: it is agreed at once. Choosing it twice is once.
 * Refuses `not-found` to strangers, `conflict` for a slot that is not offered (any more), `pickup-past`, and `pickup-days` when the lot has changed its days.
 */
export async function chooseSlot(input: ChooseSlot): Promise<Result<Slot>> {
  return withTx((tx) => chooseSlotIn(tx, input))
}

/** The same inside the caller's transaction. */
export async function chooseSlotIn(tx: Tx, input: ChooseSlot): Promise<Result<Slot>> {
  const { actor, reservationId, slot, offeredAtMs } = input
  const reservation = await findReservation(tx, reservationId)
  const side = reservation && sideOf(reservation, actor.organisationId)
  if (!reservation || !side) return refused('not-found')
  const pickup = pickupOf(reservation)
  if (pickup.kind === 'agreed' && isSameSlot(pickup.slot, slot)) return ok(slot)
  const isOffered = (await listOffered(tx, reservationId)).some(
    (one) => isSameSlot(one, slot) && (offeredAtMs ?? one.offeredAtMs) === one.offeredAtMs,
  )
  const status = nextStatus(reservation.status, 'schedule', side)
  if (side !== 'taker' || !isOffered || !status) return refused('conflict')
  if (slot.on < isoDayOf(nowMs())) return refused('pickup-past')
  const lot = await findLot(reservation.lotId)
  const refusal = lot && slotRefusal(lot, slot)
  if (refusal) return refusal
  if (!(await moveReservation(tx, reservationId, reservation.status, { status }))) return refused('conflict')
  await setPickup(tx, reservationId, {
    pickupOn: slot.on,
    pickupPart: slot.part,
    pickupProposedBy: 'giver',
    pickupAgreedAtMs: nowMs(),
  })
  await forgetOffered(tx, reservationId)
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
