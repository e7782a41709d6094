import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import type { LotStatus } from '../model/lot'
import { setLotStatus } from '../repo.server'

/** Pauses, resumes or withdraws one's own lot; reservations already made are untouched. */
export async function changeLotStatus(input: {
  actor: Actor
  lotId: string
  status: LotStatus
}): Promise<Result<{ id: string }>> {
  const { actor, lotId, status } = input
  return withTx(async (tx) => {
    if (!(await setLotStatus(tx, actor.organisationId, lotId, status))) return refused('not-found')
    await recordChange(tx, { entity: 'lot', entityId: lotId, kind: status, actorUserId: actor.userId })
    return ok({ id: lotId })
  })
}
