import { nowMs } from '~/core/clock'
import { addDays, isoDayOf } from '~/core/days'
import { recordChange } from '~/platform/changes.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { stageOf } from '../model/visibility'
import { listLotsReaching } from '../repo.server'

/** How long after its day a stage is still told: longer than any stop of the service, or than a pause of most lots. */
const LATE_DAYS = 60

/**
 * Tells, once, of each lot that has come to be seen by more people than when it was published: a `changes` row for
 * the caches, an event, and the message `lot.visible` with the stage reached. A lot shown to that stage from its very
 * publication is not told of again: `lot.published` did.
 * @returns how many were told of
 */
export async function announceStages(): Promise<number> {
  const today = isoDayOf(nowMs())
  const between = { from: addDays(today, -LATE_DAYS), to: today }
  return withTx(async (tx) => {
    let told = 0
    for (const stage of ['territory', 'public'] as const) {
      const kind = `visible-${stage}`
      for (const lot of await listLotsReaching(tx, stage, kind, between)) {
        const since = stage === 'public' ? lot.publicFrom : lot.territoryFrom
        const isNews = since !== null && since > isoDayOf(lot.publishedAtMs)
        if (!isNews || stageOf(lot, today) !== stage) continue
        await recordChange(tx, { entity: 'lot', entityId: lot.id, kind, actorUserId: null })
        await tell(tx, 'lot.visible', { lotId: lot.id, stage })
        told += 1
      }
    }
    return told
  })
}
