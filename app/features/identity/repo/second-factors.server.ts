import { and, count, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { sessions, users } from '~db/sqlite/identity'
import { memberships, organisations } from '~db/sqlite/organisations'
import {
  factorTrials,
  passkeys,
  recoveryCodes,
  totpFactors,
  webauthnChallenges,
  type ChallengePurpose,
} from '~db/sqlite/second-factors'

export type PasskeyRow = typeof passkeys.$inferSelect
export type SessionRow = typeof sessions.$inferSelect

/** What decides, inside a transaction, whether a person owes a second step; null for nobody. */
export async function findFactorFacts(tx: Tx, userId: string) {
  const [person] = await tx.select({ email: users.email }).from(users).where(eq(users.id, userId)).limit(1)
  if (!person) return null
  const official = await tx
    .select({ kind: organisations.kind })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(
      and(
        eq(memberships.userId, userId),
        isNull(organisations.suspendedAtMs),
        sql`${organisations.kind} in ('commune', 'metropole')`,
      ),
    )
    .limit(1)
  return { email: person.email, hasFactor: await hasFactor(tx, userId), isOfficial: official.length > 0 }
}

export async function hasFactor(tx: Tx, userId: string): Promise<boolean> {
  const [totp] = await tx
    .select({ id: totpFactors.userId })
    .from(totpFactors)
    .where(eq(totpFactors.userId, userId))
  return totp !== undefined || (await countPasskeys(tx, userId)) > 0
}

export async function countPasskeys(tx: Tx, userId: string): Promise<number> {
  return (await tx.select({ n: count() }).from(passkeys).where(eq(passkeys.userId, userId)))[0]?.n ?? 0
}

/** Ends a session and gives its row, once: of two who take it at once, one gets null. */
export async function takeSession(tx: Tx, idHash: string, nowMs: number): Promise<SessionRow | null> {
  const rows = await tx
    .delete(sessions)
    .where(and(eq(sessions.idHash, idHash), gt(sessions.expiresAtMs, nowMs)))
    .returning()
  return rows[0] ?? null
}

export async function putSession(tx: Tx, row: SessionRow): Promise<void> {
  await tx.insert(sessions).values(row)
}

export async function findTotp(tx: Tx, userId: string) {
  return (await tx.select().from(totpFactors).where(eq(totpFactors.userId, userId)).limit(1))[0] ?? null
}

export async function insertTotp(tx: Tx, row: typeof totpFactors.$inferInsert): Promise<void> {
  await tx.insert(totpFactors).values(row)
}

/** The sealed secret of every application. */
export async function listSealedTotps(tx: Tx): Promise<{ userId: string; sealedSecret: string }[]> {
  const { userId, sealedSecret } = totpFactors
  return tx.select({ userId, sealedSecret }).from(totpFactors)
}

export async function replaceSealedTotp(tx: Tx, userId: string, sealedSecret: string): Promise<void> {
  await tx.update(totpFactors).set({ sealedSecret }).where(eq(totpFactors.userId, userId))
}

/** Uses the code of a step; false when that step, or a later one, was used before. */
export async function takeTotpStep(tx: Tx, userId: string, step: number, nowMs: number): Promise<boolean> {
  const rows = await tx
    .update(totpFactors)
    .set({ lastStep: step, lastUsedAtMs: nowMs })
    .where(and(eq(totpFactors.userId, userId), lt(totpFactors.lastStep, step)))
    .returning({ userId: totpFactors.userId })
  return rows.length > 0
}

export async function deleteTotp(tx: Tx, userId: string): Promise<boolean> {
  const rows = await tx
    .delete(totpFactors)
    .where(eq(totpFactors.userId, userId))
    .returning({ userId: totpFactors.userId })
  return rows.length > 0
}

/** Replaces a person's recovery codes; an empty list leaves none. */
export async function putRecoveryCodes(
  tx: Tx,
  userId: string,
  { hashes, salt, nowMs }: { hashes: readonly string[]; salt: string; nowMs: number },
): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
  if (hashes.length === 0) return
  await tx
    .insert(recoveryCodes)
    .values(hashes.map((codeHash) => ({ userId, codeHash, salt, createdAtMs: nowMs })))
}

/** Uses a recovery code, once. */
export async function takeRecoveryCode(
  tx: Tx,
  userId: string,
  codeHash: string,
  nowMs: number,
): Promise<boolean> {
  const rows = await tx
    .update(recoveryCodes)
    .set({ usedAtMs: nowMs })
    .where(
      and(
        eq(recoveryCodes.userId, userId),
        eq(recoveryCodes.codeHash, codeHash),
        isNull(recoveryCodes.usedAtMs),
      ),
    )
    .returning({ codeHash: recoveryCodes.codeHash })
  return rows.length > 0
}

export async function findPasskey(tx: Tx, id: string): Promise<PasskeyRow | null> {
  return (await tx.select().from(passkeys).where(eq(passkeys.id, id)).limit(1))[0] ?? null
}

/** Keeps a passkey; false when it is kept already. */
export async function insertPasskey(tx: Tx, row: PasskeyRow): Promise<boolean> {
  const rows = await tx.insert(passkeys).values(row).onConflictDoNothing().returning({ id: passkeys.id })
  return rows.length > 0
}

export async function touchPasskey(
  tx: Tx,
  id: string,
  use: { counter: number; isBackedUp: boolean; nowMs: number },
): Promise<void> {
  await tx
    .update(passkeys)
    .set({ counter: use.counter, isBackedUp: use.isBackedUp, lastUsedAtMs: use.nowMs })
    .where(eq(passkeys.id, id))
}

/** Removes one of a person's own passkeys and gives its name; null when it is not theirs. */
export async function deletePasskey(tx: Tx, userId: string, id: string): Promise<string | null> {
  const rows = await tx
    .delete(passkeys)
    .where(and(eq(passkeys.userId, userId), eq(passkeys.id, id)))
    .returning({ name: passkeys.name })
  return rows[0]?.name ?? null
}

/** Gives one of a person's own passkeys another name; false when it is not theirs. */
export async function renamePasskeyOf(tx: Tx, userId: string, id: string, name: string): Promise<boolean> {
  const rows = await tx
    .update(passkeys)
    .set({ name })
    .where(and(eq(passkeys.userId, userId), eq(passkeys.id, id)))
    .returning({ id: passkeys.id })
  return rows.length > 0
}

/** Removes all that a person set up beside the password; how many factors that was. */
export async function deleteFactorsOf(tx: Tx, userId: string): Promise<number> {
  const keys = await tx.delete(passkeys).where(eq(passkeys.userId, userId)).returning({ id: passkeys.id })
  const hadTotp = await deleteTotp(tx, userId)
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
  await tx.delete(factorTrials).where(eq(factorTrials.userId, userId))
  return keys.length + Number(hadTotp)
}

/** Keeps a challenge and drops those that expired; false when too many of people unknown wait already. */
export async function insertChallenge(
  tx: Tx,
  challenge: typeof webauthnChallenges.$inferInsert,
  { nowMs, most }: { nowMs: number; most: number },
): Promise<boolean> {
  await tx.delete(webauthnChallenges).where(lt(webauthnChallenges.expiresAtMs, nowMs))
  if (challenge.sessionIdHash == null) {
    const waiting = await tx
      .select({ n: count() })
      .from(webauthnChallenges)
      .where(isNull(webauthnChallenges.sessionIdHash))
    if ((waiting[0]?.n ?? 0) >= most) return false
  } else {
    await tx.delete(webauthnChallenges).where(eq(webauthnChallenges.sessionIdHash, challenge.sessionIdHash))
  }
  await tx.insert(webauthnChallenges).values(challenge)
  return true
}

/** Uses a challenge: once, before it expires, for its purpose, by the session that asked for it. */
export async function takeChallenge(
  tx: Tx,
  challenge: { challengeHash: string; purpose: ChallengePurpose; sessionIdHash: string | null },
  nowMs: number,
): Promise<boolean> {
  const { challengeHash, purpose, sessionIdHash } = challenge
  const rows = await tx
    .delete(webauthnChallenges)
    .where(eq(webauthnChallenges.challengeHash, challengeHash))
    .returning()
  const [row] = rows
  return (
    row !== undefined &&
    row.purpose === purpose &&
    row.sessionIdHash === sessionIdHash &&
    row.expiresAtMs > nowMs
  )
}

export async function findTrials(tx: Tx, userId: string) {
  return (await tx.select().from(factorTrials).where(eq(factorTrials.userId, userId)).limit(1))[0] ?? null
}

export async function putTrials(tx: Tx, row: typeof factorTrials.$inferInsert): Promise<void> {
  await tx.insert(factorTrials).values(row).onConflictDoUpdate({ target: factorTrials.userId, set: row })
}

export async function forgetTrials(tx: Tx, userId: string): Promise<void> {
  await tx.delete(factorTrials).where(eq(factorTrials.userId, userId))
}
