import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { reviveJob } from '~/platform/jobs.server'
import { withTx } from '~/platform/transaction.server'

/** Tries a job again that failed as often as it is tried; one that waits or was done meanwhile is a `conflict`. */
export async function retryJob(actor: Actor, jobId: string): Promise<Result<null>> {
  if (!can(actor, 'job:retry')) return refused('forbidden')
  return withTx(async (tx) => {
    if (!(await reviveJob(tx, jobId))) return refused('conflict')
    const actorUserId = actor.userId
    await recordChange(tx, { entity: 'job', entityId: jobId, kind: 'retried', actorUserId })
    return ok(null)
  })
}
