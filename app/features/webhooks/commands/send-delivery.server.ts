import { nowMs } from '~/core/clock'
import type { Lookup } from '~/platform/checked-connection.server'
import { env } from '~/platform/env.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { postToReceiver, type PostAnswer } from '~/platform/webhook-post.server'
import { askToSend, pause } from '../keep-delivery.server'
import { TEST_EVENT } from '../model/events'
import { pauseAfter } from '../model/schedule'
import { FAILING_MS } from '../model/webhook'
import { findSending } from '../queries.server'
import {
  findWebhookRow,
  noteFailing,
  settleAttempt,
  updateWebhook,
  type DeliveryRow,
  type WebhookRow,
} from '../repo.server'
import { openWebhookSecret } from '../secrets.server'
import { signedHeaders } from '../sign.server'

/** A receiver that answers this wants to hear nothing any more (Standard Webhooks 1.0). */
const GONE = 410

/**
 * Attempts a delivery that waits, once, and asks for the next attempt where it was not taken. What is paused, closed or
 * not allowed any more by the operator stays as it is. An answer that is lost with this process leads to a second
 * attempt under the same id: receivers drop it.
 */
export async function sendDelivery(
  deliveryId: string,
  way: { lookup?: Lookup; patienceMs?: number } = {},
): Promise<void> {
  const found = await findSending(deliveryId)
  if (!found || env().webhooks === null) return
  const { delivery, webhook, closedAtMs } = found
  if (delivery.status !== 'waiting' || webhook.pausedAtMs !== null || closedAtMs !== null) return
  const secrets = secretsOf(webhook)
  if (secrets.length === 0) {
    await withTx((tx) => pause(tx, webhook.id, { reason: 'secret', actorUserId: null }))
    return
  }
  const { id, body } = delivery
  const headers = signedHeaders({ id, body, secrets }, new Date(nowMs()))
  const answer = await postToReceiver(
    webhook.url,
    { body, headers: { ...headers, 'user-agent': 'Gisement' } },
    way,
  )
  await withTx((tx) => settle(tx, { delivery, webhook, answer }))
}

/** The secrets that sign today, the newest first. */
function secretsOf({ id, sealedSecret, formerSealedSecret, formerUntilMs }: WebhookRow): string[] {
  const isFormerValid = formerSealedSecret !== null && (formerUntilMs ?? 0) > nowMs()
  const sealed = [sealedSecret, ...(isFormerValid ? [formerSealedSecret] : [])]
  return sealed.map((one) => openWebhookSecret(one, id)).filter((secret) => secret !== null)
}

type Attempt = { delivery: DeliveryRow; webhook: WebhookRow; answer: PostAnswer }

async function settle(tx: Tx, { delivery, webhook, answer }: Attempt): Promise<void> {
  const attempts = delivery.attempts + 1
  const isTaken = answer.fault === null
  const isTest = delivery.event === TEST_EVENT
  const isOver = isTaken || isTest || answer.status === GONE
  const pauseMs = isOver ? null : pauseAfter(attempts, Math.random())
  const nextAtMs = pauseMs === null ? null : nowMs() + pauseMs
  const failed = nextAtMs === null ? 'failed' : 'waiting'
  const isSettled = await settleAttempt(tx, delivery, {
    status: isTaken ? 'delivered' : failed,
    attempts,
    nextAtMs,
    lastAtMs: nowMs(),
    lastDurationMs: answer.durationMs,
    lastStatus: answer.status,
    lastFault: answer.fault,
    lastAnswer: answer.text,
  })
  if (!isSettled) return
  if (isTaken) await updateWebhook(tx, webhook.id, { failingSinceMs: null })
  else if (!isTest) await countFailure(tx, webhook.id, answer)
  if (nextAtMs !== null) {
    const { organisationId } = webhook
    await askToSend(tx, { deliveryId: delivery.id, organisationId, attempts, atMs: nextAtMs })
  }
}

async function countFailure(tx: Tx, webhookId: string, { status }: PostAnswer): Promise<void> {
  await noteFailing(tx, webhookId, nowMs())
  const webhook = await findWebhookRow(tx, webhookId)
  if (!webhook || webhook.pausedAtMs !== null) return
  const isFailing = nowMs() - (webhook.failingSinceMs ?? nowMs()) >= FAILING_MS
  if (status === GONE) await pause(tx, webhookId, { reason: 'gone', actorUserId: null })
  else if (isFailing) await pause(tx, webhookId, { reason: 'failing', actorUserId: null })
}
