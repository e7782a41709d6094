import { and, count, desc, eq, isNull } from 'drizzle-orm'
import type { MemberAddress } from '~/features/organisations/queries.server'
import { reader } from '~/platform/db.server'
import { notificationPreferences, users } from '~db/sqlite/identity'
import { notifications } from '~db/sqlite/notifications'
import { PACES, PREFERENCES, type NotificationKind, type Pace, type Paces } from './model/kinds'

export type NotificationView = {
  id: string
  kind: NotificationKind
  params: Record<string, string | number>
  path: string
  createdAtMs: number
  readAtMs: number | null
  /** How its e-mail was to come when it was told; null when that was not kept. */
  pace: Pace | null
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
  return rows.map(({ id, kind, params, path, createdAtMs, readAtMs, pace }) => {
    return { id, kind: kind as NotificationKind, params, path, createdAtMs, readAtMs, pace }
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

/** How a person wants each kind of e-mail: at once, until they say otherwise. */
export async function getPaces(userId: string): Promise<Paces> {
  const rows = await reader()
    .select({ kind: notificationPreferences.kind, email: notificationPreferences.email })
    .from(notificationPreferences)
    .where(eq(notificationPreferences.userId, userId))
  const paceOf = (preference: string) => {
    const chosen = rows.find(({ kind }) => kind === preference)?.email
    return PACES.find((pace) => pace === chosen) ?? 'immediate'
  }
  return Object.fromEntries(PREFERENCES.map((name) => [name, paceOf(name)])) as Paces
}

/** Where to write to a person, in which language; null for a closed account. */
export async function findAddress(userId: string): Promise<MemberAddress | null> {
  const rows = await reader()
    .select({ userId: users.id, name: users.name, email: users.email, locale: users.locale })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.suspendedAtMs)))
  return rows[0] ?? null
}

function ofPerson(userId: string, unreadOnly: boolean) {
  const own = eq(notifications.userId, userId)
  return unreadOnly ? and(own, isNull(notifications.readAtMs)) : own
}
