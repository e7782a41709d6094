import { and, asc, eq, isNull } from 'drizzle-orm'
import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import { outbox } from '~db/sqlite/platform'
import { reader } from './db.server'
import { enqueueJob, wakeWorker, type NewJob } from './jobs.server'
import { currentTrace } from './trace.server'
import { withTx, type Tx } from './transaction.server'

export type OutboxMessage = { id: string; topic: string; payload: Record<string, unknown> }

/** Writes a message in the transaction of the change it tells of: both are kept, or neither. */
export async function tell(tx: Tx, topic: string, payload: Record<string, unknown>): Promise<void> {
  const { requestId = null } = currentTrace()
  await tx.insert(outbox).values({ id: newId(), topic, payload, createdAtMs: nowMs(), requestId })
  wakeWorker()
}

/**
 * Turns waiting messages into jobs, oldest first. A message and its jobs move in one transaction,
 * so a crash neither loses nor doubles one.
 * @returns how many messages were dispatched
 */
export async function dispatchOutbox(
  jobsFor: (message: OutboxMessage) => NewJob[],
  limit = 50,
): Promise<number> {
  const waiting = await reader()
    .select()
    .from(outbox)
    .where(isNull(outbox.dispatchedAtMs))
    .orderBy(asc(outbox.createdAtMs))
    .limit(limit)
  if (waiting.length === 0) return 0
  return withTx(async (tx) => {
    let dispatched = 0
    for (const message of waiting) {
      const claimed = await tx
        .update(outbox)
        .set({ dispatchedAtMs: nowMs() })
        .where(and(eq(outbox.id, message.id), isNull(outbox.dispatchedAtMs)))
        .returning({ id: outbox.id })
      if (claimed.length === 0) continue
      const { requestId } = message
      for (const job of jobsFor(message)) await enqueueJob(tx, { ...job, requestId })
      dispatched += 1
    }
    return dispatched
  })
}
