import { writeAudit } from '~/platform/audit.server'
import type { Tx } from '~/platform/transaction.server'
import { factorFactsOf } from '../factor-facts.server'
import { HALF_SESSION_MS, owedStep } from '../model/second-factor'
import { SESSION_IDLE_MS } from '../model/session-limits'
import { deleteExpiredSessions, deleteSession, insertSession } from '../repo.server'
import { findFactorFacts } from '../repo/second-factors.server'
import { hashSessionSecret, newSessionSecret } from '../session-secret.server'

/** Where someone signs in from: what their browser calls itself, and the session that it held, which ends. */
export type Entry = { device: string; formerSecret?: string | null }

/** How the person proved who they are. */
type SignInMethod = 'password' | 'invitation' | 'demo' | 'passkey' | 'proconnect'

type NewSession = Entry & {
  userId: string
  method: SignInMethod
  /** The way in was two factors by itself: a passkey with its PIN or fingerprint, or a provider's word. */
  hasSecondFactor?: boolean
}

/**
 * Opens a session for a user who proved who they are, by whatever way, and returns its secret, which exists nowhere else
 * than in the cookie. While a second factor is owed, the session is half-open: it grants nothing, ends soon, and is
 * replaced once the step is done.
 */
export async function startSession(tx: Tx, session: NewSession, nowMs: number): Promise<string> {
  const { userId, device, method, formerSecret, hasSecondFactor: isProven = false } = session
  const facts = await findFactorFacts(tx, userId)
  const isHalf = facts !== null && owedStep({ ...factorFactsOf(facts), isProven }) !== null
  const secret = newSessionSecret()
  await deleteExpiredSessions(tx, nowMs)
  if (formerSecret) await deleteSession(tx, hashSessionSecret(formerSecret))
  await insertSession(tx, {
    ...{ userId, device, isHalf },
    idHash: hashSessionSecret(secret),
    createdAtMs: nowMs,
    expiresAtMs: nowMs + (isHalf ? HALF_SESSION_MS : SESSION_IDLE_MS),
    provenAtMs: nowMs,
    secondFactorAtMs: isProven ? nowMs : null,
  })
  await writeAudit(tx, {
    action: 'session.opened',
    actorUserId: userId,
    objectId: userId,
    details: { method, owes: isHalf },
  })
  return secret
}
