import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import { recordChange } from '~/platform/changes.server'
import { enqueueJob } from '~/platform/jobs.server'
import { tell } from '~/platform/outbox.server'
import type { Tx } from '~/platform/transaction.server'
import type { SentEvent } from './model/events'
import { MOST_WAITING, type PauseReason } from './model/webhook'
import { countWaiting, findWebhookRow, insertDelivery, updateWebhook } from './repo.server'

type Due = { deliveryId: string; organisationId: string; attempts: number; atMs: number }

/** Has a delivery attempted at a time; those of each organisation take turns with those of others. */
export async function askToSend(tx: Tx, { deliveryId, organisationId, attempts, atMs }: Due): Promise<void> {
  await enqueueJob(tx, {
    kind: 'send-webhook',
    dedupeKey: `${deliveryId}:${attempts}:${atMs}`,
    payload: { deliveryId },
    fairKey: organisationId,
    runAtMs: atMs,
  })
}

/**
 * Keeps what a webhook is to be told, with the job that sends it, once for each message and event. One that is paused
 * or gone is told nothing; one for which too much waits is paused.
 * @returns the id of what is kept; null when nothing is
 */
export async function keepDelivery(
  tx: Tx,
  webhookId: string,
  told: { messageId: string; event: SentEvent; body: string; atMs?: number },
): Promise<string | null> {
  const webhook = await findWebhookRow(tx, webhookId)
  if (!webhook || webhook.pausedAtMs !== null) return null
  if ((await countWaiting(tx, webhookId)) >= MOST_WAITING) {
    await pause(tx, webhookId, { reason: 'backlog', actorUserId: null })
    return null
  }
  const { atMs = nowMs(), ...kept } = told
  const deliveryId = newId()
  const row = { ...kept, id: deliveryId, webhookId, status: 'waiting' as const }
  if (!(await insertDelivery(tx, { ...row, nextAtMs: atMs, createdAtMs: nowMs() }))) return null
  await askToSend(tx, { deliveryId, organisationId: webhook.organisationId, attempts: 0, atMs })
  return deliveryId
}

/** Ends what a webhook is told until somebody resumes it; whoever manages the organisation hears why, unless they did it. */
export async function pause(
  tx: Tx,
  webhookId: string,
  { reason, actorUserId }: { reason: PauseReason; actorUserId: string | null },
): Promise<void> {
  await updateWebhook(tx, webhookId, { pausedAtMs: nowMs(), pauseReason: reason, updatedAtMs: nowMs() })
  const detail = { decision: reason }
  await recordChange(tx, { entity: 'webhook', entityId: webhookId, kind: 'paused', actorUserId, detail })
  if (reason !== 'person') await tell(tx, 'webhook.paused', { webhookId })
}
