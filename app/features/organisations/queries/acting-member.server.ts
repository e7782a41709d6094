import { and, eq, isNull } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { users } from '~db/sqlite/identity'
import { memberships, organisations } from '~db/sqlite/organisations'
import { rolesOf, type Actor } from '../model/permissions'

/** A person as a member of one organisation; null when they left it, or when either is closed. */
export async function findActingMember(userId: string, organisationId: string): Promise<Actor | null> {
  const rows = await reader()
    .select({ user: users, organisation: organisations, membership: memberships.role })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(
      and(
        eq(memberships.userId, userId),
        eq(memberships.organisationId, organisationId),
        isNull(users.suspendedAtMs),
        isNull(organisations.suspendedAtMs),
      ),
    )
    .limit(1)
  const row = rows[0]
  if (!row) return null
  return {
    userId: row.user.id,
    name: row.user.name,
    email: row.user.email,
    organisationId: row.organisation.id,
    organisationName: row.organisation.name,
    roles: rolesOf(row.organisation),
    communeCode: row.organisation.communeCode,
    membership: row.membership,
    isConfirmed: row.user.emailVerifiedAtMs !== null,
  }
}
