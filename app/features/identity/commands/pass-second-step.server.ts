import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { withTx } from '~/platform/transaction.server'
import { auditFactor, judgeCode, readCode } from '../judge-code.server'
import { acceptAssertion, verifyAssertion } from '../passkeys.server'
import { readSession } from '../read-session.server'
import { rotateSession } from '../rotate-session.server'

type Passed = { secret: string; way: 'totp' | 'recovery' | 'passkey' }

/**
 * Opens a half-open session by a code of the application or a recovery code, under a new secret.
 * Refuses a wrong or used code (`code-wrong`), any after too many (`codes-locked`), a session that ended (`forbidden`).
 */
export async function passByCode(input: { secret: string; code: string }): Promise<Result<Passed>> {
  const session = await readSession(input.secret)
  if (session?.stage !== 'verify') return refused('forbidden')
  const code = await readCode(session.actor.userId, input.code)
  const passed = await withTx(async (tx) => {
    const now = nowMs()
    const verdict = await judgeCode(tx, code, now)
    const isRight = verdict === 'totp' || verdict === 'recovery'
    return { verdict, secret: isRight ? await open(tx, session.idHash, now) : null }
  })
  if (passed.verdict === 'wrong') return refused('code-wrong', { field: 'code' })
  if (passed.verdict === 'locked') return refused('codes-locked', { field: 'code' })
  return passed.secret === null ? refused('forbidden') : ok({ secret: passed.secret, way: passed.verdict })
}

/** The same by one of the person's own passkeys (`passkey-refused`). */
export async function passByPasskey(input: {
  secret: string
  response: AuthenticationResponseJSON
}): Promise<Result<Passed>> {
  const session = await readSession(input.secret)
  if (session?.stage !== 'verify') return refused('forbidden')
  const assertion = await verifyAssertion(input.response)
  if (assertion?.userId !== session.actor.userId) return refused('passkey-refused')
  return withTx(async (tx) => {
    const now = nowMs()
    const asked = { purpose: 'step', sessionIdHash: session.idHash, nowMs: now } as const
    if (!(await acceptAssertion(tx, assertion, asked))) return refused('passkey-refused')
    await auditFactor(tx, assertion.userId, 'passkey')
    const secret = await open(tx, session.idHash, now)
    return secret === null ? refused('forbidden') : ok({ secret, way: 'passkey' as const })
  })
}

function open(tx: Parameters<typeof rotateSession>[0], idHash: string, nowMs: number) {
  return rotateSession(tx, idHash, { withFactor: true, nowMs })
}
