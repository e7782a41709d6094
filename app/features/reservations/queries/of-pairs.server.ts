import { and, count, desc, eq, inArray, isNotNull, or, type SQL } from 'drizzle-orm'
import type { MaterialType } from '~/core/material-types'
import { LIVE_STATUSES } from '~/core/reservation-status'
import { reader, type Db } from '~/platform/db.server'
import { lots } from '~db/sqlite/lots'
import { reservations } from '~db/sqlite/reservations'
import type { ReservationStatus, Side } from '../model/machine'
import { selectReservations, type ReservationView } from '../queries.server'

type OfPairs = {
  organisationId: string
  /** One side only; both when left out. */
  side?: Side
  material?: MaterialType
  statuses: readonly ReservationStatus[]
}

/** Reservations that an organisation gives or takes for a need, newest first. */
export async function listReservationsOfPairs(
  filter: OfPairs,
  page: { limit: number; offset: number },
): Promise<ReservationView[]> {
  return selectReservations()
    .where(ofPairs(filter))
    .orderBy(desc(reservations.createdAtMs), desc(reservations.id))
    .limit(page.limit)
    .offset(page.offset)
}

export async function countReservationsOfPairs(filter: OfPairs): Promise<number> {
  const rows = await reader()
    .select({ n: count() })
    .from(reservations)
    .innerJoin(lots, eq(lots.id, reservations.lotId))
    .where(ofPairs(filter))
  return rows[0]?.n ?? 0
}

/** Whether a part of a lot is asked for or granted for a need. */
export async function hasLiveReservation(
  db: Db,
  { lotId, needId }: { lotId: string; needId: string },
): Promise<boolean> {
  const rows = await db
    .select({ id: reservations.id })
    .from(reservations)
    .where(
      and(
        eq(reservations.lotId, lotId),
        eq(reservations.needId, needId),
        inArray(reservations.status, [...LIVE_STATUSES]),
      ),
    )
    .limit(1)
  return rows.length > 0
}

function ofPairs({ organisationId, side, material, statuses }: OfPairs): SQL | undefined {
  const gives = eq(reservations.giverOrganisationId, organisationId)
  const takes = eq(reservations.takerOrganisationId, organisationId)
  return and(
    side === undefined ? or(gives, takes) : side === 'giver' ? gives : takes,
    isNotNull(reservations.needId),
    inArray(reservations.status, [...statuses]),
    material && eq(lots.material, material),
  )
}
