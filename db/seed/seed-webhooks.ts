import { asc, eq } from 'drizzle-orm'
import { setClock } from '~/core/clock'
import { addDays, type IsoDay } from '~/core/days'
import { newId } from '~/core/ids'
import { DEMO_ACCOUNTS } from '~/features/identity/model/demo-accounts'
import { addWebhook } from '~/features/webhooks/commands/add-webhook.server'
import { tellWebhooks } from '~/features/webhooks/commands/tell-webhooks.server'
import { env, setEnv } from '~/platform/env.server'
import { withTx } from '~/platform/transaction.server'
import { jobs } from '~db/sqlite/platform'
import { webhookDeliveries } from '~db/sqlite/webhooks'
import type { Rows } from './factories/rows'
import { actorOf } from './seed-pairs'

/** A name that no machine has (RFC 2606): whatever an operator allows, nothing is sent there. */
const HOST = 'si-chantiers.example'

/** What came of each delivery, the oldest first. */
const OUTCOMES = [
  { status: 'delivered', attempts: 1, lastStatus: 204, lastDurationMs: 84, lastFault: null, lastAnswer: '' },
  { status: 'failed', attempts: 10, lastStatus: 502, lastDurationMs: 1312, lastFault: 'status' },
  { status: 'delivered', attempts: 3, lastStatus: 200, lastDurationMs: 190, lastAnswer: '{"recu":true}' },
  { status: 'delivered', attempts: 1, lastStatus: 204, lastDurationMs: 71, lastFault: null, lastAnswer: '' },
] as const

/** Has the software of the demo's giver told of their last lots: taken, taken late, given up. */
export async function seedWebhooks(rows: Rows, baseDay: IsoDay): Promise<void> {
  const email = DEMO_ACCOUNTS.find(({ role }) => role === 'giver')?.email
  const actor = actorOf(rows, (user) => user.email === email)
  if (!actor) return
  const usual = env()
  const lots = rows.lots
    .filter(({ organisationId, status }) => organisationId === actor.organisationId && status === 'published')
    .sort((a, b) => a.createdAtMs - b.createdAtMs || a.id.localeCompare(b.id))
    .slice(-OUTCOMES.length)
  try {
    setEnv({ ...usual, webhooks: { isAnyPublic: false, named: [HOST], caFile: null } })
    setClock({ now: () => Date.parse(`${addDays(baseDay, -6)}T08:30:00Z`) })
    const events = ['lot.published', 'lot.changed', 'reservation.requested', 'handover.completed'] as const
    const url = `https://${HOST}/gisement/evenements`
    const added = await addWebhook({ actor, id: newId(), url, events: [...events], scope: 'own' })
    if (!added.ok) throw new Error(`The demo could not register a webhook: ${added.error.code}`)
    for (const [index, lot] of lots.entries()) {
      const atMs = Date.parse(`${addDays(baseDay, index - 5)}T09:00:00Z`)
      setClock({ now: () => atMs })
      await tellWebhooks({ messageId: newId(), topic: 'lot.changed', atMs, lotId: lot.id })
    }
    await settle(added.value.id)
  } finally {
    setEnv(usual)
    setClock()
  }
}

async function settle(webhookId: string): Promise<void> {
  await withTx(async (tx) => {
    const kept = await tx
      .select()
      .from(webhookDeliveries)
      .where(eq(webhookDeliveries.webhookId, webhookId))
      .orderBy(asc(webhookDeliveries.createdAtMs))
    for (const [index, { id, createdAtMs }] of kept.entries()) {
      const lastAtMs = createdAtMs + 1000
      await tx
        .update(webhookDeliveries)
        .set({ ...OUTCOMES[index % OUTCOMES.length], nextAtMs: null, lastAtMs })
        .where(eq(webhookDeliveries.id, id))
    }
    await tx.delete(jobs).where(eq(jobs.kind, 'send-webhook'))
  })
}
