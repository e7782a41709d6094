import { eq } from 'drizzle-orm'
import type { Locale } from '~/core/locale'
import { reader } from '~/platform/db.server'
import { users } from '~db/sqlite/identity'
import { memberships } from '~db/sqlite/organisations'

export type MemberAddress = { userId: string; name: string; email: string; locale: Locale }

/** The members of an organisation with where to write to them. */
export async function listMembers(organisationId: string): Promise<MemberAddress[]> {
  return reader()
    .select({ userId: users.id, name: users.name, email: users.email, locale: users.locale })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.organisationId, organisationId))
}
