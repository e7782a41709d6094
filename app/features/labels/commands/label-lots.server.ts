import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { newCodes } from '../new-codes.server'
import { findHolder, insertLabels, listLabelledItems } from '../repo.server'

/** A lot to be labelled: as a whole, or each of its pieces from 1 to `pieces`. */
export type LotToLabel = { lotId: string; pieces: number | null }

/**
 * Gives lots of one's own organisation the labels that they lack; those that are there stay, so that doing it again
 * changes nothing and a label printed once stays good. Refuses `not-found` for another organisation's lot.
 */
export async function labelLots({
  actor,
  lots,
}: {
  actor: Actor
  lots: readonly LotToLabel[]
}): Promise<Result<{ made: number }>> {
  return withTx(async (tx) => {
    let made = 0
    for (const lot of lots) {
      const holder = await findHolder(tx, lot.lotId)
      if (holder?.kind !== 'lot' || holder.organisationId !== actor.organisationId)
        return refused('not-found')
      made += await labelLot(tx, actor, lot)
    }
    return ok({ made })
  })
}

async function labelLot(tx: Tx, actor: Actor, { lotId, pieces }: LotToLabel): Promise<number> {
  const labelled = new Set(await listLabelledItems(tx, lotId))
  const wanted = pieces === null ? [null] : Array.from({ length: pieces }, (_, index) => index + 1)
  const missing = wanted.filter((item) => !labelled.has(item))
  if (missing.length === 0) return 0
  const codes = await newCodes(tx, missing.length)
  const createdAtMs = nowMs()
  await insertLabels(
    tx,
    missing.map((item, index) => ({
      code: codes[index]!,
      organisationId: actor.organisationId,
      lotId,
      draftId: null,
      item,
      batchId: null,
      claimedByUserId: null,
      claimedAtMs: null,
      createdAtMs,
    })),
  )
  const detail = { lotId, labels: missing.length }
  const change = { entityId: codes[0]!, kind: 'made', actorUserId: actor.userId, detail }
  await recordChange(tx, { entity: 'label', ...change })
  return missing.length
}
