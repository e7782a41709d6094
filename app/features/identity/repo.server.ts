import { and, eq, gt, lt } from 'drizzle-orm'
import { sessions, users } from '~db/sqlite/identity'
import type { Tx } from '~/platform/transaction.server'

export async function insertUser(tx: Tx, user: typeof users.$inferInsert): Promise<void> {
  await tx.insert(users).values(user)
}

export async function insertSession(
  tx: Tx,
  session: { idHash: string; userId: string; createdAtMs: number; expiresAtMs: number },
): Promise<void> {
  await tx.insert(sessions).values({ ...session, lastSeenAtMs: session.createdAtMs })
}

/** Moves a live session's idle deadline. */
export async function touchSession(
  tx: Tx,
  idHash: string,
  nowMs: number,
  expiresAtMs: number,
): Promise<void> {
  await tx
    .update(sessions)
    .set({ lastSeenAtMs: nowMs, expiresAtMs })
    .where(and(eq(sessions.idHash, idHash), gt(sessions.expiresAtMs, nowMs)))
}

export async function deleteSession(tx: Tx, idHash: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.idHash, idHash))
}

export async function deleteExpiredSessions(tx: Tx, nowMs: number): Promise<void> {
  await tx.delete(sessions).where(lt(sessions.expiresAtMs, nowMs))
}
