import { and, eq, isNull } from 'drizzle-orm'
import type { Locale } from '~/core/locale'
import { reader } from '~/platform/db.server'
import { calendarLinks } from '~db/sqlite/alerts'
import { users } from '~db/sqlite/identity'
import { memberships, organisations } from '~db/sqlite/organisations'

/** The calendar that a person has for an organisation; null without one. */
export async function findCalendarOf(userId: string, organisationId: string): Promise<string | null> {
  const own = and(eq(calendarLinks.userId, userId), eq(calendarLinks.organisationId, organisationId))
  const rows = await reader().select({ id: calendarLinks.id }).from(calendarLinks).where(own)
  return rows[0]?.id ?? null
}

export type Calendar = { organisationId: string; organisationName: string; locale: Locale }

/** A calendar whose person may still see what it holds: an open account, a member of an organisation that is open. */
export async function findCalendar(id: string): Promise<Calendar | null> {
  const rows = await reader()
    .select({
      organisationId: organisations.id,
      organisationName: organisations.name,
      locale: users.locale,
    })
    .from(calendarLinks)
    .innerJoin(users, eq(users.id, calendarLinks.userId))
    .innerJoin(organisations, eq(organisations.id, calendarLinks.organisationId))
    .innerJoin(
      memberships,
      and(eq(memberships.userId, users.id), eq(memberships.organisationId, organisations.id)),
    )
    .where(and(eq(calendarLinks.id, id), isNull(users.suspendedAtMs), isNull(organisations.suspendedAtMs)))
  return rows[0] ?? null
}
