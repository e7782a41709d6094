import { nowMs } from '~/core/clock'
import type { Actor } from '~/features/organisations/model/permissions'
import { withTx } from '~/platform/transaction.server'
import { SESSION_ABSOLUTE_MS, SESSION_IDLE_MS, SESSION_TOUCH_MS } from '../model/session-limits'
import { findSession } from '../queries.server'
import { touchSession } from '../repo.server'
import { hashSessionSecret } from '../session-secret.server'

/** The person behind the secret of an open session, or null; keeps a session in use from going idle. */
export async function resumeSession(secret: string): Promise<Actor | null> {
  const now = nowMs()
  const idHash = hashSessionSecret(secret)
  const session = await findSession(idHash, now)
  if (session?.stage !== 'open') return null
  if (now - session.lastSeenAtMs > SESSION_TOUCH_MS) {
    const expiresAtMs = Math.min(now + SESSION_IDLE_MS, session.createdAtMs + SESSION_ABSOLUTE_MS)
    await withTx((tx) => touchSession(tx, idHash, now, expiresAtMs))
  }
  return session.actor
}
