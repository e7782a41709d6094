import { and, eq } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { calendarLinks } from '~db/sqlite/alerts'

type Person = { userId: string; organisationId: string }

function isOf({ userId, organisationId }: Person) {
  return and(eq(calendarLinks.userId, userId), eq(calendarLinks.organisationId, organisationId))
}

/** Adds the calendar of a person unless there is one; gives the id of the one that there is. */
export async function keepCalendarLink(tx: Tx, row: typeof calendarLinks.$inferInsert): Promise<string> {
  await tx.insert(calendarLinks).values(row).onConflictDoNothing()
  const rows = await tx.select({ id: calendarLinks.id }).from(calendarLinks).where(isOf(row))
  return rows[0]?.id ?? row.id
}

/** Ends the calendar of a person: its link opens nothing any more. Gives the ids that ended. */
export async function endCalendarLinks(tx: Tx, person: Person): Promise<string[]> {
  const ended = await tx.delete(calendarLinks).where(isOf(person)).returning({ id: calendarLinks.id })
  return ended.map(({ id }) => id)
}
