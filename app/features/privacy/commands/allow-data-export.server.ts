import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { isFresh } from '~/features/identity/model/second-factor'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { DAY_MS, PERMITS_PER_DAY } from '../model/data-permit'
import { findDataPermits } from '../queries.server'

/**
 * Lets a person take their data along for a quarter of an hour and tells them by e-mail that it was asked. Refuses who
 * did not prove of late who they are (`proof-stale`) and the sixth in a day (`too-many-requests`).
 */
export async function allowDataExport(input: {
  userId: string
  /** When the session last proved whose it is. */
  provenAtMs: number | null
}): Promise<Result<null>> {
  const { userId } = input
  if (!isFresh(input.provenAtMs, nowMs())) return refused('proof-stale')
  return withTx(async (tx) => {
    const { total } = await findDataPermits(userId, nowMs() - DAY_MS)
    if (total >= PERMITS_PER_DAY) return refused('too-many-requests')
    await recordChange(tx, {
      entity: 'user',
      entityId: userId,
      kind: 'data-exported',
      actorUserId: userId,
    })
    await tell(tx, 'account.notice', { notice: 'data-exported', userId })
    return ok(null)
  })
}
