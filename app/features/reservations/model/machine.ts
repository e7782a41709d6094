import type { ReservationStatus } from '~/core/reservation-status'

export type { ReservationStatus }
export type Side = 'giver' | 'taker'
/** Who moves a reservation: a side, both once they agree, the Métropole's team, or the service itself. */
export type Mover = Side | 'both' | 'team' | 'system'
export const RESERVATION_ACTIONS = [
  'accept',
  'refuse',
  'cancel',
  'schedule',
  'reopen',
  'dispute',
  'resume',
  'resume-slot',
  'abandon',
  'expire',
  'complete',
  'reinstall',
] as const
export type ReservationAction = (typeof RESERVATION_ACTIONS)[number]

type Transition = {
  action: ReservationAction
  from: ReservationStatus
  to: ReservationStatus
  by: readonly Mover[]
}

const SIDES = ['giver', 'taker'] as const

/**
 * Who may move a reservation, from where to where; stock is held from the request on (`holdsStock`).
 * Nothing leaves `reinstalled`, `refused`, `cancelled` or `expired`. A slot that is agreed schedules, another proposal
 * reopens. A dispute is settled by both sides or by the team: resumed (with its slot while that is still to come) or
 * abandoned.
 */
const TRANSITIONS: readonly Transition[] = [
  { action: 'accept', from: 'requested', to: 'accepted', by: ['giver'] },
  { action: 'refuse', from: 'requested', to: 'refused', by: ['giver'] },
  { action: 'cancel', from: 'requested', to: 'cancelled', by: ['taker'] },
  { action: 'expire', from: 'requested', to: 'expired', by: ['system'] },
  { action: 'schedule', from: 'accepted', to: 'scheduled', by: SIDES },
  { action: 'cancel', from: 'accepted', to: 'cancelled', by: SIDES },
  { action: 'dispute', from: 'accepted', to: 'disputed', by: SIDES },
  { action: 'complete', from: 'accepted', to: 'collected', by: ['system'] },
  { action: 'reopen', from: 'scheduled', to: 'accepted', by: SIDES },
  { action: 'cancel', from: 'scheduled', to: 'cancelled', by: SIDES },
  { action: 'dispute', from: 'scheduled', to: 'disputed', by: SIDES },
  { action: 'complete', from: 'scheduled', to: 'collected', by: ['system'] },
  { action: 'resume', from: 'disputed', to: 'accepted', by: ['both', 'team'] },
  { action: 'resume-slot', from: 'disputed', to: 'scheduled', by: ['both', 'team'] },
  { action: 'abandon', from: 'disputed', to: 'cancelled', by: ['both', 'team'] },
  { action: 'reinstall', from: 'collected', to: 'reinstalled', by: ['taker'] },
]

/** The status an action leads to, or null when it is not allowed to this mover now. */
export function nextStatus(
  status: ReservationStatus,
  action: ReservationAction,
  by: Mover,
): ReservationStatus | null {
  const found = TRANSITIONS.find(
    (transition) => transition.action === action && transition.from === status && transition.by.includes(by),
  )
  return found?.to ?? null
}

/** The decisions a side can take now, in the order pages offer them. */
export function availableActions(status: ReservationStatus, by: Side): ReservationAction[] {
  return (['accept', 'refuse', 'cancel', 'dispute'] as const).filter(
    (action) => nextStatus(status, action, by) !== null,
  )
}

/** A request that the giver leaves unanswered frees its stock after this many days. */
export const REQUEST_DAYS = 7
