import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { isFresh } from '../model/second-factor'
import { readSession } from '../read-session.server'
import { makeRecoverySet } from '../recovery-set.server'
import { hasFactor, putRecoveryCodes } from '../repo/second-factors.server'

/**
 * Ten new recovery codes in place of the former, to show once. For a person with a second factor (`not-found` without),
 * who proved of late who they are (`proof-stale`).
 */
export async function renewRecoveryCodes(secret: string): Promise<Result<{ codes: string[] }>> {
  const session = await readSession(secret)
  if (session?.stage !== 'open') return refused('forbidden')
  if (!isFresh(session.provenAtMs, nowMs())) return refused('proof-stale')
  const { userId } = session.actor
  const recovery = await makeRecoverySet()
  return withTx(async (tx) => {
    if (!(await hasFactor(tx, userId))) return refused('not-found')
    await putRecoveryCodes(tx, userId, { ...recovery, nowMs: nowMs() })
    await recordChange(tx, {
      entity: 'user',
      entityId: userId,
      kind: 'recovery-codes-made',
      actorUserId: userId,
    })
    await tell(tx, 'account.notice', { notice: 'codes-renewed', userId })
    return ok({ codes: recovery.codes })
  })
}
