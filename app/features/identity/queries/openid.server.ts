import { and, asc, eq, isNull } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { users } from '~db/sqlite/identity'
import { externalIdentities, membershipRequests } from '~db/sqlite/openid'

/** Since when an account is tied to a provider, and what that calls the person; null when it is not. */
export async function findExternalIdentity(userId: string) {
  const { email, createdAtMs } = externalIdentities
  const rows = await reader()
    .select({ email, createdAtMs })
    .from(externalIdentities)
    .where(eq(externalIdentities.userId, userId))
    .limit(1)
  return rows[0] ?? null
}

export type MembershipRequest = { userId: string; name: string; email: string; askedAtMs: number }

/** Who asks to be a member of an organisation and has no answer, the first first. */
export async function listMembershipRequests(organisationId: string): Promise<MembershipRequest[]> {
  return reader()
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      askedAtMs: membershipRequests.askedAtMs,
    })
    .from(membershipRequests)
    .innerJoin(users, eq(users.id, membershipRequests.userId))
    .where(and(eq(membershipRequests.organisationId, organisationId), isNull(membershipRequests.decision)))
    .orderBy(asc(membershipRequests.askedAtMs))
}
