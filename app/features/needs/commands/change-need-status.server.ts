import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import type { NeedStatus } from '../model/need'
import { setNeedStatus } from '../repo.server'

/** Pauses, reopens or closes one's own need. */
export async function changeNeedStatus(input: {
  actor: Actor
  needId: string
  status: NeedStatus
}): Promise<Result<{ id: string }>> {
  const { actor, needId, status } = input
  return withTx(async (tx) => {
    if (!(await setNeedStatus(tx, actor.organisationId, needId, status))) return refused('not-found')
    await recordChange(tx, { entity: 'need', entityId: needId, kind: status, actorUserId: actor.userId })
    return ok({ id: needId })
  })
}
