import { and, asc, eq, inArray } from 'drizzle-orm'
import { estimatedRoadKm, greatCircleKm } from '~/core/geo-point'
import { reader, type Db } from '~/platform/db.server'
import { communes } from '~db/sqlite/communes'
import { lots } from '~db/sqlite/lots'
import { organisations } from '~db/sqlite/organisations'
import { reservations } from '~db/sqlite/reservations'
import type { AttributionCriterion } from '../model/attribution-criteria'
import type { NamedRequest } from '../model/decision'
import { rankRequests, type RankedFacts } from '../model/rank-requests'

/** The requests of a lot that wait for its giver, in the order that criteria propose. */
export async function rankWaiting(
  lotId: string,
  criteria: readonly AttributionCriterion[],
  db: Db = reader(),
): Promise<NamedRequest[]> {
  const rows = await db
    .select({
      reservationId: reservations.id,
      takerOrganisationId: organisations.id,
      takerName: organisations.name,
      kind: organisations.kind,
      quantityMilli: reservations.quantityMilli,
      requestedAtMs: reservations.createdAtMs,
      here: lots.communeCode,
      there: reservations.takerCommuneCode,
    })
    .from(reservations)
    .innerJoin(lots, eq(lots.id, reservations.lotId))
    .innerJoin(organisations, eq(organisations.id, reservations.takerOrganisationId))
    .where(and(eq(reservations.lotId, lotId), eq(reservations.status, 'requested')))
    .orderBy(asc(reservations.createdAtMs))
  const kmBetween = await distances(
    rows.flatMap(({ here, there }) => [here, there]),
    db,
  )
  const names = new Map(rows.map(({ reservationId, takerName }) => [reservationId, takerName]))
  const facts = rows.map(({ takerName: _, here, there, ...row }): RankedFacts => ({
    ...row,
    km: there === null ? null : kmBetween(here, there),
    isSameCommune: here === there,
  }))
  return rankRequests(facts, criteria).map((request) => ({
    ...request,
    takerName: names.get(request.reservationId) ?? '',
  }))
}

/** Estimated road kilometres between the points of two of these communes. */
async function distances(codes: readonly (string | null)[], db: Db) {
  const known = [...new Set(codes)].filter((code) => code !== null)
  const rows = await db
    .select({ code: communes.code, lat: communes.lat, lon: communes.lon })
    .from(communes)
    .where(inArray(communes.code, known))
  const points = new Map(rows.map((point) => [point.code, point]))
  return (from: string, to: string): number | null => {
    const [a, b] = [points.get(from), points.get(to)]
    return a && b ? estimatedRoadKm(greatCircleKm(a, b)) : null
  }
}
