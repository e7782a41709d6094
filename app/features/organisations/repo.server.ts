import { and, asc, count, eq, isNull, ne } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { users } from '~db/sqlite/identity'
import { memberships, organisations } from '~db/sqlite/organisations'

export async function insertOrganisation(tx: Tx, row: typeof organisations.$inferInsert): Promise<void> {
  await tx.insert(organisations).values(row)
}

export async function insertMembership(tx: Tx, row: typeof memberships.$inferInsert): Promise<void> {
  await tx.insert(memberships).values(row).onConflictDoNothing()
}

/** The organisation that has this SIRET, if any. */
export async function findBySiret(tx: Tx, siret: string): Promise<{ id: string } | null> {
  const rows = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.siret, siret))
    .limit(1)
  return rows[0] ?? null
}

export async function updateOrganisation(
  tx: Tx,
  id: string,
  values: Partial<typeof organisations.$inferInsert>,
): Promise<boolean> {
  const rows = await tx
    .update(organisations)
    .set(values)
    .where(eq(organisations.id, id))
    .returning({ id: organisations.id })
  return rows.length > 0
}

export async function findMembership(
  tx: Tx,
  organisationId: string,
  userId: string,
): Promise<typeof memberships.$inferSelect | null> {
  const rows = await tx.select().from(memberships).where(isMembership(organisationId, userId)).limit(1)
  return rows[0] ?? null
}

/** The owners of an organisation beside this person, closed accounts left out: they could not act for it. */
export async function countOtherOwners(tx: Tx, organisationId: string, userId: string): Promise<number> {
  const rows = await tx
    .select({ total: count() })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.organisationId, organisationId),
        eq(memberships.role, 'owner'),
        ne(memberships.userId, userId),
        isNull(users.suspendedAtMs),
      ),
    )
  return rows[0]?.total ?? 0
}

/** Who can act for the Métropole now: open accounts in an open organisation of that kind. */
export async function listActiveAdminIds(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ userId: users.id })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(
      and(
        eq(organisations.kind, 'metropole'),
        isNull(organisations.suspendedAtMs),
        isNull(users.suspendedAtMs),
      ),
    )
  return rows.map(({ userId }) => userId)
}

export async function findOrganisationRow(
  tx: Tx,
  id: string,
): Promise<typeof organisations.$inferSelect | null> {
  return (await tx.select().from(organisations).where(eq(organisations.id, id)).limit(1))[0] ?? null
}

/** The oldest organisation of a kind, in a commune where one is given. */
export async function findOldestOfKind(
  tx: Tx,
  kind: 'commune' | 'metropole',
  communeCode?: string,
): Promise<typeof organisations.$inferSelect | null> {
  const rows = await tx
    .select()
    .from(organisations)
    .where(
      and(eq(organisations.kind, kind), communeCode ? eq(organisations.communeCode, communeCode) : undefined),
    )
    .orderBy(asc(organisations.createdAtMs), asc(organisations.id))
    .limit(1)
  return rows[0] ?? null
}

/** The members of an organisation whose accounts are open. */
export async function listOpenMemberIds(tx: Tx, organisationId: string): Promise<string[]> {
  const rows = await tx
    .select({ userId: users.id })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.organisationId, organisationId), isNull(users.suspendedAtMs)))
  return rows.map(({ userId }) => userId)
}

export async function updateMembershipRole(
  tx: Tx,
  organisationId: string,
  userId: string,
  role: 'owner' | 'member',
): Promise<void> {
  await tx.update(memberships).set({ role }).where(isMembership(organisationId, userId))
}

export async function deleteMembership(tx: Tx, organisationId: string, userId: string): Promise<void> {
  await tx.delete(memberships).where(isMembership(organisationId, userId))
}

function isMembership(organisationId: string, userId: string) {
  return and(eq(memberships.organisationId, organisationId), eq(memberships.userId, userId))
}
