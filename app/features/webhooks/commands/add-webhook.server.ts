import type { z } from 'zod'
import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { env } from '~/platform/env.server'
import { withTx } from '~/platform/transaction.server'
import { ruleOfAddress } from '~/platform/webhook-hosts'
import { refusedChoice } from '../judge-choice.server'
import { MOST_WEBHOOKS } from '../model/webhook'
import { countWebhooksOf, findWebhookRow, insertWebhook } from '../repo.server'
import type { addWebhookSchema } from '../schema'
import { newWebhookSecret, sealWebhookSecret } from '../secrets.server'

type AddWebhook = Omit<z.output<typeof addWebhookSchema>, 'intent'> & { actor: Actor }

/**
 * Registers an address of one's organisation. Its secret is in the answer and nowhere else: sending the same id again
 * changes nothing and answers none. Refuses `email-unconfirmed`, `forbidden`, `webhooks-closed`, `webhook-host`,
 * `webhook-limit`, and what `refusedChoice` does.
 */
export async function addWebhook(input: AddWebhook): Promise<Result<{ id: string; secret: string | null }>> {
  const { actor, id, url, events, scope } = input
  const { organisationId, userId } = actor
  if (!can(actor, 'webhook:manage', { ownerOrganisationIds: [organisationId] })) return refused('forbidden')
  if (!actor.isConfirmed) return refused('email-unconfirmed')
  const { webhooks } = env()
  if (webhooks === null) return refused('webhooks-closed')
  if (ruleOfAddress(new URL(url), webhooks) === null) return refused('webhook-host', { field: 'url' })
  const wrong = await refusedChoice(actor, { events, scope })
  if (wrong) return wrong
  const secret = newWebhookSecret()
  return withTx(async (tx) => {
    const known = await findWebhookRow(tx, id)
    if (known) return known.organisationId === organisationId ? ok({ id, secret: null }) : refused('conflict')
    if ((await countWebhooksOf(tx, organisationId)) >= MOST_WEBHOOKS)
      return refused('webhook-limit', { params: { most: MOST_WEBHOOKS } })
    await insertWebhook(tx, {
      ...{ id, organisationId, url, events, scope },
      sealedSecret: sealWebhookSecret(secret, id),
      createdByUserId: userId,
      createdAtMs: nowMs(),
      updatedAtMs: nowMs(),
    })
    await recordChange(tx, {
      entity: 'webhook',
      entityId: id,
      kind: 'added',
      actorUserId: userId,
      detail: { organisationId },
    })
    return ok({ id, secret })
  })
}
