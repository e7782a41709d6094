import type { Actor } from '~/features/organisations/model/permissions'
import { listCommunes } from '~/features/communes/queries.server'
import type { WebhookView } from '~/features/webhooks/model/webhook'
import { findWebhook } from '~/features/webhooks/queries.server'
import type { Places } from '~/features/webhooks/ui/use-webhook-texts'
import { requireActor, requireRight } from './actor.server'
import { orNotFound } from './replies.server'

/** The webhook of an address, for those who manage its organisation; 404 for others, as for one that does not exist. */
export async function requireOwnWebhook(
  request: Request,
  webhookId: string | undefined,
): Promise<{ actor: Actor; webhook: WebhookView }> {
  const actor = await requireActor(request, 'webhook:manage')
  const webhook = orNotFound(await findWebhook(webhookId ?? ''))
  requireRight(actor, 'webhook:manage', { ownerOrganisationIds: [webhook.organisationId] })
  return { actor, webhook }
}

/** The communes and EPTs whose lots a webhook may follow, by name. */
export async function webhookPlaces(): Promise<Places> {
  const communes = await listCommunes()
  const territories = new Map(
    communes.flatMap(({ eptCode, eptName }) => (eptCode === null ? [] : [[eptCode, eptName ?? eptCode]])),
  )
  return {
    communes: communes.map(({ code, name }) => ({ code, name })),
    territories: [...territories]
      .map(([code, name]) => ({ code, name }))
      .sort((a, b) => a.name.localeCompare(b.name, 'fr')),
  }
}
