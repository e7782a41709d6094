import { nowMs } from '~/core/clock'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { MOST_AGE_MS } from '../model/done-at'
import { deleteUnusedHandoverFiles } from '../repo/papers.server'

/** Rows removed by one transaction at most, so that nobody waits for it long. */
const MOST = 200

/**
 * Removes the pictures of weighing slips and of what was put back to work that were sent a month ago or more and that
 * nothing names; their files follow by message. Says how many.
 */
export async function sweepHandoverFiles(): Promise<number> {
  const beforeMs = nowMs() - MOST_AGE_MS
  let swept = 0
  for (;;) {
    const round = await withTx(async (tx) => {
      const storageKeys = await deleteUnusedHandoverFiles(tx, beforeMs, MOST)
      for (const storageKey of storageKeys) await tell(tx, 'attachment.removed', { storageKey })
      return storageKeys.length
    })
    swept += round
    if (round === 0) return swept
  }
}
