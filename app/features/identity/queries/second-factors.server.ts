import { and, asc, count, eq, isNull } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import type { FactorSummary } from '../model/second-factor'
import { passkeys, recoveryCodes, totpFactors } from '~db/sqlite/second-factors'

export async function findFactors(userId: string): Promise<FactorSummary> {
  const [totp, keys, codes] = await Promise.all([
    reader()
      .select({ createdAtMs: totpFactors.createdAtMs, lastUsedAtMs: totpFactors.lastUsedAtMs })
      .from(totpFactors)
      .where(eq(totpFactors.userId, userId)),
    reader()
      .select({
        id: passkeys.id,
        name: passkeys.name,
        isBackedUp: passkeys.isBackedUp,
        createdAtMs: passkeys.createdAtMs,
        lastUsedAtMs: passkeys.lastUsedAtMs,
      })
      .from(passkeys)
      .where(eq(passkeys.userId, userId))
      .orderBy(asc(passkeys.createdAtMs)),
    reader()
      .select({ n: count() })
      .from(recoveryCodes)
      .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAtMs))),
  ])
  return { totp: totp[0] ?? null, passkeys: keys, codesLeft: codes[0]?.n ?? 0 }
}

/** The passkey of this id with its public key; null when there is none. */
export async function findPasskeyKey(id: string) {
  return (await reader().select().from(passkeys).where(eq(passkeys.id, id)).limit(1))[0] ?? null
}

/** The ids of a person's passkeys with how each is reached, for a browser to offer or to leave out. */
export async function listPasskeyIds(userId: string): Promise<{ id: string; transports: string[] }[]> {
  return reader()
    .select({ id: passkeys.id, transports: passkeys.transports })
    .from(passkeys)
    .where(eq(passkeys.userId, userId))
}

/** The salt of a person's recovery codes; null for one who has none. */
export async function findRecoverySalt(userId: string): Promise<string | null> {
  const rows = await reader()
    .select({ salt: recoveryCodes.salt })
    .from(recoveryCodes)
    .where(eq(recoveryCodes.userId, userId))
    .limit(1)
  return rows[0]?.salt ?? null
}
