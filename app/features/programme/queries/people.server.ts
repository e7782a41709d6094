import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { users } from '~db/sqlite/identity'
import type { Person } from './dossiers.server'

const person = { userId: users.id, name: users.name, email: users.email, locale: users.locale } as const

/** Whoever has an open account at an address that they have confirmed; null without one. */
export async function findPersonByEmail(email: string): Promise<Person | null> {
  return findPerson(and(eq(users.email, email), isNotNull(users.emailVerifiedAtMs)))
}

/** A person by their account; null once it is closed. */
export async function findPersonById(userId: string): Promise<Person | null> {
  return findPerson(eq(users.id, userId))
}

async function findPerson(who: ReturnType<typeof eq> | ReturnType<typeof and>): Promise<Person | null> {
  const rows = await reader()
    .select(person)
    .from(users)
    .where(and(who, isNull(users.suspendedAtMs)))
    .limit(1)
  return rows[0] ?? null
}
