import { and, count, desc, eq, isNull } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { notificationPreferences } from '~db/sqlite/identity'
import { notifications } from '~db/sqlite/notifications'
import { PREFERENCES, type NotificationKind, type Preference } from './model/kinds'

export type NotificationView = {
  id: string
  kind: NotificationKind
  params: Record<string, string | number>
  path: string
  createdAtMs: number
  readAtMs: number | null
}

/** A person's notifications, newest first: a page of them, or all. */
export async function listNotifications(
  userId: string,
  { unreadOnly, limit, offset = 0 }: { unreadOnly: boolean; limit: number; offset?: number },
): Promise<NotificationView[]> {
  const rows = await reader()
    .select()
    .from(notifications)
    .where(ofPerson(userId, unreadOnly))
    .orderBy(desc(notifications.createdAtMs), desc(notifications.id))
    .limit(limit)
    .offset(offset)
  return rows.map(({ id, kind, params, path, createdAtMs, readAtMs }) => {
    return { id, kind: kind as NotificationKind, params, path, createdAtMs, readAtMs }
  })
}

export async function countNotifications(userId: string, unreadOnly: boolean): Promise<number> {
  const rows = await reader().select({ n: count() }).from(notifications).where(ofPerson(userId, unreadOnly))
  return rows[0]?.n ?? 0
}

/** Where a person's notification leads; null when it is not theirs. */
export async function findNotificationPath(userId: string, id: string): Promise<string | null> {
  const rows = await reader()
    .select({ path: notifications.path })
    .from(notifications)
    .where(and(eq(notifications.id, id), eq(notifications.userId, userId)))
  return rows[0]?.path ?? null
}

/** The preferences whose e-mails a person wants: all, until they say otherwise. */
export async function listWantedMails(userId: string): Promise<Preference[]> {
  const off = await reader()
    .select({ kind: notificationPreferences.kind })
    .from(notificationPreferences)
    .where(and(eq(notificationPreferences.userId, userId), eq(notificationPreferences.email, 'off')))
  return PREFERENCES.filter((preference) => !off.some(({ kind }) => kind === preference))
}

function ofPerson(userId: string, unreadOnly: boolean) {
  const own = eq(notifications.userId, userId)
  return unreadOnly ? and(own, isNull(notifications.readAtMs)) : own
}
