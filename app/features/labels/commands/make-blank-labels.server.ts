import { nowMs } from '~/core/clock'
import { ok, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { newCodes } from '../new-codes.server'
import { insertLabels, isBatchKnown } from '../repo.server'

/**
 * Makes blank labels for one's organisation, to be printed beforehand and claimed on site. `batchId` is made by the
 * client: the same id twice makes them once.
 */
export async function makeBlankLabels({
  actor,
  batchId,
  count,
}: {
  actor: Actor
  batchId: string
  count: number
}): Promise<Result<{ batchId: string }>> {
  return withTx(async (tx) => {
    if (await isBatchKnown(tx, actor.organisationId, batchId)) return ok({ batchId })
    const createdAtMs = nowMs()
    const codes = await newCodes(tx, count)
    await insertLabels(
      tx,
      codes.map((code) => ({
        code,
        organisationId: actor.organisationId,
        lotId: null,
        draftId: null,
        item: null,
        batchId,
        claimedByUserId: null,
        claimedAtMs: null,
        createdAtMs,
      })),
    )
    const change = { entityId: batchId, kind: 'printed', actorUserId: actor.userId, detail: { count } }
    await recordChange(tx, { entity: 'label', ...change })
    return ok({ batchId })
  })
}
