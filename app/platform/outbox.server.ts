import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import { outbox } from '~db/sqlite/platform'
import { enqueueJob, wakeWorker, type NewJob } from './jobs.server'
import { placeholdersOf, preparedQuery } from './prepared.server'
import { currentTrace } from './trace.server'
import { withLightTx, type Tx } from './transaction.server'

export type OutboxMessage = { id: string; topic: string; payload: Record<string, unknown> }

/** Writes a message in the transaction of the change it tells of: both are kept, or neither. */
export async function tell(tx: Tx, topic: string, payload: Record<string, unknown>): Promise<void> {
  const { requestId = null } = currentTrace()
  await messageInsert(tx).execute({ id: newId(), topic, payload, createdAtMs: nowMs(), requestId })
  wakeWorker()
}

const messageInsert = preparedQuery((db) =>
  db
    .insert(outbox)
    .values(placeholdersOf(['id', 'topic', 'payload', 'createdAtMs', 'requestId'] as const))
    .prepare(),
)

const waitingMessages = preparedQuery((db) =>
  db
    .select()
    .from(outbox)
    .where(isNull(outbox.dispatchedAtMs))
    .orderBy(asc(outbox.createdAtMs))
    .limit(sql.placeholder('limit'))
    .prepare(),
)

/**
 * Turns waiting messages into jobs, oldest first. A message and its jobs move in one transaction,
 * so a crash neither loses nor doubles one.
 * @returns how many messages were dispatched
 */
export async function dispatchOutbox(
  jobsFor: (message: OutboxMessage) => NewJob[],
  limit = 50,
): Promise<number> {
  const waiting = await waitingMessages().execute({ limit })
  if (waiting.length === 0) return 0
  return withLightTx(async (tx) => {
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
