import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { rolesOf, type Actor } from '~/features/organisations/model/permissions'
import { reader } from '~/platform/db.server'
import { sessions, users } from '~db/sqlite/identity'
import { env } from '~/platform/env.server'
import { DEMO_ACCOUNTS, type DemoRole } from './model/demo-accounts'
import { memberships, organisations } from '~db/sqlite/organisations'

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

export type DemoAccount = { email: string; name: string; organisationName: string; role: DemoRole }

/** The demo's accounts for one-click sign-in, in the order of their roles; none in production. */
export async function listOfferedDemoAccounts(): Promise<DemoAccount[]> {
  if (env().isProduction) return []
  const rows = await reader()
    .select({ email: users.email, name: users.name, organisationName: organisations.name })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(
      inArray(
        users.email,
        DEMO_ACCOUNTS.map(({ email }) => email),
      ),
    )
  return DEMO_ACCOUNTS.flatMap(({ email, role }) =>
    rows.filter((row) => row.email === email).map((row) => ({ ...row, role })),
  )
}
