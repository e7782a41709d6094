import { and, eq, gte, inArray, isNull } from 'drizzle-orm'
import { nowMs } from '~/core/clock'
import { isoDayOf, type IsoDay } from '~/core/days'
import { placeholdersOf, preparedQuery } from '~/platform/prepared.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { notificationPreferences } from '~db/sqlite/identity'
import { notifications } from '~db/sqlite/notifications'
import { CAPPED_KINDS, type Pace, type Preference } from './model/kinds'

/** The day on which clocks go back. */
const LONGEST_DAY_MS = 25 * 3_600_000

/** Keeps a notification, once per person and key. Says whether it is new. */
export async function insertNotification(
  tx: Tx,
  notification: typeof notifications.$inferInsert,
): Promise<boolean> {
  return (await notificationInsert(tx).execute({ pace: null, readAtMs: null, ...notification })).length > 0
}

const notificationInsert = preparedQuery((db) =>
  db
    .insert(notifications)
    .values(
      placeholdersOf([
        ...(['id', 'userId', 'kind', 'params', 'path', 'pace'] as const),
        ...(['dedupeKey', 'createdAtMs', 'readAtMs'] as const),
      ]),
    )
    .onConflictDoNothing()
    .returning({ id: notifications.id })
    .prepare(),
)

/** How many e-mails of the capped kinds went to a person at once on a day of Paris. */
export async function countCappedMails(tx: Tx, userId: string, day: IsoDay): Promise<number> {
  const rows = await tx
    .select({ createdAtMs: notifications.createdAtMs })
    .from(notifications)
    .where(
      and(
        eq(notifications.userId, userId),
        inArray(notifications.kind, [...CAPPED_KINDS]),
        eq(notifications.pace, 'immediate'),
        gte(notifications.createdAtMs, nowMs() - LONGEST_DAY_MS),
      ),
    )
  return rows.filter(({ createdAtMs }) => isoDayOf(createdAtMs) === day).length
}

/** Marks one of a person's notifications, or all, as read. */
export async function markAsRead(userId: string, id?: string): Promise<void> {
  const unread = and(eq(notifications.userId, userId), isNull(notifications.readAtMs))
  await withTx(async (tx) => {
    await tx
      .update(notifications)
      .set({ readAtMs: nowMs() })
      .where(id ? and(unread, eq(notifications.id, id)) : unread)
  })
}

export async function savePreference(
  tx: Tx,
  row: { userId: string; kind: Preference; email: Pace },
): Promise<void> {
  await tx
    .insert(notificationPreferences)
    .values(row)
    .onConflictDoUpdate({
      target: [notificationPreferences.userId, notificationPreferences.kind],
      set: { email: row.email },
    })
}
