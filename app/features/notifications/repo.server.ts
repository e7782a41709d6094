import { and, eq, isNull } from 'drizzle-orm'
import { nowMs } from '~/core/clock'
import { withTx, type Tx } from '~/platform/transaction.server'
import { notificationPreferences } from '~db/sqlite/identity'
import { notifications } from '~db/sqlite/notifications'
import type { Pace, Preference } from './model/kinds'

/** Keeps a notification, once per person and key. Says whether it is new. */
export async function insertNotification(
  tx: Tx,
  notification: typeof notifications.$inferInsert,
): Promise<boolean> {
  const inserted = await tx
    .insert(notifications)
    .values(notification)
    .onConflictDoNothing()
    .returning({ id: notifications.id })
  return inserted.length > 0
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
