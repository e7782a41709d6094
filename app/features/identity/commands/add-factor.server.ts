import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { isFresh, MOST_PASSKEYS } from '../model/second-factor'
import { hashOfChallenge, verifyNewPasskey } from '../passkeys.server'
import type { LiveSession } from '../queries.server'
import { readSession } from '../read-session.server'
import { makeRecoverySet, type RecoverySet } from '../recovery-set.server'
import { deleteSessionsOf } from '../repo.server'
import {
  countPasskeys,
  findTotp,
  hasFactor,
  insertPasskey,
  insertTotp,
  putRecoveryCodes,
  takeChallenge,
} from '../repo/second-factors.server'
import { rotateSession } from '../rotate-session.server'
import { seal } from '../seal.server'
import { hashSessionSecret } from '../session-secret.server'
import { totpStepOf } from '../totp.server'
import { readSetup } from '../totp-setup.server'

/** The session under its new secret; recovery codes to show once, when this is the person's first factor. */
type Added = { secret: string; codes: string[] | null }

/**
 * Keeps an authenticator application, proven by its first code (`code-wrong`). From a set-up that expired or is another
 * session's, `setup-stale`; beside one that is kept already, `conflict`; without a recent proof of who asks, `proof-stale`.
 */
export async function addTotp(input: {
  secret: string
  setup: string
  code: string
}): Promise<Result<Added>> {
  const session = await enrolling(input.secret)
  if (!session.ok) return session
  const { userId } = session.value.actor
  const now = nowMs()
  const secret = readSetup(input.setup, session.value, now)
  if (!secret) return refused('setup-stale')
  const step = totpStepOf(secret, input.code, now)
  if (step === null) return refused('code-wrong', { field: 'code' })
  const recovery = await makeRecoverySet()
  const sealedSecret = seal(secret, 'totp', userId)
  return withTx(async (tx) => {
    if (await findTotp(tx, userId)) return refused('conflict')
    const isFirst = !(await hasFactor(tx, userId))
    await insertTotp(tx, { userId, sealedSecret, lastStep: step, createdAtMs: now, lastUsedAtMs: now })
    return keep(tx, session.value, { factor: 'totp', recovery: isFirst ? recovery : null })
  })
}

/** Keeps a passkey under a name (`passkey-refused` for what cannot be checked, `passkey-limit` beyond ten). */
export async function addPasskey(input: {
  secret: string
  response: RegistrationResponseJSON
  name: string
}): Promise<Result<Added>> {
  const session = await enrolling(input.secret)
  if (!session.ok) return session
  const { idHash, actor } = session.value
  const made = await verifyNewPasskey(input.response)
  if (!made) return refused('passkey-refused')
  const recovery = await makeRecoverySet()
  return withTx(async (tx) => {
    const now = nowMs()
    const challenge = { challengeHash: hashOfChallenge(made.challenge), purpose: 'register' as const }
    if (!(await takeChallenge(tx, { ...challenge, sessionIdHash: idHash }, now)))
      return refused('passkey-refused')
    if ((await countPasskeys(tx, actor.userId)) >= MOST_PASSKEYS) return refused('passkey-limit')
    const isFirst = !(await hasFactor(tx, actor.userId))
    const { name } = input
    const row = { ...made.row, userId: actor.userId, name, createdAtMs: now, lastUsedAtMs: null }
    if (!(await insertPasskey(tx, row))) return refused('conflict')
    return keep(tx, session.value, { factor: 'passkey', recovery: isFirst ? recovery : null })
  })
}

/** The session that may set up a factor: an open one, or one that owes it; its person proven of late. */
async function enrolling(secret: string): Promise<Result<LiveSession>> {
  const session = await readSession(secret)
  if (session?.stage !== 'open' && session?.stage !== 'enrol') return refused('forbidden')
  return isFresh(session.provenAtMs, nowMs()) ? ok(session) : refused('proof-stale')
}

/** What every new factor brings: other sessions end, this one goes on renewed, and the person is told. */
async function keep(
  tx: Tx,
  { idHash, actor: { userId } }: LiveSession,
  { factor, recovery }: { factor: 'totp' | 'passkey'; recovery: RecoverySet | null },
): Promise<Result<Added>> {
  const now = nowMs()
  if (recovery) await putRecoveryCodes(tx, userId, { ...recovery, nowMs: now })
  const secret = await rotateSession(tx, idHash, { withFactor: true, nowMs: now })
  if (secret === null) return refused('forbidden')
  await deleteSessionsOf(tx, userId, hashSessionSecret(secret))
  await recordChange(tx, {
    entity: 'user',
    entityId: userId,
    kind: 'factor-added',
    actorUserId: userId,
    detail: { factor },
  })
  await tell(tx, 'account.notice', { notice: 'factor-added', userId })
  return ok({ secret, codes: recovery?.codes ?? null })
}
