import { and, desc, eq, gte, sql } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { users } from '~db/sqlite/identity'
import { programmeCriteria, programmeFund, programmeReviewers } from '~db/sqlite/programme'

/** The one row of the fund of the reuse track. */
const FUND = 'reuse'

export async function findFund(tx: Tx): Promise<{ amountCents: number; grantedCents: number } | null> {
  const rows = await tx.select().from(programmeFund).where(eq(programmeFund.id, FUND)).limit(1)
  return rows[0] ?? null
}

/** Sets the amount unless more than it is granted already; says whether it did. */
export async function setFundAmount(
  tx: Tx,
  fund: { amountCents: number; setByUserId: string; updatedAtMs: number },
): Promise<boolean> {
  const inserted = await tx
    .insert(programmeFund)
    .values({ id: FUND, grantedCents: 0, ...fund })
    .onConflictDoNothing()
    .returning({ id: programmeFund.id })
  if (inserted.length === 1) return true
  const updated = await tx
    .update(programmeFund)
    .set(fund)
    .where(and(eq(programmeFund.id, FUND), sql`${programmeFund.grantedCents} <= ${fund.amountCents}`))
    .returning({ id: programmeFund.id })
  return updated.length === 1
}

/** Takes from the fund what is left there, or nothing; says whether it did. */
export async function takeFromFund(tx: Tx, cents: number): Promise<boolean> {
  const taken = await tx
    .update(programmeFund)
    .set({ grantedCents: sql`${programmeFund.grantedCents} + ${cents}` })
    .where(
      and(
        eq(programmeFund.id, FUND),
        sql`${programmeFund.grantedCents} + ${cents} <= ${programmeFund.amountCents}`,
      ),
    )
    .returning({ id: programmeFund.id })
  return taken.length === 1
}

/** Gives back to the fund what was taken for a dossier. */
export async function giveBackToFund(tx: Tx, cents: number): Promise<boolean> {
  const given = await tx
    .update(programmeFund)
    .set({ grantedCents: sql`${programmeFund.grantedCents} - ${cents}` })
    .where(and(eq(programmeFund.id, FUND), gte(programmeFund.grantedCents, cents)))
    .returning({ id: programmeFund.id })
  return given.length === 1
}

/** The version in force; null before the first. */
export async function findLatestCriteria(tx: Tx): Promise<typeof programmeCriteria.$inferSelect | null> {
  const rows = await tx.select().from(programmeCriteria).orderBy(desc(programmeCriteria.version)).limit(1)
  return rows[0] ?? null
}

export async function findCriteria(
  tx: Tx,
  version: number,
): Promise<typeof programmeCriteria.$inferSelect | null> {
  const rows = await tx
    .select()
    .from(programmeCriteria)
    .where(eq(programmeCriteria.version, version))
    .limit(1)
  return rows[0] ?? null
}

export async function insertCriteria(tx: Tx, row: typeof programmeCriteria.$inferInsert): Promise<void> {
  await tx.insert(programmeCriteria).values(row)
}

/** The account of an address, unless it is closed. */
export async function findOpenAccount(tx: Tx, email: string): Promise<string | null> {
  const rows = await tx
    .select({ id: users.id, suspendedAtMs: users.suspendedAtMs })
    .from(users)
    .where(eq(users.email, email))
    .limit(1)
  return rows[0] && rows[0].suspendedAtMs === null ? rows[0].id : null
}

export async function insertReviewer(tx: Tx, row: typeof programmeReviewers.$inferInsert): Promise<boolean> {
  const inserted = await tx
    .insert(programmeReviewers)
    .values(row)
    .onConflictDoNothing()
    .returning({ userId: programmeReviewers.userId })
  return inserted.length === 1
}

export async function deleteReviewer(tx: Tx, userId: string): Promise<boolean> {
  const deleted = await tx
    .delete(programmeReviewers)
    .where(eq(programmeReviewers.userId, userId))
    .returning({ userId: programmeReviewers.userId })
  return deleted.length === 1
}
