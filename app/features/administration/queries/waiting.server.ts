import { and, asc, count, desc, eq, gt, gte, isNull, like, lt, lte } from 'drizzle-orm'
import { addDays, isoDayOf } from '~/core/days'
import { reader } from '~/platform/db.server'
import { contactMessages } from '~db/sqlite/contact'
import { users } from '~db/sqlite/identity'
import { lots } from '~db/sqlite/lots'
import { organisations } from '~db/sqlite/organisations'
import { jobs } from '~db/sqlite/platform'
import { reservations } from '~db/sqlite/reservations'
import { NEW_FOR_MS } from '../model/account'

/** A lot with a part still free leaves within this many days. */
const LEAVING_DAYS = 7
/** A request that its giver has left unanswered for this many days. */
const SILENT_DAYS = 3
const DAY_MS = 86_400_000
/** Rows shown of each; the count is of all. */
const SHOWN = 20

/** What waits for the Métropole's team at an instant. */
export async function readWaiting(nowMs: number) {
  const [accounts, messages, deliveries, leaving, silent] = await Promise.all([
    countRows(users, gte(users.createdAtMs, nowMs - NEW_FOR_MS)),
    countRows(contactMessages, isNull(contactMessages.handledAtMs)),
    listFailedDeliveries(),
    listLeavingLots(nowMs),
    listSilentRequests(nowMs),
  ])
  return { accounts, messages, deliveries: part(deliveries), leaving: part(leaving), silent: part(silent) }
}

export type Waiting = Awaited<ReturnType<typeof readWaiting>>

function part<Row>(rows: readonly Row[]): { total: number; shown: Row[] } {
  return { total: rows.length, shown: rows.slice(0, SHOWN) }
}

async function countRows(
  table: typeof users | typeof contactMessages,
  where: ReturnType<typeof and>,
): Promise<number> {
  return (await reader().select({ total: count() }).from(table).where(where))[0]?.total ?? 0
}

/** Jobs that send an e-mail and failed as often as they are tried. */
function listFailedDeliveries() {
  return reader()
    .select({ id: jobs.id, kind: jobs.kind, lastError: jobs.lastError, createdAtMs: jobs.createdAtMs })
    .from(jobs)
    .where(and(eq(jobs.status, 'dead'), like(jobs.kind, 'send-%')))
    .orderBy(desc(jobs.createdAtMs))
}

function listLeavingLots(nowMs: number) {
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

function listSilentRequests(nowMs: number) {
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
