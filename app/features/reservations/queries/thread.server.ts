import { and, asc, count, eq, gt, inArray, ne, sql } from 'drizzle-orm'
import { findPhotosOfMessages } from '~/features/photos/queries/message-photos.server'
import { reader } from '~/platform/db.server'
import { reservationMessages, reservationReads } from '~db/sqlite/arrangements'
import { users } from '~db/sqlite/identity'
import { reservations } from '~db/sqlite/reservations'
import type { ThreadMessage } from '../model/thread'

/** What the two sides of a reservation wrote to each other, oldest first. For the two sides only. */
export async function listThread(reservationId: string): Promise<ThreadMessage[]> {
  const { id, side, userId, text, sentAtMs } = reservationMessages
  const rows = await reader()
    .select({ id, side, userId, who: users.name, text, sentAtMs })
    .from(reservationMessages)
    .innerJoin(users, eq(users.id, reservationMessages.userId))
    .where(eq(reservationMessages.reservationId, reservationId))
    .orderBy(asc(reservationMessages.sentAtMs), asc(reservationMessages.id))
  const photos = await findPhotosOfMessages(rows.map((row) => row.id))
  return rows.map((row) => ({ ...row, photos: photos.get(row.id) ?? [] }))
}

/** How many messages a reservation has. */
export async function countThread(reservationId: string): Promise<number> {
  const rows = await reader()
    .select({ n: count() })
    .from(reservationMessages)
    .where(eq(reservationMessages.reservationId, reservationId))
  return rows[0]?.n ?? 0
}

/** How many messages of the other side a person has not read, by reservation; none is left out. */
export async function countUnread(
  { userId, organisationId }: { userId: string; organisationId: string },
  reservationIds: readonly string[],
): Promise<Map<string, number>> {
  if (reservationIds.length === 0) return new Map()
  const ownSide = sql<string>`case when ${reservations.giverOrganisationId} = ${organisationId} then 'giver' else 'taker' end`
  const rows = await reader()
    .select({ id: reservationMessages.reservationId, n: count() })
    .from(reservationMessages)
    .innerJoin(reservations, eq(reservations.id, reservationMessages.reservationId))
    .leftJoin(
      reservationReads,
      and(
        eq(reservationReads.reservationId, reservationMessages.reservationId),
        eq(reservationReads.userId, userId),
      ),
    )
    .where(
      and(
        inArray(reservationMessages.reservationId, [...reservationIds]),
        ne(reservationMessages.side, ownSide),
        gt(reservationMessages.sentAtMs, sql`coalesce(${reservationReads.readAtMs}, 0)`),
      ),
    )
    .groupBy(reservationMessages.reservationId)
  return new Map(rows.map(({ id, n }) => [id, n]))
}
