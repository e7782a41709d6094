import { writeAudit } from '~/platform/audit.server'
import type { Tx } from '~/platform/transaction.server'
import { deleteExpiredSessions, insertSession } from '../repo.server'
import { hashSessionSecret, newSessionSecret } from '../session-secret.server'
import { SESSION_IDLE_MS } from '../model/session-limits'

/** How the person proved who they are. */
type SignInMethod = 'password' | 'invitation' | 'demo'

/** Opens a session for a user and returns its secret, which exists nowhere else than in the cookie. */
export async function startSession(
  tx: Tx,
  { method, ...session }: { userId: string; device: string; method: SignInMethod },
  nowMs: number,
): Promise<string> {
  const secret = newSessionSecret()
  await deleteExpiredSessions(tx, nowMs)
  await insertSession(tx, {
    ...session,
    idHash: hashSessionSecret(secret),
    createdAtMs: nowMs,
    expiresAtMs: nowMs + SESSION_IDLE_MS,
  })
  const { userId } = session
  await writeAudit(tx, {
    action: 'session.opened',
    actorUserId: userId,
    objectId: userId,
    details: { method },
  })
  return secret
}
