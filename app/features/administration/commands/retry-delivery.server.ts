import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { reviveJob } from '~/platform/jobs.server'
import { withTx } from '~/platform/transaction.server'

/** Tries an e-mail again that failed as often as it is tried; one that waits or went meanwhile is a `conflict`. */
export async function retryDelivery(actor: Actor, jobId: string): Promise<Result<null>> {
  if (!can(actor, 'delivery:retry')) return refused('forbidden')
  return withTx(async (tx) => {
    if (!(await reviveJob(tx, jobId))) return refused('conflict')
    const actorUserId = actor.userId
    await recordChange(tx, { entity: 'delivery', entityId: jobId, kind: 'retried', actorUserId })
    return ok(null)
  })
}
