import { and, count, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { webhookDeliveries, webhooks } from '~db/sqlite/webhooks'

export type WebhookRow = typeof webhooks.$inferSelect
export type DeliveryRow = typeof webhookDeliveries.$inferSelect

export async function findWebhookRow(tx: Tx, id: string): Promise<WebhookRow | null> {
  const rows = await tx.select().from(webhooks).where(eq(webhooks.id, id)).limit(1)
  return rows[0] ?? null
}

export async function countWebhooksOf(tx: Tx, organisationId: string): Promise<number> {
  const rows = await tx
    .select({ total: count() })
    .from(webhooks)
    .where(eq(webhooks.organisationId, organisationId))
  return rows[0]?.total ?? 0
}

export async function insertWebhook(tx: Tx, row: typeof webhooks.$inferInsert): Promise<void> {
  await tx.insert(webhooks).values(row)
}

export async function updateWebhook(tx: Tx, id: string, values: Partial<WebhookRow>): Promise<void> {
  await tx.update(webhooks).set(values).where(eq(webhooks.id, id))
}

/** Removes a webhook with all that was told to it. */
export async function deleteWebhook(tx: Tx, id: string): Promise<void> {
  await tx.delete(webhookDeliveries).where(eq(webhookDeliveries.webhookId, id))
  await tx.delete(webhooks).where(eq(webhooks.id, id))
}

/** Every webhook's secrets as they are sealed. */
export async function listSealedSecrets(tx: Tx) {
  const { id, sealedSecret, formerSealedSecret } = webhooks
  return tx.select({ id, sealedSecret, formerSealedSecret }).from(webhooks)
}

export async function findDeliveryRow(tx: Tx, id: string): Promise<DeliveryRow | null> {
  const rows = await tx.select().from(webhookDeliveries).where(eq(webhookDeliveries.id, id)).limit(1)
  return rows[0] ?? null
}

/** Keeps what is to be told, once for each webhook, message and event; says whether this call did. */
export async function insertDelivery(tx: Tx, row: typeof webhookDeliveries.$inferInsert): Promise<boolean> {
  const inserted = await tx
    .insert(webhookDeliveries)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: webhookDeliveries.id })
  return inserted.length > 0
}

/** Writes what an attempt came to, unless another one was counted since; says whether it was written. */
export async function settleAttempt(
  tx: Tx,
  { id, attempts }: { id: string; attempts: number },
  values: Partial<DeliveryRow>,
): Promise<boolean> {
  const asSent = and(
    eq(webhookDeliveries.id, id),
    eq(webhookDeliveries.status, 'waiting'),
    eq(webhookDeliveries.attempts, attempts),
  )
  const settled = await tx
    .update(webhookDeliveries)
    .set(values)
    .where(asSent)
    .returning({ id: webhookDeliveries.id })
  return settled.length > 0
}

/** Has a delivery sent anew from its first attempt on. */
export async function restartDelivery(tx: Tx, id: string, atMs: number): Promise<void> {
  await tx
    .update(webhookDeliveries)
    .set({ status: 'waiting', attempts: 0, nextAtMs: atMs })
    .where(eq(webhookDeliveries.id, id))
}

/** What waits for a webhook, oldest first. */
export async function listWaiting(tx: Tx, webhookId: string): Promise<{ id: string; attempts: number }[]> {
  return tx
    .select({ id: webhookDeliveries.id, attempts: webhookDeliveries.attempts })
    .from(webhookDeliveries)
    .where(and(eq(webhookDeliveries.webhookId, webhookId), eq(webhookDeliveries.status, 'waiting')))
    .orderBy(webhookDeliveries.createdAtMs)
}

export async function countWaiting(tx: Tx, webhookId: string): Promise<number> {
  const rows = await tx
    .select({ total: count() })
    .from(webhookDeliveries)
    .where(and(eq(webhookDeliveries.webhookId, webhookId), eq(webhookDeliveries.status, 'waiting')))
  return rows[0]?.total ?? 0
}

/** Notes since when a webhook takes nothing; the first failure counts. */
export async function noteFailing(tx: Tx, id: string, atMs: number): Promise<void> {
  await tx
    .update(webhooks)
    .set({ failingSinceMs: sql`coalesce(${webhooks.failingSinceMs}, ${atMs})` })
    .where(and(eq(webhooks.id, id), isNull(webhooks.pausedAtMs)))
}
