import { nowMs } from '~/core/clock'
import type { IsoDay } from '~/core/days'
import { newId } from '~/core/ids'
import { CAPPED_MAILS_A_DAY } from '~/features/notifications/model/kinds'
import { enqueueJob } from '~/platform/jobs.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { gatheringOf, type AlertOwner, type AlertPace } from '../model/saved-search'
import { countMailsAtOnce, insertMail, listWaiting, ownerColumns, updateWaiting } from '../repo.server'

export type Gathering = { owner: AlertOwner; pace: AlertPace; until: IsoDay | null }

/**
 * Puts what waits for a reader into one e-mail, whose sending is a job kept in the same transaction: running twice
 * finds nothing left, and no e-mail is made of nothing. Beyond the day's e-mails at once, it waits for the summary of
 * the day.
 */
export async function gatherAlerts({ owner, pace, until }: Gathering): Promise<void> {
  await withTx(async (tx) => {
    const waiting = await listWaiting(tx, owner, pace, until)
    if (waiting.length === 0) return
    const atMs = nowMs()
    if (pace === 'immediate' && (await countMailsAtOnce(tx, owner, atMs)) >= CAPPED_MAILS_A_DAY) {
      await updateWaiting(tx, waiting, { pace: 'daily' })
      return enqueueGathering(tx, owner, 'daily', gatheringOf(owner, 'daily', atMs))
    }
    const mailId = newId()
    await insertMail(tx, { id: mailId, ...ownerColumns(owner), pace, createdAtMs: atMs })
    await updateWaiting(tx, waiting, { mailId, settledAtMs: atMs })
    await enqueueJob(tx, { kind: 'send-alerts', dedupeKey: mailId, payload: { mailId } })
  })
}

/** One job for each reader and time of gathering, however much is found. */
export async function enqueueGathering(
  tx: Tx,
  owner: AlertOwner,
  pace: AlertPace,
  { key, atMs, until }: ReturnType<typeof gatheringOf>,
): Promise<void> {
  const payload = { owner, pace, until }
  await enqueueJob(tx, { kind: 'gather-alerts', dedupeKey: key, payload, runAtMs: atMs })
}
