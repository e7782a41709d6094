import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { rolesOf } from '~/features/organisations/model/permissions'
import { reader } from '~/platform/db.server'
import { organisations } from '~db/sqlite/organisations'
import { webhookDeliveries, webhooks } from '~db/sqlite/webhooks'
import { isWebhookEvent, TEST_EVENT } from './model/events'
import type { DeliveryView, WebhookView } from './model/webhook'

const webhookView = {
  id: webhooks.id,
  organisationId: webhooks.organisationId,
  url: webhooks.url,
  events: webhooks.events,
  scope: webhooks.scope,
  formerUntilMs: webhooks.formerUntilMs,
  pausedAtMs: webhooks.pausedAtMs,
  pauseReason: webhooks.pauseReason,
  failingSinceMs: webhooks.failingSinceMs,
  createdAtMs: webhooks.createdAtMs,
} as const

function viewOf({ events, ...row }: Omit<WebhookView, 'events'> & { events: string[] }): WebhookView {
  return { ...row, events: events.filter(isWebhookEvent) }
}

/** The webhooks of an organisation, oldest first. */
export async function listWebhooks(organisationId: string): Promise<WebhookView[]> {
  const rows = await reader()
    .select(webhookView)
    .from(webhooks)
    .where(eq(webhooks.organisationId, organisationId))
    .orderBy(asc(webhooks.createdAtMs), asc(webhooks.id))
  return rows.map(viewOf)
}

export async function findWebhook(id: string): Promise<WebhookView | null> {
  const rows = await reader().select(webhookView).from(webhooks).where(eq(webhooks.id, id)).limit(1)
  return rows[0] ? viewOf(rows[0]) : null
}

/** Who hears: every webhook that is not paused, of an organisation that is open, with what that organisation is. */
export async function listListeners() {
  const rows = await reader()
    .select({
      ...webhookView,
      kind: organisations.kind,
      isGiver: organisations.isGiver,
      isTaker: organisations.isTaker,
      communeCode: organisations.communeCode,
    })
    .from(webhooks)
    .innerJoin(organisations, eq(organisations.id, webhooks.organisationId))
    .where(and(isNull(webhooks.pausedAtMs), isNull(organisations.suspendedAtMs)))
    .orderBy(asc(webhooks.createdAtMs), asc(webhooks.id))
  return rows.map(({ kind, isGiver, isTaker, communeCode, ...row }) => ({
    ...viewOf(row),
    communeCode,
    roles: rolesOf({ kind, isGiver, isTaker }),
  }))
}
export type Listener = Awaited<ReturnType<typeof listListeners>>[number]

const deliveryView = {
  id: webhookDeliveries.id,
  event: webhookDeliveries.event,
  status: webhookDeliveries.status,
  attempts: webhookDeliveries.attempts,
  createdAtMs: webhookDeliveries.createdAtMs,
  nextAtMs: webhookDeliveries.nextAtMs,
  lastAtMs: webhookDeliveries.lastAtMs,
  lastDurationMs: webhookDeliveries.lastDurationMs,
  lastStatus: webhookDeliveries.lastStatus,
  lastFault: webhookDeliveries.lastFault,
  lastAnswer: webhookDeliveries.lastAnswer,
} as const

/** The last deliveries of a webhook, newest first. */
export async function listDeliveries(webhookId: string, most: number): Promise<DeliveryView[]> {
  const rows = await reader()
    .select(deliveryView)
    .from(webhookDeliveries)
    .where(eq(webhookDeliveries.webhookId, webhookId))
    .orderBy(desc(webhookDeliveries.createdAtMs), desc(webhookDeliveries.id))
    .limit(most)
  return rows.map((row) => ({ ...row, event: isWebhookEvent(row.event) ? row.event : TEST_EVENT }))
}

/** A delivery with what it takes to send it; null when it is gone, with its webhook. */
export async function findSending(deliveryId: string) {
  const rows = await reader()
    .select({ delivery: webhookDeliveries, webhook: webhooks, closedAtMs: organisations.suspendedAtMs })
    .from(webhookDeliveries)
    .innerJoin(webhooks, eq(webhooks.id, webhookDeliveries.webhookId))
    .innerJoin(organisations, eq(organisations.id, webhooks.organisationId))
    .where(eq(webhookDeliveries.id, deliveryId))
    .limit(1)
  return rows[0] ?? null
}
