import { addDays } from '~/core/days'
import type { Side } from './machine'
import type { OfferedSlot } from './offer'
import type { PickupFields, Slot } from './pickup'
import { canAgree, isSameSlot, pickupOf } from './pickup'
import type { ReservationStatus } from './machine'

/** What a link of an e-mail lets one person do to one reservation, without a session. */
export const LINKED_ACTS = ['accept', 'refuse', 'confirm-slot', 'choose-slot'] as const
export type LinkedAct = (typeof LINKED_ACTS)[number]

export type ActLink = {
  act: LinkedAct
  reservationId: string
  userId: string
  /** The half-day to confirm or to choose; null for an answer. */
  slot: Slot | null
  /** When the giver made the offer that the half-day is chosen from; null for other acts. */
  offeredAtMs: number | null
  expiresAtMs: number
}

/** The side whose act it is: the giver answers, the taker chooses, whoever did not propose confirms. */
export function sideOfLink(act: LinkedAct, reservation: PickupFields): Side {
  if (act === 'choose-slot') return 'taker'
  if (act !== 'confirm-slot') return 'giver'
  return reservation.pickupProposedBy === 'giver' ? 'taker' : 'giver'
}

/**
 * Whether the act can be done now, on the reservation as it stands. A half-day is chosen from the offer that its link was
 * written for: after another offer, the link is of the past, even where that offers the same half-day.
 */
export function isActOpen(
  { act, slot, offeredAtMs }: Pick<ActLink, 'act' | 'slot' | 'offeredAtMs'>,
  reservation: PickupFields & { status: ReservationStatus },
  offers: readonly OfferedSlot[],
): boolean {
  if (act === 'choose-slot') {
    return (
      slot !== null &&
      reservation.status === 'accepted' &&
      offers.some((offer) => isSameSlot(offer, slot) && offer.offeredAtMs === offeredAtMs)
    )
  }
  if (act !== 'confirm-slot') return reservation.status === 'requested'
  const pickup = pickupOf(reservation)
  return (
    slot !== null &&
    pickup.kind === 'proposed' &&
    isSameSlot(pickup.slot, slot) &&
    canAgree(reservation.status, sideOfLink(act, reservation), pickup)
  )
}

/** A slot can be confirmed until its day is over in UTC, an answer be given until the request expires. */
export function expiryOf(reservation: { expiresAtMs: number | null }, slot: Slot | null): number {
  if (slot) return Date.parse(`${addDays(slot.on, 1)}T00:00:00Z`)
  return reservation.expiresAtMs ?? 0
}
