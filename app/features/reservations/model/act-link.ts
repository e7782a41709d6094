import { addDays } from '~/core/days'
import type { Side } from './machine'
import type { PickupFields, Slot } from './pickup'
import { canAgree, isSameSlot, pickupOf } from './pickup'
import type { ReservationStatus } from './machine'

/** What a link of an e-mail lets one person do to one reservation, without a session. */
export const LINKED_ACTS = ['accept', 'refuse', 'confirm-slot'] as const
export type LinkedAct = (typeof LINKED_ACTS)[number]

export type ActLink = {
  act: LinkedAct
  reservationId: string
  userId: string
  /** The half-day to confirm; null for an answer. */
  slot: Slot | null
  expiresAtMs: number
}

/** The side whose act it is: the giver answers, whoever did not propose confirms. */
export function sideOfLink(act: LinkedAct, reservation: PickupFields): Side {
  if (act !== 'confirm-slot') return 'giver'
  return reservation.pickupProposedBy === 'giver' ? 'taker' : 'giver'
}

/** Whether the act can be done now, on the reservation as it stands. */
export function isActOpen(
  { act, slot }: Pick<ActLink, 'act' | 'slot'>,
  reservation: PickupFields & { status: ReservationStatus },
): boolean {
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
