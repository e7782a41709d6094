import { addDays, type IsoDay } from '~/core/days'
import { isDue } from '~/core/reservation-status'
import type { DayPart } from '~/core/lot-terms'
import type { ReservationStatus, Side } from './machine'

/** A half-day on which a lot is collected. */
export type Slot = { on: IsoDay; part: DayPart }

/** Where the collection stands: one side proposes, the other agrees or proposes another. */
export type Pickup =
  { kind: 'none' } | { kind: 'proposed'; by: Side; slot: Slot } | { kind: 'agreed'; slot: Slot }

/** The days on which a lot may be collected; `last` is included. Empty when `last` is before `first`. */
export type PickupDays = { first: IsoDay; last: IsoDay }

export type PickupFields = {
  pickupOn: IsoDay | null
  pickupPart: DayPart | null
  pickupProposedBy: Side | null
  pickupAgreedAtMs: number | null
}

/** The state that a reservation's fields say. */
export function pickupOf(fields: PickupFields): Pickup {
  const { pickupOn, pickupPart, pickupProposedBy, pickupAgreedAtMs } = fields
  if (pickupOn === null || pickupPart === null || pickupProposedBy === null) return { kind: 'none' }
  const slot = { on: pickupOn, part: pickupPart }
  return pickupAgreedAtMs === null
    ? { kind: 'proposed', by: pickupProposedBy, slot }
    : { kind: 'agreed', slot }
}

/** From today or the lot's first day, to the last day of its window or, when it can be stored, of its storage. */
export function pickupDays(
  lot: { availableFrom: IsoDay; availableUntil: IsoDay; storageUntil: IsoDay | null },
  today: IsoDay,
): PickupDays {
  const until =
    lot.storageUntil !== null && lot.storageUntil > lot.availableUntil ? lot.storageUntil : lot.availableUntil
  return { first: lot.availableFrom > today ? lot.availableFrom : today, last: addDays(until, -1) }
}

export function isWithin({ on }: Slot, days: PickupDays): boolean {
  return days.first <= on && on <= days.last
}

/** Whether a side may propose now: the taker wishes with the request, then either side once it is accepted. */
export function canPropose(status: ReservationStatus, side: Side): boolean {
  return isDue(status) || (status === 'requested' && side === 'taker')
}

/** Whether a side may agree now: to the other side's proposal, once the reservation is accepted. */
export function canAgree(status: ReservationStatus, side: Side, pickup: Pickup): boolean {
  return status === 'accepted' && pickup.kind === 'proposed' && pickup.by !== side
}

export function isSameSlot(a: Slot, b: Slot): boolean {
  return a.on === b.on && a.part === b.part
}
