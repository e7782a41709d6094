import { dayNumber, type IsoDay } from '~/core/days'
import type { HandoverState } from './handover'
import type { ReservationStatus } from './machine'
import { pickupOf, type PickupFields } from './pickup'

/** Days after an agreed pickup from which a reservation that nobody signed is called overdue. */
export const OVERDUE_AFTER_DAYS = 2

/** Whether the agreed day has gone by with nothing signed: both sides are reminded, and either may free the quantity. */
export function isOverdue(
  view: PickupFields & { status: ReservationStatus },
  handover: HandoverState,
  today: IsoDay,
): boolean {
  const pickup = pickupOf(view)
  if (view.status !== 'scheduled' || pickup.kind !== 'agreed' || handover.kind !== 'none') return false
  return dayNumber(today) - dayNumber(pickup.slot.on) >= OVERDUE_AFTER_DAYS
}
