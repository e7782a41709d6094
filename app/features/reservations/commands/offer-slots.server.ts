import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { isDue } from '~/core/reservation-status'
import { ok, refused, type Result } from '~/core/result'
import { findLot } from '~/features/lots/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { nextStatus } from '../model/machine'
import { isInStrip, isSameOffer, slotValue, sortSlots, weekOf } from '../model/offer'
import { pickupDays, type Slot } from '../model/pickup'
import { sideOf } from '../model/side'
import { findReservation, moveReservation, setPickup } from '../repo.server'
import { listOffered, replaceOffered } from '../repo/offers.server'

type OfferSlots = { actor: Actor; reservationId: string; slots: readonly Slot[] }

/**
 * Offers half-days of the coming week, as the giver of a granted reservation, in place of any slot that was offered,
 * proposed or agreed; the taker chooses one. The same offer twice is one. Refuses `not-found` to strangers, `conflict` to
 * the taker or out of turn, `invalid` without a slot and `pickup-days` outside the week that the lot allows.
 */
export async function offerSlots(input: OfferSlots): Promise<Result<readonly Slot[]>> {
  const { actor, reservationId } = input
  const slots = sortSlots(input.slots)
  if (slots.length === 0) return refused('invalid', { field: 'slots' })
  return withTx(async (tx) => {
    const reservation = await findReservation(tx, reservationId)
    const side = reservation && sideOf(reservation, actor.organisationId)
    if (!reservation || !side) return refused('not-found')
    if (side !== 'giver' || !isDue(reservation.status)) return refused('conflict')
    const lot = await findLot(reservation.lotId)
    if (!lot) return refused('not-found')
    const days = pickupDays(lot, isoDayOf(nowMs()))
    if (!isInStrip(slots, days)) {
      const last = weekOf(days).at(-1) ?? days.last
      return refused('pickup-days', { field: 'slots', params: { first: days.first, last } })
    }
    if (isSameOffer(slots, await listOffered(tx, reservationId))) return ok(slots)
    const reopened = nextStatus(reservation.status, 'reopen', side)
    if (reopened) await moveReservation(tx, reservationId, reservation.status, { status: reopened })
    const none = { pickupOn: null, pickupPart: null, pickupProposedBy: null, pickupAgreedAtMs: null }
    await setPickup(tx, reservationId, none)
    const by = { offeredByUserId: actor.userId, offeredAtMs: nowMs() }
    await replaceOffered(tx, reservationId, slots, by)
    await recordChange(tx, {
      entity: 'reservation',
      entityId: reservationId,
      kind: 'slots-offered',
      actorUserId: actor.userId,
      detail: { slots: slots.map(slotValue) },
    })
    await tell(tx, 'reservation.slots-offered', { reservationId, actorUserId: actor.userId })
    return ok(slots)
  })
}
