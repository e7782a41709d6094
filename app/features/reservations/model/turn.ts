import { isLive } from '~/core/reservation-status'
import type { HandoverState } from './handover'
import type { ReservationStatus, Side } from './machine'

/** Whose act a reservation waits for, seen by one side; `over` when nothing more happens. */
export type Turn = 'ours' | 'theirs' | 'over'

/** A request waits for the giver, a dispute for both sides; a granted one for whoever has not signed, and for both when figures differ. */
export function turnOf(status: ReservationStatus, side: Side, handover: HandoverState): Turn {
  if (status === 'requested') return side === 'giver' ? 'ours' : 'theirs'
  if (!isLive(status)) return 'over'
  if (status === 'disputed') return 'ours'
  return handover.kind === 'waiting' && handover.signed === side ? 'theirs' : 'ours'
}
