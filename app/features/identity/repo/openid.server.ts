import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import { externalIdentities, membershipRequests, openidAttempts, openidSessions } from '~db/sqlite/openid'
import type { Tx } from '~/platform/transaction.server'

type AttemptRow = typeof openidAttempts.$inferInsert

export async function insertAttempt(tx: Tx, row: AttemptRow): Promise<void> {
  await tx.insert(openidAttempts).values(row)
}

/** Uses an attempt up: its payload, once, while it lasts; null ever after. */
export async function takeAttempt(
  tx: Tx,
  idHash: string,
  kind: AttemptRow['kind'],
  nowMs: number,
): Promise<Record<string, unknown> | null> {
  const rows = await tx
    .delete(openidAttempts)
    .where(
      and(
        eq(openidAttempts.idHash, idHash),
        eq(openidAttempts.kind, kind),
        gt(openidAttempts.expiresAtMs, nowMs),
      ),
    )
    .returning({ payload: openidAttempts.payload })
  return rows[0]?.payload ?? null
}

export async function readAttempt(
  tx: Tx,
  idHash: string,
  kind: AttemptRow['kind'],
  nowMs: number,
): Promise<Record<string, unknown> | null> {
  const isIt = and(eq(openidAttempts.idHash, idHash), eq(openidAttempts.kind, kind))
  const rows = await tx
    .select()
    .from(openidAttempts)
    .where(and(isIt, gt(openidAttempts.expiresAtMs, nowMs)))
  return rows[0]?.payload ?? null
}

export async function deleteOldAttempts(tx: Tx, nowMs: number): Promise<void> {
  await tx.delete(openidAttempts).where(lt(openidAttempts.expiresAtMs, nowMs))
}

export async function insertIdentity(tx: Tx, row: typeof externalIdentities.$inferInsert): Promise<void> {
  await tx.insert(externalIdentities).values(row)
}

export async function findIdentity(
  tx: Tx,
  { issuer, subject }: { issuer: string; subject: string },
): Promise<{ userId: string } | null> {
  const rows = await tx
    .select({ userId: externalIdentities.userId })
    .from(externalIdentities)
    .where(and(eq(externalIdentities.issuer, issuer), eq(externalIdentities.subject, subject)))
    .limit(1)
  return rows[0] ?? null
}

export async function noteIdentityUse(
  tx: Tx,
  { issuer, subject }: { issuer: string; subject: string },
  use: { email: string; lastUsedAtMs: number },
): Promise<void> {
  await tx
    .update(externalIdentities)
    .set(use)
    .where(and(eq(externalIdentities.issuer, issuer), eq(externalIdentities.subject, subject)))
}

export async function deleteIdentitiesOf(tx: Tx, userId: string): Promise<number> {
  const rows = await tx
    .delete(externalIdentities)
    .where(eq(externalIdentities.userId, userId))
    .returning({ subject: externalIdentities.subject })
  return rows.length
}

export async function insertProviderSession(tx: Tx, sessionIdHash: string, idToken: string): Promise<void> {
  await tx.insert(openidSessions).values({ sessionIdHash, idToken })
}

export async function findProviderSession(tx: Tx, sessionIdHash: string): Promise<string | null> {
  const rows = await tx.select().from(openidSessions).where(eq(openidSessions.sessionIdHash, sessionIdHash))
  return rows[0]?.idToken ?? null
}

/** Keeps a request; one that was made before, answered or not, stays as it is. @returns whether it is new */
export async function keepMembershipRequest(
  tx: Tx,
  row: { userId: string; organisationId: string; askedAtMs: number },
): Promise<boolean> {
  const rows = await tx.insert(membershipRequests).values(row).onConflictDoNothing().returning()
  return rows.length > 0
}

/** Answers a request that waits. @returns whether it did */
export async function answerMembershipRequest(
  tx: Tx,
  { userId, organisationId }: { userId: string; organisationId: string },
  answer: { decision: 'accepted' | 'refused'; decidedAtMs: number; decidedByUserId: string },
): Promise<boolean> {
  const rows = await tx
    .update(membershipRequests)
    .set(answer)
    .where(
      and(
        eq(membershipRequests.userId, userId),
        eq(membershipRequests.organisationId, organisationId),
        isNull(membershipRequests.decision),
      ),
    )
    .returning({ userId: membershipRequests.userId })
  return rows.length > 0
}
