import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { env } from '~/platform/env.server'
import { withTx } from '~/platform/transaction.server'
import { askToSend, keepDelivery } from '../keep-delivery.server'
import { TEST_EVENT } from '../model/events'
import { bodyOf } from '../payload-schema'
import { findDeliveryRow, findWebhookRow, restartDelivery } from '../repo.server'
import { sendDelivery } from './send-delivery.server'

type On = { actor: Actor; webhookId: string }

/** When the worker attempts a test that this process began and did not end. */
const ABANDONED_MS = 30_000

/**
 * Sends a test to a webhook of one's organisation and waits for what comes of it, which its deliveries tell. Refuses
 * `not-found`, `webhooks-closed`, and one that is paused (`webhook-paused`).
 */
export async function testWebhook({ actor, webhookId }: On): Promise<Result<null>> {
  if (env().webhooks === null) return refused('webhooks-closed')
  const kept = await withTx(async (tx): Promise<Result<{ deliveryId: string }>> => {
    const webhook = await findWebhookRow(tx, webhookId)
    if (!webhook || !can(actor, 'webhook:manage', { ownerOrganisationIds: [webhook.organisationId] }))
      return refused('not-found')
    const body = bodyOf(TEST_EVENT, nowMs(), { webhook_id: webhookId })
    const told = { messageId: newId(), event: TEST_EVENT, body, atMs: nowMs() + ABANDONED_MS } as const
    const deliveryId = await keepDelivery(tx, webhookId, told)
    return deliveryId === null ? refused('webhook-paused') : ok({ deliveryId })
  })
  if (!kept.ok) return kept
  await sendDelivery(kept.value.deliveryId)
  return ok(null)
}

/**
 * Has a delivery sent again, under the id that it had: a receiver that took it drops it. One that waits is hastened.
 * Refuses `not-found` and `webhook-paused`.
 */
export async function sendAgain({ actor, webhookId, deliveryId }: On & { deliveryId: string }) {
  return withTx(async (tx): Promise<Result<null>> => {
    const webhook = await findWebhookRow(tx, webhookId)
    const delivery = await findDeliveryRow(tx, deliveryId)
    const isOwn = webhook && can(actor, 'webhook:manage', { ownerOrganisationIds: [webhook.organisationId] })
    if (!isOwn || delivery?.webhookId !== webhookId) return refused('not-found')
    if (webhook.pausedAtMs !== null) return refused('webhook-paused')
    const { organisationId } = webhook
    const atMs = nowMs()
    await restartDelivery(tx, deliveryId, atMs)
    await askToSend(tx, { deliveryId, organisationId, attempts: 0, atMs })
    return ok(null)
  })
}
