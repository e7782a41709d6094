import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import type { NeedStatus } from '../model/need'
import { checkNeedStatus } from '../model/need-act'
import { findNeed, setNeedStatus } from '../repo.server'

/**
 * Pauses, reopens or closes one's own need, as `checkNeedStatus` allows. A need that reopens is compared anew with the
 * lots published meanwhile.
 */
export async function changeNeedStatus(input: {
  actor: Actor
  needId: string
  status: NeedStatus
}): Promise<Result<{ id: string }>> {
  const { actor, needId, status } = input
  return withTx(async (tx) => {
    const need = await findNeed(tx, needId)
    if (need?.organisationId !== actor.organisationId) return refused('not-found')
    const refusal = checkNeedStatus(need, status, isoDayOf(nowMs()))
    if (refusal) return refused(refusal)
    if (need.status === status) return ok({ id: needId })
    await setNeedStatus(tx, actor.organisationId, needId, status)
    await recordChange(tx, { entity: 'need', entityId: needId, kind: status, actorUserId: actor.userId })
    if (status === 'open') await tell(tx, 'need.changed', { needId })
    return ok({ id: needId })
  })
}
