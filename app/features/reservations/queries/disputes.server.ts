import { and, asc, eq, isNull } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { reservationDisputes } from '~db/sqlite/arrangements'
import { reservations } from '~db/sqlite/reservations'
import type { DisputeView } from '../model/dispute'
import { selectReservations, type ReservationView } from '../queries.server'

/** The dispute of a reservation that waits to be settled; null when there is none. */
export async function findOpenDisputeOf(reservationId: string): Promise<DisputeView | null> {
  const rows = await reader()
    .select()
    .from(reservationDisputes)
    .where(and(eq(reservationDisputes.reservationId, reservationId), isNull(reservationDisputes.settledAtMs)))
    .limit(1)
  const row = rows[0]
  if (!row) return null
  const { id, openedBy, cause, text, openedAtMs, proposedOutcome: outcome, proposedBy: by } = row
  const proposed = outcome && by ? { outcome, by, note: row.proposedNote } : null
  return { id, openedBy, cause, text, openedAtMs, proposed }
}

/** Reservations in dispute, the oldest request first: what the Métropole's team may be asked to settle. */
export async function listDisputed(): Promise<ReservationView[]> {
  return selectReservations()
    .where(eq(reservations.status, 'disputed'))
    .orderBy(asc(reservations.createdAtMs), asc(reservations.id))
    .limit(200)
}
