import { and, eq, isNull } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { communeMails } from '~db/sqlite/board'
import { users } from '~db/sqlite/identity'
import { memberships, organisations } from '~db/sqlite/organisations'

/** Whether a person gets the monthly mail of a commune. */
export async function isMailed(userId: string, communeCode: string): Promise<boolean> {
  const rows = await reader()
    .select({ userId: communeMails.userId })
    .from(communeMails)
    .where(and(eq(communeMails.userId, userId), eq(communeMails.communeCode, communeCode)))
  return rows.length > 0
}

export type Mailed = {
  userId: string
  communeCode: string
  name: string
  email: string
  locale: 'fr' | 'en'
}

/** Who gets a monthly mail and is still an agent of that commune: open account, open organisation. */
export async function listMailed(): Promise<Mailed[]> {
  return reader()
    .selectDistinct({
      userId: communeMails.userId,
      communeCode: communeMails.communeCode,
      name: users.name,
      email: users.email,
      locale: users.locale,
    })
    .from(communeMails)
    .innerJoin(users, eq(users.id, communeMails.userId))
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .innerJoin(
      organisations,
      and(
        eq(organisations.id, memberships.organisationId),
        eq(organisations.kind, 'commune'),
        eq(organisations.communeCode, communeMails.communeCode),
      ),
    )
    .where(and(isNull(users.suspendedAtMs), isNull(organisations.suspendedAtMs)))
}
