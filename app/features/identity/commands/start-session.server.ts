import type { Tx } from '~/platform/transaction.server'
import { deleteExpiredSessions, insertSession } from '../repo.server'
import { hashSessionSecret, newSessionSecret } from '../session-secret.server'
import { SESSION_IDLE_MS } from '../model/session-limits'

/** Opens a session for a user and returns its secret, which exists nowhere else than in the cookie. */
export async function startSession(
  tx: Tx,
  { userId, device }: { userId: string; device: string; hasSecondFactor?: boolean },
  nowMs: number,
): Promise<string> {
  const secret = newSessionSecret()
  await deleteExpiredSessions(tx, nowMs)
  await insertSession(tx, {
    ...{ userId, device },
    idHash: hashSessionSecret(secret),
    createdAtMs: nowMs,
    expiresAtMs: nowMs + SESSION_IDLE_MS,
  })
  return secret
}
