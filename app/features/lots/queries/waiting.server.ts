import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Unit } from '~/core/units'
import { reader } from '~/platform/db.server'
import { lots } from '~db/sqlite/lots'
import { organisations } from '~db/sqlite/organisations'
import { lotWaiters } from '~db/sqlite/waiting'
import type { LineEntry, LinePlace } from '../model/waiting-line'

/** The line of a lot in its order. Names are for its giver only. */
export async function listLine(lotId: string): Promise<LineEntry[]> {
  const rows = await reader()
    .select({
      id: lotWaiters.id,
      organisationId: lotWaiters.organisationId,
      name: organisations.name,
      quantityMilli: lotWaiters.quantityMilli,
      status: lotWaiters.status,
      joinedAtMs: lotWaiters.joinedAtMs,
      priorityUntilMs: lotWaiters.priorityUntilMs,
    })
    .from(lotWaiters)
    .innerJoin(organisations, eq(organisations.id, lotWaiters.organisationId))
    .where(and(eq(lotWaiters.lotId, lotId), isLive()))
    .orderBy(asc(lotWaiters.joinedAtMs), asc(lotWaiters.id))
  return rows.flatMap(({ status, ...row }, index) =>
    status === 'waiting' || status === 'offered' ? [{ ...row, status, position: index + 1 }] : [],
  )
}

/** An organisation's own place in the line of a lot, with how many are in it; null when it has none. */
export async function findPlaceInLine(lotId: string, organisationId: string): Promise<LinePlace | null> {
  const line = await listLine(lotId)
  const own = line.find((row) => row.organisationId === organisationId)
  return own ? { ...own, length: line.length } : null
}

export type PlaceInLine = LinePlace & {
  lotId: string
  lotTitle: string
  lotReference: string
  lotUnit: Unit
}

/** The lines in which an organisation stands, kept quantities first. */
export async function listPlacesInLines(organisationId: string): Promise<PlaceInLine[]> {
  const own = await reader()
    .select({
      lotId: lots.id,
      lotTitle: lots.title,
      lotReference: lots.reference,
      lotUnit: lots.unit,
    })
    .from(lotWaiters)
    .innerJoin(lots, eq(lots.id, lotWaiters.lotId))
    .where(and(eq(lotWaiters.organisationId, organisationId), isLive()))
    .orderBy(asc(lotWaiters.status), desc(lotWaiters.joinedAtMs))
    .limit(100)
  const places = await Promise.all(
    own.map(async (lot) => {
      const place = await findPlaceInLine(lot.lotId, organisationId)
      return place ? [{ ...place, ...lot }] : []
    }),
  )
  return places.flat()
}

/** Who is in a line, for what they are told; null when their record is gone. */
export async function findWaiterView(id: string) {
  const rows = await reader()
    .select({
      organisationId: lotWaiters.organisationId,
      quantityMilli: lotWaiters.quantityMilli,
      priorityUntilMs: lotWaiters.priorityUntilMs,
      lotId: lots.id,
      lotTitle: lots.title,
      lotReference: lots.reference,
      lotUnit: lots.unit,
    })
    .from(lotWaiters)
    .innerJoin(lots, eq(lots.id, lotWaiters.lotId))
    .where(eq(lotWaiters.id, id))
    .limit(1)
  return rows[0] ?? null
}

function isLive() {
  return inArray(lotWaiters.status, ['waiting', 'offered'])
}
