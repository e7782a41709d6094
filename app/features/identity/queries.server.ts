import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { rolesOf, type Actor } from '~/features/organisations/model/permissions'
import { reader } from '~/platform/db.server'
import { sessions, users } from '~db/sqlite/identity'
import { DEMO_EMAILS } from './model/demo-accounts'
import { memberships, organisations, type OrganisationKind } from '~db/sqlite/organisations'

export type LiveSession = { actor: Actor; lastSeenAtMs: number; createdAtMs: number }

/** The person behind a session that has not expired, acting for their first organisation. */
export async function findSession(idHash: string, nowMs: number): Promise<LiveSession | null> {
  const rows = await reader()
    .select({ session: sessions, user: users, organisation: organisations })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(sessions.idHash, idHash), gt(sessions.expiresAtMs, nowMs)))
    .orderBy(asc(organisations.createdAtMs))
    .limit(1)
  const row = rows[0]
  if (!row) return null
  return {
    lastSeenAtMs: row.session.lastSeenAtMs,
    createdAtMs: row.session.createdAtMs,
    actor: {
      userId: row.user.id,
      name: row.user.name,
      email: row.user.email,
      organisationId: row.organisation.id,
      organisationName: row.organisation.name,
      roles: rolesOf(row.organisation),
      communeCode: row.organisation.communeCode,
    },
  }
}

export async function findCredentials(
  email: string,
): Promise<{ userId: string; passwordHash: string | null } | null> {
  const rows = await reader()
    .select({ userId: users.id, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.email, email))
    .limit(1)
  return rows[0] ?? null
}

export type DemoAccount = {
  userId: string
  name: string
  organisationName: string
  kind: OrganisationKind
  isGiver: boolean
  isTaker: boolean
  email: string
}

/** The accounts offered as one-click sign-in: those of the demo's reserved domain. */
export async function listDemoAccounts(): Promise<DemoAccount[]> {
  return reader()
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      organisationName: organisations.name,
      kind: organisations.kind,
      isGiver: organisations.isGiver,
      isTaker: organisations.isTaker,
    })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(inArray(users.email, [...DEMO_EMAILS]))
    .orderBy(asc(users.email))
}
