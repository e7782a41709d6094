import { writeAudit } from '~/platform/audit.server'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import type { Tx } from '~/platform/transaction.server'
import { pauseAfter } from './model/second-factor'
import { plainRecoveryCode } from './model/recovery-codes'
import { hashRecoveryCode } from './passwords.server'
import { findRecoverySalt } from './queries/second-factors.server'
import {
  findTotp,
  findTrials,
  forgetTrials,
  putTrials,
  takeRecoveryCode,
  takeTotpStep,
} from './repo/second-factors.server'
import { unseal } from './seal.server'
import { totpStepOf } from './totp.server'

/** What a typed code was, or why it is not accepted: wrong, or after too many wrong ones (`locked`). */
export type Verdict = 'totp' | 'recovery' | 'wrong' | 'locked'

export type TypedCode = { userId: string; typed: string; recoveryHash: string | null }

/** What is slow about a code, done before the transaction that judges it. */
export async function readCode(userId: string, typed: string): Promise<TypedCode> {
  const plain = plainRecoveryCode(typed)
  const salt = plain === null ? null : await findRecoverySalt(userId)
  const recoveryHash = plain === null || salt === null ? null : await hashRecoveryCode(plain, salt)
  return { userId, typed, recoveryHash }
}

/**
 * Judges a code of the application or a recovery code, and uses it: neither is accepted twice. Wrong ones are counted for
 * the person, over all sessions; the count must be kept, so the transaction must commit whatever the verdict.
 */
export async function judgeCode(tx: Tx, code: TypedCode, nowMs: number): Promise<Verdict> {
  const verdict = await verdictOn(tx, code, nowMs)
  await auditFactor(tx, code.userId, verdict)
  return verdict
}

/** Notes in the audit log that a second factor was asked for, and what came of it. */
export async function auditFactor(tx: Tx, userId: string, verdict: Verdict | 'passkey'): Promise<void> {
  const outcome = verdict === 'wrong' || verdict === 'locked' ? 'refused' : 'done'
  const details = { verdict }
  await writeAudit(tx, {
    action: 'user.factor-used',
    outcome,
    actorUserId: userId,
    objectId: userId,
    details,
  })
}

async function verdictOn(tx: Tx, code: TypedCode, nowMs: number): Promise<Verdict> {
  const { userId } = code
  const trials = await findTrials(tx, userId)
  if ((trials?.lockedUntilMs ?? 0) > nowMs) return 'locked'
  const accepted = await acceptedAs(tx, code, nowMs)
  if (accepted) {
    await forgetTrials(tx, userId)
    return accepted
  }
  const failures = (trials?.failures ?? 0) + 1
  const pause = pauseAfter(failures)
  await putTrials(tx, { userId, failures, lockedUntilMs: pause > 0 ? nowMs + pause : null })
  if (pause === 0) return 'wrong'
  await recordChange(tx, { entity: 'user', entityId: userId, kind: 'codes-locked', actorUserId: null })
  await tell(tx, 'account.notice', { notice: 'codes-locked', userId })
  return 'locked'
}

async function acceptedAs(
  tx: Tx,
  { userId, typed, recoveryHash }: TypedCode,
  nowMs: number,
): Promise<'totp' | 'recovery' | null> {
  const totp = await findTotp(tx, userId)
  const secret = totp && unseal(totp.sealedSecret, 'totp', userId)
  const step = secret ? totpStepOf(secret, typed, nowMs) : null
  if (step !== null && (await takeTotpStep(tx, userId, step, nowMs))) return 'totp'
  if (recoveryHash === null || !(await takeRecoveryCode(tx, userId, recoveryHash, nowMs))) return null
  await recordChange(tx, {
    entity: 'user',
    entityId: userId,
    kind: 'recovery-code-used',
    actorUserId: userId,
  })
  await tell(tx, 'account.notice', { notice: 'recovery-code-used', userId })
  return 'recovery'
}
