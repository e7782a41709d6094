import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { isFresh } from '../model/second-factor'
import { readSession } from '../read-session.server'
import { deleteSessionsOf } from '../repo.server'
import { deletePasskey, deleteTotp, hasFactor, putRecoveryCodes } from '../repo/second-factors.server'

/**
 * Removes the application (`totp`) or a passkey by its id, ends the person's other sessions and tells them. The last
 * factor takes the recovery codes with it; it stays where the person's role requires one (`factor-required`). Asks for
 * a recent proof (`proof-stale`); what is not there is `not-found`.
 */
export async function removeFactor(input: { secret: string; factor: string }): Promise<Result<null>> {
  const session = await readSession(input.secret)
  if (session?.stage !== 'open') return refused('forbidden')
  if (!isFresh(session.provenAtMs, nowMs())) return refused('proof-stale')
  const { userId } = session.actor
  return withTx(async (tx) => {
    const detail = await removed(tx, userId, input.factor)
    if (!detail) return refused('not-found')
    const isLast = !(await hasFactor(tx, userId))
    if (isLast && session.isRequired) return refused('factor-required')
    if (isLast) await putRecoveryCodes(tx, userId, { hashes: [], salt: '', nowMs: nowMs() })
    await deleteSessionsOf(tx, userId, session.idHash)
    await recordChange(tx, {
      ...{ entity: 'user', entityId: userId, kind: 'factor-removed', actorUserId: userId },
      detail,
    })
    await tell(tx, 'account.notice', { notice: 'factor-removed', userId })
    return ok(null)
  })
}

async function removed(tx: Tx, userId: string, factor: string) {
  if (factor === 'totp') return (await deleteTotp(tx, userId)) ? { factor } : null
  const name = await deletePasskey(tx, userId, factor)
  return name === null ? null : { factor: 'passkey', name }
}
