import type { Confirmation } from './handover'
import { handoverState } from './handover'
import type { Side } from './machine'
import type { ReservationView } from './reservation-view'
import { sideOf } from './side'
import { turnOf, type Turn } from './turn'

/** A reservation in the list of one of its sides. */
export type ReservationRow = { view: ReservationView; side: Side; turn: Turn }

/** Reservations as one organisation sees them; those of others are left out. */
export function rowsFor(
  organisationId: string,
  views: readonly ReservationView[],
  confirmations: ReadonlyMap<string, readonly Confirmation[]>,
): ReservationRow[] {
  return views.flatMap((view) => {
    const side = sideOf(view, organisationId)
    if (!side) return []
    return [{ view, side, turn: turnOf(view.status, side, handoverState(confirmations.get(view.id) ?? [])) }]
  })
}
