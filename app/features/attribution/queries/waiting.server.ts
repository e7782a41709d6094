import { aliasedTable, and, asc, eq } from 'drizzle-orm'
import { estimatedRoadKm, greatCircleKm } from '~/core/geo-point'
import { reader, type Db } from '~/platform/db.server'
import { communes } from '~db/sqlite/communes'
import { lots } from '~db/sqlite/lots'
import { organisations } from '~db/sqlite/organisations'
import { reservations } from '~db/sqlite/reservations'
import type { AttributionCriterion } from '../model/attribution-criteria'
import type { NamedRequest } from '../model/decision'
import { rankRequests, type RankedFacts } from '../model/rank-requests'

const here = aliasedTable(communes, 'lot_commune')
const there = aliasedTable(communes, 'taker_commune')

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
      hereCode: here.code,
      hereLat: here.lat,
      hereLon: here.lon,
      thereCode: there.code,
      thereLat: there.lat,
      thereLon: there.lon,
    })
    .from(reservations)
    .innerJoin(lots, eq(lots.id, reservations.lotId))
    .innerJoin(organisations, eq(organisations.id, reservations.takerOrganisationId))
    .innerJoin(here, eq(here.code, lots.communeCode))
    .leftJoin(there, eq(there.code, reservations.takerCommuneCode))
    .where(and(eq(reservations.lotId, lotId), eq(reservations.status, 'requested')))
    .orderBy(asc(reservations.createdAtMs))
  const names = new Map(rows.map(({ reservationId, takerName }) => [reservationId, takerName]))
  const facts = rows.map((row): RankedFacts => {
    const { reservationId, takerOrganisationId, kind, quantityMilli, requestedAtMs } = row
    const from = { lat: row.hereLat, lon: row.hereLon }
    const to =
      row.thereLat === null || row.thereLon === null ? null : { lat: row.thereLat, lon: row.thereLon }
    return {
      ...{ reservationId, takerOrganisationId, kind, quantityMilli, requestedAtMs },
      km: to && estimatedRoadKm(greatCircleKm(from, to)),
      isSameCommune: row.hereCode === row.thereCode,
    }
  })
  return rankRequests(facts, criteria).map((request) => ({
    ...request,
    takerName: names.get(request.reservationId) ?? '',
  }))
}
