import { and, eq, gt, gte, inArray, lte } from 'drizzle-orm'
import type { IsoDay } from '~/core/days'
import { LIVE_STATUSES } from '~/core/reservation-status'
import { reader } from '~/platform/db.server'
import { handovers, reservations } from '~db/sqlite/reservations'
import { selectReservations, type ReservationView } from '../queries.server'

/** Requests made before an instant that still wait for the giver and have not run out. */
export async function listUnansweredSince(beforeMs: number, nowMs: number): Promise<ReservationView[]> {
  return selectReservations().where(
    and(
      eq(reservations.status, 'requested'),
      lte(reservations.createdAtMs, beforeMs),
      gt(reservations.expiresAtMs, nowMs),
    ),
  )
}

/** Reservations whose pickup is agreed for a day. */
export async function listPickupsOn(day: IsoDay): Promise<ReservationView[]> {
  return selectReservations().where(and(isAgreed(), eq(reservations.pickupOn, day)))
}

/** Reservations whose agreed pickup was on a day or before, and whose handover is not signed by both. */
export async function listUnsignedUntil(day: IsoDay): Promise<ReservationView[]> {
  return selectReservations().where(and(isAgreed(), lte(reservations.pickupOn, day)))
}

/** What was handed over between two days, both included, and that nobody has said to be back in use. */
export async function listCollectedBetween(from: IsoDay, until: IsoDay): Promise<ReservationView[]> {
  const handed = reader()
    .select({ id: handovers.reservationId })
    .from(handovers)
    .where(and(gte(handovers.handedOverOn, from), lte(handovers.handedOverOn, until)))
  return selectReservations().where(
    and(eq(reservations.status, 'collected'), inArray(reservations.id, handed)),
  )
}

/** The requests and granted parts of a lot: those who wait for it. */
export async function listAwaitedOf(lotId: string): Promise<ReservationView[]> {
  return selectReservations().where(
    and(eq(reservations.lotId, lotId), inArray(reservations.status, [...LIVE_STATUSES])),
  )
}

function isAgreed() {
  return eq(reservations.status, 'scheduled')
}
