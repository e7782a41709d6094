import { AUDIT_KEPT_MS } from '~/core/audit-terms'
import { nowMs } from '~/core/clock'
import { writeAudit } from '~/platform/audit.server'
import { withTx } from '~/platform/transaction.server'
import { lastRowBefore, letGoUpTo } from '../repo.server'

/**
 * Lets go of the rows that are older than a year. The last one that goes stays as the anchor of the chain, and a row of
 * the log says how far it went. Without such rows nothing is written.
 */
export async function pruneAudit(): Promise<void> {
  const beforeMs = nowMs() - AUDIT_KEPT_MS
  await withTx(async (tx) => {
    const last = await lastRowBefore(tx, beforeMs)
    if (!last) return
    await letGoUpTo(tx, { ...last, beforeMs, atMs: nowMs() })
    await writeAudit(tx, {
      action: 'audit.pruned',
      actorUserId: null,
      objectId: null,
      details: { upTo: last.seq },
    })
  })
}
