import { and, count, eq } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
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

export async function countOwners(tx: Tx, organisationId: string): Promise<number> {
  const rows = await tx
    .select({ total: count() })
    .from(memberships)
    .where(and(eq(memberships.organisationId, organisationId), eq(memberships.role, 'owner')))
  return rows[0]?.total ?? 0
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
