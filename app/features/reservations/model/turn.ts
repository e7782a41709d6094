import type { HandoverState } from './handover'
import type { ReservationStatus, Side } from './machine'

/** Whose act a reservation waits for, seen by one side; `over` when nothing more happens. */
export type Turn = 'ours' | 'theirs' | 'over'

/** A request waits for the giver; an accepted one for whoever has not signed, and for both when figures differ. */
export function turnOf(status: ReservationStatus, side: Side, handover: HandoverState): Turn {
  if (status === 'requested') return side === 'giver' ? 'ours' : 'theirs'
  if (status !== 'accepted') return 'over'
  return handover.kind === 'waiting' && handover.signed === side ? 'theirs' : 'ours'
}
