import type { Tx } from '~/platform/transaction.server'
import { SESSION_IDLE_MS } from './model/session-limits'
import { putSession, takeSession, type SessionRow } from './repo/second-factors.server'
import { hashSessionSecret, newSessionSecret } from './session-secret.server'

/**
 * Replaces a session by one with a new secret, in which the person has just proven who they are; a half-open one becomes
 * open and its life begins. Null when it ended meanwhile.
 * @param withFactor a second factor was part of the proof
 */
export async function rotateSession(
  tx: Tx,
  idHash: string,
  { withFactor, nowMs }: { withFactor: boolean; nowMs: number },
): Promise<string | null> {
  const former = await takeSession(tx, idHash, nowMs)
  if (!former) return null
  const secret = newSessionSecret()
  const next: SessionRow = {
    ...former,
    idHash: hashSessionSecret(secret),
    isHalf: false,
    provenAtMs: nowMs,
    secondFactorAtMs: withFactor ? nowMs : former.secondFactorAtMs,
    lastSeenAtMs: nowMs,
    ...(former.isHalf && { createdAtMs: nowMs, expiresAtMs: nowMs + SESSION_IDLE_MS }),
  }
  await putSession(tx, next)
  return secret
}
