import { afterAll, beforeAll, beforeEach } from 'vitest'
import { nowMs, setClock } from '~/core/clock'
import { addDays, isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import type { Actor } from '~/features/organisations/model/permissions'
import { addWebhook } from '~/features/webhooks/commands/add-webhook.server'
import type { WebhookEvent } from '~/features/webhooks/model/events'
import { listDeliveries } from '~/features/webhooks/queries.server'
import { runOnce } from '~/jobs/worker.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { createActor } from './actors'
import { addLotOf } from './add-lot'
import { granted } from './answers'
import { setupDatabase, type TestSetup } from './database'
import { openWebhooks, startReceiver, type Receiver } from './webhook-receiver'

export type WebhookBench = {
  setup: TestSetup
  receiver: Receiver
  giver: Actor
  taker: Actor
  /** How far the clock is ahead of the true one: libraries of receivers read theirs. */
  aheadMs: number
}
type Registered = { events: readonly WebhookEvent[]; scope: string; url: string }

export const LOT_EVENTS = ['lot.published', 'lot.changed', 'lot.withdrawn'] as const

/** A giver, a taker and a receiver that takes what it is told, made anew before each test of a file. */
export function webhookBench() {
  const bench = {} as WebhookBench
  const began = nowMs() - performance.now()
  const trueNow = () => began + performance.now()
  beforeAll(async () => {
    bench.setup = await setupDatabase()
    bench.receiver = await startReceiver()
    setClock({ now: () => Math.round(trueNow() + bench.aheadMs) })
  })
  beforeEach(async () => {
    bench.aheadMs = 0
    const { writer } = bench.setup.database
    for (const table of ['webhook_deliveries', 'webhooks', 'jobs', 'outbox'])
      writer.exec(`delete from ${table}`)
    openWebhooks([bench.receiver.host])
    bench.receiver.received.length = 0
    bench.receiver.answers((res) => void res.writeHead(204).end())
    bench.giver = await createActor('giver')
    bench.taker = await createActor('taker')
  })
  afterAll(async () => {
    setClock()
    await bench.receiver.close()
    bench.setup.cleanup()
  })
  return {
    bench,
    /** Today by the true clock. */
    today: () => isoDayOf(trueNow()),
    trueNow,
    register: async (actor: Actor, chosen: Partial<Registered> = {}) => {
      const { events = ['lot.published'], scope = 'own', url = bench.receiver.url } = chosen
      const added = granted(await addWebhook({ actor, id: newId(), url, events: [...events], scope }))
      return { id: added.id, secret: added.secret! }
    },
    /** Publishes a lot from today on, which everyone sees. */
    offer: async (actor: Actor) => {
      const today = isoDayOf(trueNow())
      const days = { availableFrom: today, availableUntil: addDays(today, 30), publicFrom: today }
      const lot = await addLotOf(actor, 'Portes à âme pleine', { status: 'published', ...days })
      await withTx((tx) => tell(tx, 'lot.published', { lotId: lot.id }))
      return lot
    },
    /** Does what is due now: jobs that are to run later stay. */
    work: async () => {
      while (await runOnce('webhooks-test'));
    },
    deliveriesOf: (id: string) => listDeliveries(id, 100),
    /** What came of one type. */
    take: (type: string) => bench.receiver.received.filter(({ body }) => body.includes(`"type":"${type}"`)),
  }
}
