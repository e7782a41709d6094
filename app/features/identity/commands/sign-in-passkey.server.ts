import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { auditAlone } from '~/platform/audit.server'
import { withTx } from '~/platform/transaction.server'
import { closedRefusal } from '../closed-refusal.server'
import { acceptAssertion, verifyAssertion } from '../passkeys.server'
import { startSession, type Entry } from './start-session.server'

/**
 * Signs in with a passkey alone: it was unlocked by its person, so it counts as two factors. One refusal for every cause
 * (`passkey-refused`), but who holds the passkey hears that the account is closed.
 */
export async function signInByPasskey({
  response,
  ...entry
}: Entry & { response: AuthenticationResponseJSON }): Promise<Result<{ secret: string }>> {
  const assertion = await verifyAssertion(response)
  if (!assertion) return refused('passkey-refused')
  const { userId } = assertion
  const closed = await closedRefusal(userId)
  const { device, formerSecret } = entry
  const secret = await withTx(async (tx) => {
    const now = nowMs()
    const asked = { purpose: 'sign-in', sessionIdHash: null, nowMs: now } as const
    if (!(await acceptAssertion(tx, assertion, asked))) return null
    if (closed) return ''
    return startSession(tx, { userId, device, formerSecret, method: 'passkey', hasSecondFactor: true }, now)
  })
  if (secret === null || closed) {
    const cause = secret === null ? 'challenge' : (closed?.error.code ?? '')
    await auditAlone({ ...REFUSED, objectId: userId, details: { method: 'passkey', cause } })
  }
  if (secret === null) return refused('passkey-refused')
  return closed ?? ok({ secret })
}

const REFUSED = { action: 'session.opened', outcome: 'refused', actorUserId: null } as const
