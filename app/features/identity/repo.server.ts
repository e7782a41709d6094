import { and, eq, gt, isNull, lt, ne } from 'drizzle-orm'
import { accountTokens, sessions, users } from '~db/sqlite/identity'
import type { Tx } from '~/platform/transaction.server'

export type UserRow = typeof users.$inferSelect
export type TokenRow = typeof accountTokens.$inferSelect

export async function insertUser(tx: Tx, user: typeof users.$inferInsert): Promise<void> {
  await tx.insert(users).values(user)
}

export async function findUser(tx: Tx, id: string): Promise<UserRow | null> {
  return (await tx.select().from(users).where(eq(users.id, id)).limit(1))[0] ?? null
}

export async function findUserByEmail(tx: Tx, email: string): Promise<UserRow | null> {
  return (await tx.select().from(users).where(eq(users.email, email)).limit(1))[0] ?? null
}

export async function updateUser(
  tx: Tx,
  id: string,
  values: Partial<typeof users.$inferInsert>,
): Promise<void> {
  await tx.update(users).set(values).where(eq(users.id, id))
}

export async function insertSession(
  tx: Tx,
  session: Omit<typeof sessions.$inferInsert, 'lastSeenAtMs'>,
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

export async function setSessionOrganisation(tx: Tx, idHash: string, organisationId: string): Promise<void> {
  await tx.update(sessions).set({ organisationId }).where(eq(sessions.idHash, idHash))
}

/** Ends a session; whose it was, null when there was none. */
export async function deleteSession(tx: Tx, idHash: string): Promise<string | null> {
  const ended = await tx
    .delete(sessions)
    .where(eq(sessions.idHash, idHash))
    .returning({ userId: sessions.userId })
  return ended[0]?.userId ?? null
}

/** Ends one of a person's own sessions; whether there was one. */
export async function deleteOwnSession(tx: Tx, userId: string, idHash: string): Promise<boolean> {
  const ended = await tx
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), eq(sessions.idHash, idHash)))
    .returning({ userId: sessions.userId })
  return ended.length > 0
}

/** Ends a person's sessions, all of them or all but one. */
export async function deleteSessionsOf(tx: Tx, userId: string, keepIdHash = ''): Promise<void> {
  await tx.delete(sessions).where(and(eq(sessions.userId, userId), ne(sessions.idHash, keepIdHash)))
}

export async function deleteExpiredSessions(tx: Tx, nowMs: number): Promise<void> {
  await tx.delete(sessions).where(lt(sessions.expiresAtMs, nowMs))
}

export async function insertToken(tx: Tx, token: typeof accountTokens.$inferInsert): Promise<void> {
  await tx.insert(accountTokens).values(token)
}

/** Uses a link: its row, once, while it is valid; null ever after. */
export async function useToken(
  tx: Tx,
  idHash: string,
  kind: TokenRow['kind'],
  nowMs: number,
): Promise<TokenRow | null> {
  const rows = await tx
    .update(accountTokens)
    .set({ usedAtMs: nowMs })
    .where(
      and(
        eq(accountTokens.idHash, idHash),
        eq(accountTokens.kind, kind),
        isNull(accountTokens.usedAtMs),
        gt(accountTokens.expiresAtMs, nowMs),
      ),
    )
    .returning()
  return rows[0] ?? null
}

/** Ends the person's unused links of a kind: a newer one, or a changed password, takes their place. */
export async function voidTokensOf(
  tx: Tx,
  userId: string,
  kind: TokenRow['kind'],
  nowMs: number,
): Promise<void> {
  await tx
    .update(accountTokens)
    .set({ usedAtMs: nowMs })
    .where(
      and(eq(accountTokens.userId, userId), eq(accountTokens.kind, kind), isNull(accountTokens.usedAtMs)),
    )
}

/** Ends the unused invitations of an address into an organisation. */
export async function voidInvitations(
  tx: Tx,
  organisationId: string,
  email: string,
  nowMs: number,
): Promise<number> {
  const rows = await tx
    .update(accountTokens)
    .set({ usedAtMs: nowMs })
    .where(
      and(
        eq(accountTokens.organisationId, organisationId),
        eq(accountTokens.kind, 'invitation'),
        eq(accountTokens.email, email),
        isNull(accountTokens.usedAtMs),
      ),
    )
    .returning({ idHash: accountTokens.idHash })
  return rows.length
}
