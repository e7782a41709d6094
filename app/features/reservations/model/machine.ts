/** The life of a reservation; stock is held from the request on. */
export const RESERVATION_STATUSES = [
  'requested',
  'accepted',
  'collected',
  'reinstalled',
  'refused',
  'cancelled',
  'expired',
] as const
export type ReservationStatus = (typeof RESERVATION_STATUSES)[number]
export type Side = 'giver' | 'taker'
export type ReservationAction = 'accept' | 'refuse' | 'cancel' | 'expire' | 'complete' | 'reinstall'

type Transition = {
  action: ReservationAction
  from: ReservationStatus
  to: ReservationStatus
  by: readonly (Side | 'system')[]
}

/** Who may move a reservation, from where to where. Nothing leaves `reinstalled`, `refused`, `cancelled` or `expired`. */
const TRANSITIONS: readonly Transition[] = [
  { action: 'accept', from: 'requested', to: 'accepted', by: ['giver'] },
  { action: 'refuse', from: 'requested', to: 'refused', by: ['giver'] },
  { action: 'cancel', from: 'requested', to: 'cancelled', by: ['taker'] },
  { action: 'cancel', from: 'accepted', to: 'cancelled', by: ['giver', 'taker'] },
  { action: 'expire', from: 'requested', to: 'expired', by: ['system'] },
  { action: 'complete', from: 'accepted', to: 'collected', by: ['system'] },
  { action: 'reinstall', from: 'collected', to: 'reinstalled', by: ['taker'] },
]

/** The status an action leads to, or null when it is not allowed to this side now. */
export function nextStatus(
  status: ReservationStatus,
  action: ReservationAction,
  by: Side | 'system',
): ReservationStatus | null {
  const found = TRANSITIONS.find(
    (transition) => transition.action === action && transition.from === status && transition.by.includes(by),
  )
  return found?.to ?? null
}

/** The actions a side can take now, in the order pages offer them. */
export function availableActions(status: ReservationStatus, by: Side): ReservationAction[] {
  return (['accept', 'refuse', 'cancel'] as const).filter((action) => nextStatus(status, action, by) !== null)
}

/** Whether a status keeps its part of the lot's stock from others. */
export function holdsStock(status: ReservationStatus): boolean {
  return status === 'requested' || status === 'accepted' || isHandedOver(status)
}

/** Whether both sides have signed that the material left, whatever came after. */
export function isHandedOver(status: ReservationStatus): boolean {
  return status === 'collected' || status === 'reinstalled'
}

/** The statuses of what was handed over, for queries. */
export const HANDED_OVER = ['collected', 'reinstalled'] as const satisfies readonly ReservationStatus[]

/** A request that the giver leaves unanswered frees its stock after this many days. */
export const REQUEST_DAYS = 7
