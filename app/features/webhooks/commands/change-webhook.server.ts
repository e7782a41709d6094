import type { z } from 'zod'
import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx, type Tx } from '~/platform/transaction.server'
import { refusedChoice } from '../judge-choice.server'
import { askToSend, pause } from '../keep-delivery.server'
import { FORMER_SECRET_MS } from '../model/webhook'
import {
  deleteWebhook,
  findWebhookRow,
  listWaiting,
  restartDelivery,
  updateWebhook,
  type WebhookRow,
} from '../repo.server'
import type { changeWebhookSchema } from '../schema'
import { newWebhookSecret, sealWebhookSecret } from '../secrets.server'

type On = { actor: Actor; webhookId: string }

/** Changes what a webhook of one's organisation is told. Refuses `not-found` and what `refusedChoice` does. */
export async function changeWebhook(
  input: On & Omit<z.output<typeof changeWebhookSchema>, 'intent'>,
): Promise<Result<null>> {
  const { actor, webhookId, events, scope } = input
  const wrong = await refusedChoice(actor, { events, scope })
  if (wrong) return wrong
  return onOwn(input, 'changed', async (tx) => {
    await updateWebhook(tx, webhookId, { events, scope, updatedAtMs: nowMs() })
    return null
  })
}

/** Makes a new secret, which is in the answer and nowhere else; the one before it signs too for a day. */
export async function makeNewSecret(input: On): Promise<Result<{ secret: string }>> {
  const secret = newWebhookSecret()
  return onOwn(input, 'secret-made', async (tx, { id, sealedSecret }) => {
    await updateWebhook(tx, id, {
      sealedSecret: sealWebhookSecret(secret, id),
      formerSealedSecret: sealedSecret,
      formerUntilMs: nowMs() + FORMER_SECRET_MS,
      updatedAtMs: nowMs(),
    })
    return { secret }
  })
}

/** Tells a webhook of one's organisation nothing until it is resumed; one that is paused stays so. */
export async function pauseWebhook({ actor, webhookId }: On): Promise<Result<null>> {
  return withTx(async (tx) => {
    const webhook = await findOwn(tx, { actor, webhookId })
    if (!webhook) return refused('not-found')
    if (webhook.pausedAtMs === null)
      await pause(tx, webhookId, { reason: 'person', actorUserId: actor.userId })
    return ok(null)
  })
}

/** Tells a webhook again, what has waited first; one that is not paused stays as it is. */
export async function resumeWebhook(input: On): Promise<Result<null>> {
  return onOwn(input, 'resumed', async (tx, { id, organisationId, pausedAtMs }) => {
    if (pausedAtMs === null) return null
    const resumed = { pausedAtMs: null, pauseReason: null, failingSinceMs: null, updatedAtMs: nowMs() }
    await updateWebhook(tx, id, resumed)
    const atMs = nowMs()
    for (const { id: deliveryId } of await listWaiting(tx, id)) {
      await restartDelivery(tx, deliveryId, atMs)
      await askToSend(tx, { deliveryId, organisationId, attempts: 0, atMs })
    }
    return null
  })
}

/** Removes a webhook of one's organisation with its deliveries, what still waits included. */
export async function removeWebhook(input: On): Promise<Result<null>> {
  return onOwn(input, 'removed', async (tx, { id }) => {
    await deleteWebhook(tx, id)
    return null
  })
}

/** Runs a change of a webhook of the actor's organisation, with its event; any other one is not found. */
async function onOwn<T>(
  { actor, webhookId }: On,
  kind: 'changed' | 'secret-made' | 'resumed' | 'removed',
  change: (tx: Tx, webhook: WebhookRow) => Promise<T>,
): Promise<Result<T>> {
  return withTx(async (tx) => {
    const webhook = await findOwn(tx, { actor, webhookId })
    if (!webhook) return refused('not-found')
    const value = await change(tx, webhook)
    await recordChange(tx, { entity: 'webhook', entityId: webhookId, kind, actorUserId: actor.userId })
    return ok(value)
  })
}

async function findOwn(tx: Tx, { actor, webhookId }: On): Promise<WebhookRow | null> {
  const webhook = await findWebhookRow(tx, webhookId)
  const isOwn = webhook && can(actor, 'webhook:manage', { ownerOrganisationIds: [webhook.organisationId] })
  return isOwn ? webhook : null
}
