import { desc, eq, max } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { sessions, users } from '~db/sqlite/identity'
import { memberships, organisations } from '~db/sqlite/organisations'
import type { AccountOrganisation, AccountRow } from '../model/account'

/** Every account, the newest first; the secrets stay in the table. */
export async function listAccounts(): Promise<AccountRow[]> {
  return readAccounts()
}

export async function findAccount(id: string): Promise<AccountRow | null> {
  return (await readAccounts(id))[0] ?? null
}

async function readAccounts(id?: string): Promise<AccountRow[]> {
  const only = id === undefined ? undefined : eq(users.id, id)
  const [people, parts, seen] = await Promise.all([
    reader()
      .select({
        id: users.id,
        name: users.name,
        email: users.email,
        createdAtMs: users.createdAtMs,
        emailVerifiedAtMs: users.emailVerifiedAtMs,
        suspendedAtMs: users.suspendedAtMs,
      })
      .from(users)
      .where(only)
      .orderBy(desc(users.createdAtMs), desc(users.id)),
    reader()
      .select({
        userId: memberships.userId,
        id: organisations.id,
        name: organisations.name,
        kind: organisations.kind,
        isGiver: organisations.isGiver,
        isTaker: organisations.isTaker,
        membership: memberships.role,
        suspendedAtMs: organisations.suspendedAtMs,
      })
      .from(memberships)
      .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
      .where(id === undefined ? undefined : eq(memberships.userId, id)),
    reader()
      .select({ userId: sessions.userId, lastSeenAtMs: max(sessions.lastSeenAtMs) })
      .from(sessions)
      .where(id === undefined ? undefined : eq(sessions.userId, id))
      .groupBy(sessions.userId),
  ])
  const partsOf = new Map<string, AccountOrganisation[]>()
  for (const { userId, ...part } of parts) partsOf.set(userId, [...(partsOf.get(userId) ?? []), part])
  const seenAt = new Map(seen.map(({ userId, lastSeenAtMs }) => [userId, lastSeenAtMs]))
  return people.map((person) => ({
    ...person,
    lastSeenAtMs: seenAt.get(person.id) ?? null,
    organisations: partsOf.get(person.id) ?? [],
  }))
}
