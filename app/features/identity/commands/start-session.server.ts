import { writeAudit } from '~/platform/audit.server'
import type { Tx } from '~/platform/transaction.server'
import { deleteExpiredSessions, insertSession } from '../repo.server'
import { hashSessionSecret, newSessionSecret } from '../session-secret.server'
import { SESSION_IDLE_MS } from '../model/session-limits'

/** How the person proved who they are. */
type SignInMethod = 'password' | 'invitation' | 'demo' | 'proconnect'

/** Opens a session for a user and returns its secret, which exists nowhere else than in the cookie. */
export async function startSession(
  tx: Tx,
  session: { userId: string; device: string; method: SignInMethod; hasSecondFactor?: boolean },
  nowMs: number,
): Promise<string> {
  const { userId, device, method } = session
  const secret = newSessionSecret()
  await deleteExpiredSessions(tx, nowMs)
  await insertSession(tx, {
    ...{ userId, device },
    idHash: hashSessionSecret(secret),
    createdAtMs: nowMs,
    expiresAtMs: nowMs + SESSION_IDLE_MS,
  })
  await writeAudit(tx, {
    action: 'session.opened',
    actorUserId: userId,
    objectId: userId,
    details: { method },
  })
  return secret
}
