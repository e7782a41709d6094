import { and, asc, count, eq, gt, gte, isNull, lt, lte } from 'drizzle-orm'
import { addDays, isoDayOf } from '~/core/days'
import { reader } from '~/platform/db.server'
import { contactMessages } from '~db/sqlite/contact'
import { users } from '~db/sqlite/identity'
import { lots } from '~db/sqlite/lots'
import { organisations } from '~db/sqlite/organisations'
import { reservations } from '~db/sqlite/reservations'
import { NEW_FOR_MS } from '../model/account'

/** A lot with a part still free leaves within this many days. */
const LEAVING_DAYS = 7
/** A request that its giver has left unanswered for this many days. */
const SILENT_DAYS = 3
const DAY_MS = 86_400_000
/** Rows shown of each; the count and the CSV are of all. */
export const SHOWN_WAITING = 20

/** What waits for the Métropole's team at an instant. */
export async function readWaiting(nowMs: number) {
  const [accounts, messages, leaving, silent] = await Promise.all([
    countRows(users, gte(users.createdAtMs, nowMs - NEW_FOR_MS)),
    countRows(contactMessages, isNull(contactMessages.handledAtMs)),
    listLeavingLots(nowMs),
    listSilentRequests(nowMs),
  ])
  return { accounts, messages, leaving: part(leaving), silent: part(silent) }
}

export type Waiting = Awaited<ReturnType<typeof readWaiting>>

function part<Row>(rows: readonly Row[]): { total: number; shown: Row[] } {
  return { total: rows.length, shown: rows.slice(0, SHOWN_WAITING) }
}

async function countRows(
  table: typeof users | typeof contactMessages,
  where: ReturnType<typeof and>,
): Promise<number> {
  return (await reader().select({ total: count() }).from(table).where(where))[0]?.total ?? 0
}

/** Lots with a part still free whose last day is near, the nearest first. */
export function listLeavingLots(nowMs: number) {
  const today = isoDayOf(nowMs)
  return reader()
    .select({
      id: lots.id,
      title: lots.title,
      reference: lots.reference,
      availableUntil: lots.availableUntil,
      organisationId: organisations.id,
      organisationName: organisations.name,
    })
    .from(lots)
    .innerJoin(organisations, eq(organisations.id, lots.organisationId))
    .where(
      and(
        eq(lots.status, 'published'),
        gt(lots.availableMilli, 0),
        gt(lots.availableUntil, today),
        lte(lots.availableUntil, addDays(today, LEAVING_DAYS)),
        isNull(organisations.suspendedAtMs),
      ),
    )
    .orderBy(asc(lots.availableUntil), asc(lots.title))
}

/** Requests that their giver leaves without an answer, the oldest first. */
export function listSilentRequests(nowMs: number) {
  return reader()
    .select({
      id: reservations.id,
      lotTitle: lots.title,
      giverName: organisations.name,
      giverOrganisationId: organisations.id,
      createdAtMs: reservations.createdAtMs,
    })
    .from(reservations)
    .innerJoin(lots, eq(lots.id, reservations.lotId))
    .innerJoin(organisations, eq(organisations.id, reservations.giverOrganisationId))
    .where(
      and(eq(reservations.status, 'requested'), lt(reservations.createdAtMs, nowMs - SILENT_DAYS * DAY_MS)),
    )
    .orderBy(asc(reservations.createdAtMs))
}
