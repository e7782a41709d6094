import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { ok, refused, type Result } from '~/core/result'
import { findLot } from '~/features/lots/queries.server'
import type { LotView } from '~/features/lots/model/lot'
import type { Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { nextStatus } from '../model/machine'
import { canPropose, isSameSlot, isWithin, pickupDays, pickupOf, type Slot } from '../model/pickup'
import { sideOf } from '../model/side'
import { findReservation, moveReservation, setPickup } from '../repo.server'
import { forgetOffered } from '../repo/offers.server'

type ProposePickup = { actor: Actor; reservationId: string; slot: Slot }

/**
 * Proposes a half-day for the pickup, in place of any other; the other side then agrees or proposes another.
 * The same proposal twice is one. Refuses `not-found` to strangers, `conflict` out of turn and `pickup-days` outside
 * the days that the lot allows.
 */
export async function proposePickup(input: ProposePickup): Promise<Result<Slot>> {
  const { actor, reservationId, slot } = input
  return withTx(async (tx) => {
    const reservation = await findReservation(tx, reservationId)
    const side = reservation && sideOf(reservation, actor.organisationId)
    if (!reservation || !side) return refused('not-found')
    if (!canPropose(reservation.status, side)) return refused('conflict')
    const lot = await findLot(reservation.lotId)
    if (!lot) return refused('not-found')
    const refusal = slotRefusal(lot, slot)
    if (refusal) return refusal
    const pickup = pickupOf(reservation)
    const isAgain = pickup.kind === 'proposed' && pickup.by === side && isSameSlot(pickup.slot, slot)
    const isAgreed = pickup.kind === 'agreed' && isSameSlot(pickup.slot, slot)
    if (isAgain || isAgreed) return ok(slot)
    const reopened = nextStatus(reservation.status, 'reopen', side)
    if (reopened) await moveReservation(tx, reservationId, reservation.status, { status: reopened })
    await forgetOffered(tx, reservationId)
    await setPickup(tx, reservationId, {
      pickupOn: slot.on,
      pickupPart: slot.part,
      pickupProposedBy: side,
      pickupAgreedAtMs: null,
    })
    await recordChange(tx, {
      entity: 'reservation',
      entityId: reservationId,
      kind: 'pickup-proposed',
      actorUserId: actor.userId,
      detail: { ...slot, side },
    })
    await tell(tx, 'reservation.pickup-proposed', { reservationId, actorUserId: actor.userId, ...slot })
    return ok(slot)
  })
}

/** Why a lot cannot be collected then; null when it can. */
export function slotRefusal(
  lot: Pick<LotView, 'availableFrom' | 'availableUntil' | 'storageUntil'>,
  slot: Slot,
) {
  const days = pickupDays(lot, isoDayOf(nowMs()))
  return isWithin(slot, days) ? null : refused('pickup-days', { field: 'pickupOn', params: days })
}
