import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { withTx } from '~/platform/transaction.server'
import { auditFactor, judgeCode, readCode, type Verdict } from '../judge-code.server'
import { acceptAssertion, verifyAssertion } from '../passkeys.server'
import { isPassword } from '../passwords.server'
import { findCredentials } from '../queries.server'
import { readSession } from '../read-session.server'
import { rotateSession } from '../rotate-session.server'

/**
 * «Confirmez que c’est vous»: the password and, for a person with a second factor, a code. The session goes on under a
 * new secret, in which the proof is recent. Refuses as sign-in does (`bad-credentials`, `code-wrong`, `codes-locked`).
 */
export async function confirmIdentity(input: {
  secret: string
  password: string
  code: string
}): Promise<Result<{ secret: string }>> {
  const session = await readSession(input.secret)
  if (session?.stage !== 'open') return refused('forbidden')
  const { userId, email } = session.actor
  if (session.hasPassword) {
    const credentials = await findCredentials(email)
    if (!(await isPassword(credentials?.passwordHash ?? null, input.password)))
      return refused('bad-credentials', { field: 'password' })
  } else if (!session.hasFactor) return refused('forbidden')
  const code = session.hasFactor ? await readCode(userId, input.code) : null
  const proven = await withTx(async (tx) => {
    const now = nowMs()
    const verdict: Verdict | null = code && (await judgeCode(tx, code, now))
    if (verdict === 'wrong' || verdict === 'locked') return { verdict, secret: null }
    return {
      verdict,
      secret: await rotateSession(tx, session.idHash, { withFactor: code !== null, nowMs: now }),
    }
  })
  if (proven.verdict === 'wrong') return refused('code-wrong', { field: 'code' })
  if (proven.verdict === 'locked') return refused('codes-locked', { field: 'code' })
  return proven.secret === null ? refused('forbidden') : ok({ secret: proven.secret })
}

/** The same by one of the person's own passkeys alone (`passkey-refused`). */
export async function confirmByPasskey(input: {
  secret: string
  response: AuthenticationResponseJSON
}): Promise<Result<{ secret: string }>> {
  const session = await readSession(input.secret)
  if (session?.stage !== 'open') return refused('forbidden')
  const assertion = await verifyAssertion(input.response)
  if (assertion?.userId !== session.actor.userId) return refused('passkey-refused')
  return withTx(async (tx) => {
    const now = nowMs()
    const asked = { purpose: 'confirm', sessionIdHash: session.idHash, nowMs: now } as const
    if (!(await acceptAssertion(tx, assertion, asked))) return refused('passkey-refused')
    await auditFactor(tx, assertion.userId, 'passkey')
    const secret = await rotateSession(tx, session.idHash, { withFactor: true, nowMs: now })
    return secret === null ? refused('forbidden') : ok({ secret })
  })
}
