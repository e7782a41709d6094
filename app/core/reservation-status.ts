/** The life of a reservation, from the request to the material in its new place. */
export const RESERVATION_STATUSES = [
  'requested',
  'accepted',
  'scheduled',
  'disputed',
  'collected',
  'reinstalled',
  'refused',
  'cancelled',
  'expired',
] as const
export type ReservationStatus = (typeof RESERVATION_STATUSES)[number]

/** The giver granted the part and it can be collected and signed. */
export const DUE_STATUSES = ['accepted', 'scheduled'] as const satisfies readonly ReservationStatus[]
/** The giver granted the part and it is not handed over yet. */
export const GRANTED_STATUSES = [...DUE_STATUSES, 'disputed'] as const
/** Under way: somebody waits for it. */
export const LIVE_STATUSES = ['requested', ...GRANTED_STATUSES] as const
/** Handed over: both sides signed the same mass. */
export const HANDED_OVER_STATUSES = [
  'collected',
  'reinstalled',
] as const satisfies readonly ReservationStatus[]
/** Granted, whether handed over or not: what counts towards a need. */
export const SERVING_STATUSES = [...GRANTED_STATUSES, ...HANDED_OVER_STATUSES] as const

export function isDue(status: ReservationStatus): boolean {
  return isOneOf(DUE_STATUSES, status)
}

export function isGranted(status: ReservationStatus): boolean {
  return isOneOf(GRANTED_STATUSES, status)
}

export function isLive(status: ReservationStatus): boolean {
  return isOneOf(LIVE_STATUSES, status)
}

export function isHandedOver(status: ReservationStatus): boolean {
  return isOneOf(HANDED_OVER_STATUSES, status)
}

/** Whether a status keeps its part of the lot's stock from others. */
export function holdsStock(status: ReservationStatus): boolean {
  return isLive(status) || isHandedOver(status)
}

function isOneOf(statuses: readonly ReservationStatus[], status: ReservationStatus): boolean {
  return statuses.includes(status)
}
