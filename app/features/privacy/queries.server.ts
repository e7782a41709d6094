import { and, count, eq, gt, max } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { events } from '~db/sqlite/platform'
import { countOpenOffers, listOpenReservations, listStandings } from './repo/standing.server'

/** What erasing an account would do, told before it is confirmed. */
export async function previewErasure(userId: string) {
  const standings = await listStandings(reader(), userId)
  const closing = standings.filter(({ outcome }) => outcome === 'close').map(({ id }) => id)
  const [reservations, offers] = await Promise.all([
    listOpenReservations(reader(), closing),
    countOpenOffers(reader(), closing),
  ])
  return { standings, reservations, offers }
}

/** When a person last proved who they are to take their data along, and how often since an instant. */
export async function findDataPermits(
  userId: string,
  sinceMs: number,
): Promise<{ lastAtMs: number; total: number }> {
  const rows = await reader()
    .select({ lastAtMs: max(events.atMs), total: count() })
    .from(events)
    .where(
      and(
        eq(events.entity, 'user'),
        eq(events.entityId, userId),
        eq(events.kind, 'data-exported'),
        gt(events.atMs, sinceMs),
      ),
    )
  return { lastAtMs: rows[0]?.lastAtMs ?? 0, total: rows[0]?.total ?? 0 }
}
