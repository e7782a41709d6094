import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '~/core/ids'
import { changeLotStatus } from '~/features/lots/commands/change-lot-status.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { addWebhook } from '~/features/webhooks/commands/add-webhook.server'
import {
  changeWebhook,
  makeNewSecret,
  pauseWebhook,
  removeWebhook,
  resumeWebhook,
} from '~/features/webhooks/commands/change-webhook.server'
import { sendAgain, testWebhook } from '~/features/webhooks/commands/send-again.server'
import { WEBHOOK_EVENTS, type WebhookEvent } from '~/features/webhooks/model/events'
import { MOST_WAITING, MOST_WEBHOOKS } from '~/features/webhooks/model/webhook'
import { findWebhook, listDeliveries } from '~/features/webhooks/queries.server'
import { runOnce } from '~/jobs/worker.server'
import { setClock } from '~/core/clock'
import { addDays, isoDayOf } from '~/core/days'
import { env, setEnv } from '~/platform/env.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { createActor } from '~tests/support/actors'
import { addLotOf } from '~tests/support/add-lot'
import { granted } from '~tests/support/answers'
import { setupDatabase, type TestSetup } from '~tests/support/database'
import { openWebhooks, startReceiver, verified, type Receiver } from '~tests/support/webhook-receiver'

let setup: TestSetup
let receiver: Receiver
let giver: Actor, taker: Actor
/** How far the clock is ahead of the true one: libraries of receivers read theirs. */
let aheadMs = 0
const DAY_MS = 86_400_000

beforeAll(async () => {
  setup = await setupDatabase()
  receiver = await startReceiver()
  setClock({ now: () => Date.now() + aheadMs })
})
beforeEach(async () => {
  aheadMs = 0
  setup.database.writer.exec(
    'delete from webhook_deliveries; delete from webhooks; delete from jobs; delete from outbox',
  )
  openWebhooks([receiver.host])
  receiver.received.length = 0
  receiver.answers((res) => void res.writeHead(204).end())
  giver = await createActor('giver')
  taker = await createActor('taker')
})
afterAll(async () => {
  setClock()
  await receiver.close()
  setup.cleanup()
})

async function register(
  actor: Actor,
  { events = ['lot.published'], scope = 'own', url = receiver.url }: Partial<Registered> = {},
) {
  const { id, secret } = granted(await addWebhook({ actor, id: newId(), url, events: [...events], scope }))
  return { id, secret: secret! }
}
type Registered = { events: readonly WebhookEvent[]; scope: string; url: string }

const LOT_EVENTS = ['lot.published', 'lot.changed', 'lot.withdrawn'] as const

/** Does what is due now: jobs that are to run later stay. */
async function work(): Promise<void> {
  while (await runOnce('webhooks-test'));
}

/** A lot from today on that everyone sees. */
async function offer(actor: Actor) {
  const today = isoDayOf(Date.now())
  const days = { availableFrom: today, availableUntil: addDays(today, 30), publicFrom: today }
  const lot = await addLotOf(actor, 'Portes à âme pleine', { status: 'published', ...days })
  await withTx((tx) => tell(tx, 'lot.published', { lotId: lot.id }))
  return lot
}

const take = (type: string) => receiver.received.filter(({ body }) => body.includes(`"type":"${type}"`))
const deliveriesOf = (id: string) => listDeliveries(id, 100)

describe('what is sent', () => {
  it('ASVS 9.1.1, 11.4.1: is signed so that the receiver’s library takes it, and no byte of it altered', async () => {
    const { secret } = await register(giver)
    const lot = await offer(giver)
    await work()
    expect(receiver.received).toHaveLength(1)
    const [sent] = receiver.received
    const told = verified(secret, sent!)
    expect(told).toMatchObject({
      type: 'lot.published',
      data: { id: lot.id, organisation_id: giver.organisationId },
    })
    expect(sent!.headers).toMatchObject({ 'content-type': 'application/json', 'user-agent': 'Gisement' })
    expect(JSON.stringify(told)).not.toContain(giver.organisationName)
    const altered = [
      { ...sent!, body: sent!.body.replace('"quantity"', '"Quantity"') },
      { ...sent!, headers: { ...sent!.headers, 'webhook-id': newId() } },
      {
        ...sent!,
        headers: { ...sent!.headers, 'webhook-timestamp': String(Math.floor(Date.now() / 1000) - 60) },
      },
    ]
    for (const one of altered) expect(() => verified(secret, one)).toThrow('No matching signature')
    const other = (await register(taker)).secret
    expect(() => verified(other, sent!)).toThrow('No matching signature')
  })

  it('ASVS 9.2.1: is refused by the receiver’s library once it is old: what was recorded cannot be sent again', async () => {
    const { secret } = await register(giver)
    aheadMs = -6 * 60_000
    await offer(giver)
    await work()
    expect(() => verified(secret, receiver.received[0]!)).toThrow('too old')
    aheadMs = 6 * 60_000
    await offer(giver)
    await work()
    expect(() => verified(secret, receiver.received[1]!)).toThrow('too new')
  })

  it('is sent again under the same id when its answer is lost: the receiver drops what it has', async () => {
    const { id, secret } = await register(giver)
    receiver.answers((res) => void res.socket?.destroy())
    await offer(giver)
    await work()
    expect(await deliveriesOf(id)).toMatchObject([{ status: 'waiting', attempts: 1, lastFault: 'no-answer' }])
    receiver.answers((res) => void res.writeHead(200).end('{"ok":true}'))
    aheadMs = 10_000
    await work()
    const [first, second] = receiver.received
    expect(receiver.received).toHaveLength(2)
    expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id'])
    expect(second!.body).toBe(first!.body)
    expect(second!.headers['webhook-timestamp']).not.toBe(first!.headers['webhook-timestamp'])
    const taken = new Map(receiver.received.map((one) => [one.headers['webhook-id'], verified(secret, one)]))
    expect(taken.size).toBe(1)
    expect(await deliveriesOf(id)).toMatchObject([
      { status: 'delivered', attempts: 2, lastStatus: 200, lastAnswer: '{"ok":true}' },
    ])
  })

  it('is signed by the former secret too for a day after a new one was made', async () => {
    const { id, secret } = await register(giver)
    const { secret: renewed } = granted(await makeNewSecret({ actor: giver, webhookId: id }))
    await offer(giver)
    await work()
    const [sent] = receiver.received.splice(0)
    for (const one of [secret, renewed]) expect(verified(one, sent!).type).toBe('lot.published')
    setup.database.writer
      .prepare('update webhooks set former_until_ms = ? where id = ?')
      .run(Date.now() - 1, id)
    await offer(giver)
    await work()
    expect(verified(renewed, receiver.received[0]!).type).toBe('lot.published')
    expect(() => verified(secret, receiver.received[0]!)).toThrow('No matching signature')
  })
})

describe('who hears of what', () => {
  it('lots by whose they are and where; a paused or withdrawn one by its id alone', async () => {
    const own = await register(giver, { events: LOT_EVENTS })
    const there = await register(taker, { events: LOT_EVENTS, scope: '93048' })
    const elsewhere = await register(taker, { events: LOT_EVENTS, scope: '75056' })
    const theirs = await register(taker, { events: LOT_EVENTS })
    const lot = await offer(giver)
    await work()
    const eventsOf = async (id: string) => (await deliveriesOf(id)).map(({ event }) => event)
    expect(await eventsOf(own.id)).toEqual(['lot.published'])
    expect(await eventsOf(there.id)).toEqual(['lot.published'])
    expect([...(await eventsOf(elsewhere.id)), ...(await eventsOf(theirs.id))]).toEqual([])
    granted(await changeLotStatus({ actor: giver, lotId: lot.id, status: 'paused' }))
    await work()
    const [gone] = take('lot.withdrawn')
    expect(Object.keys(verified(own.secret, gone!).data).sort()).toEqual(['id', 'reference', 'url'])
    granted(await changeLotStatus({ actor: giver, lotId: lot.id, status: 'published' }))
    await work()
    expect((await eventsOf(there.id)).sort()).toEqual(['lot.changed', 'lot.published', 'lot.withdrawn'])
  })

  it('ASVS 8.2.2: nobody of a lot that they do not see yet but its own organisation', async () => {
    const own = await register(giver)
    const all = await register(taker, { scope: 'seen' })
    const lot = await addLotOf(giver, 'Plus tard', { publicFrom: addDays(isoDayOf(Date.now()), 5) })
    await withTx((tx) => tell(tx, 'lot.published', { lotId: lot.id }))
    await work()
    expect(await deliveriesOf(own.id)).toHaveLength(1)
    expect(await deliveriesOf(all.id)).toEqual([])
  })

  it('ASVS 8.2.2: reservations by their two sides alone, and what is left of the lot by those who follow it', async () => {
    const events = [
      ...LOT_EVENTS,
      'reservation.requested',
      'reservation.accepted',
      'reservation.ended',
    ] as const
    const [a, b] = [await register(giver, { events }), await register(taker, { events, scope: 'seen' })]
    const stranger = await register(await createActor('taker'), { events })
    const lot = await offer(giver)
    const reservationId = newId()
    const quantity = lot.quantityMilli
    granted(
      await requestReservation({
        actor: taker,
        lotId: lot.id,
        id: reservationId,
        quantity,
        message: 'Secret',
      }),
    )
    await work()
    const [asked] = take('reservation.requested')
    expect(verified(a.secret, asked!).data).toMatchObject({
      id: reservationId,
      status: 'requested',
      lot_id: lot.id,
    })
    expect(asked!.body).not.toMatch(/Secret|Menuiserie|Curage|@/)
    expect(take('lot.changed').map(({ body }) => body.includes('"available":0,'))).toEqual([true, true])
    const refusal = { actor: giver, reservationId, criterion: 'other', reason: '' } as const
    granted(await decideReservation({ ...refusal, action: 'refuse' }))
    await work()
    expect(take('reservation.ended')).toHaveLength(2)
    expect((await deliveriesOf(b.id)).map(({ event }) => event)).toContain('reservation.ended')
    expect(await deliveriesOf(stranger.id)).toEqual([])
  })

  it('nobody of what did not happen, and each of what did, once', async () => {
    const { id } = await register(giver)
    const lot = await offer(giver)
    await withTx(async (tx) => {
      await tell(tx, 'lot.published', { lotId: lot.id })
      return { ok: false as const }
    })
    await work()
    expect(await deliveriesOf(id)).toHaveLength(1)
    // The job that tells runs again after a crash.
    setup.database.writer.exec(`update jobs set status = 'waiting' where kind = 'tell-webhooks'`)
    await work()
    expect(await deliveriesOf(id)).toHaveLength(1)
    expect(receiver.received).toHaveLength(1)
  })

  it('ASVS 13.2.4: nobody at all while the operator has not opened webhooks, nor by a host that is closed again', async () => {
    const { id } = await register(giver)
    openWebhooks(['elsewhere.example'])
    await offer(giver)
    await work()
    expect(await deliveriesOf(id)).toMatchObject([
      { status: 'waiting', lastFault: 'not-allowed', lastStatus: null },
    ])
    setEnv({ ...env(), webhooks: null })
    await offer(giver)
    await work()
    expect(await deliveriesOf(id)).toHaveLength(1)
    expect(receiver.received).toEqual([])
    expect(
      await addWebhook({
        actor: giver,
        id: newId(),
        url: receiver.url,
        events: ['lot.published'],
        scope: 'own',
      }),
    ).toMatchObject({
      error: { code: 'webhooks-closed' },
    })
  })
})

describe('a receiver that does not take it', () => {
  const answersOf = async (id: string) => {
    await offer(giver)
    await work()
    const [last] = await deliveriesOf(id)
    return last!
  }

  it('ASVS 15.3.2: is not followed elsewhere, and keeps no more than the beginning of what it says', async () => {
    const { id } = await register(giver)
    receiver.answers((res) => void res.writeHead(302, { Location: '/plus-loin' }).end())
    expect(await answersOf(id)).toMatchObject({ status: 'waiting', lastFault: 'redirect', lastStatus: 302 })
    receiver.answers((res) => void res.writeHead(500).end('<b>x</b>'.repeat(100_000)))
    const failed = await answersOf(id)
    expect(failed).toMatchObject({ status: 'waiting', lastFault: 'status', lastStatus: 500 })
    expect(failed.lastAnswer).toHaveLength(300)
    expect(receiver.received.map(({ path }) => path)).toEqual(['/crochet', '/crochet'])
  })

  it('is paused with a mail when it is gone, and told what waited once it is resumed', async () => {
    const { id } = await register(giver)
    receiver.answers((res) => void res.writeHead(410).end())
    expect(await answersOf(id)).toMatchObject({ status: 'failed', lastStatus: 410 })
    expect(await findWebhook(id)).toMatchObject({ pauseReason: 'gone' })
    const mails = setup.database.writer.prepare(
      `select count(*) from jobs where kind = 'send-webhook-mails' and status = 'done'`,
    )
    expect(mails.pluck().get()).toBe(1)
    await offer(giver)
    await work()
    expect(receiver.received).toHaveLength(1)
    receiver.answers((res) => void res.writeHead(200).end())
    granted(await resumeWebhook({ actor: giver, webhookId: id }))
    expect(await answersOf(id)).toMatchObject({ status: 'delivered' })
  })

  it('is tried for about a day, then given up; after three days without success it is paused', async () => {
    const { id } = await register(giver)
    receiver.answers((res) => void res.writeHead(503).end())
    await offer(giver)
    let hours = 0
    for (; (await deliveriesOf(id))[0]?.status !== 'failed' && hours < 60; hours += 1) {
      aheadMs = hours * 3_600_000
      await work()
    }
    expect(hours).toBeGreaterThan(17)
    expect(hours).toBeLessThan(32)
    expect((await deliveriesOf(id))[0]).toMatchObject({ attempts: 10, nextAtMs: null })
    expect(await findWebhook(id)).toMatchObject({ pausedAtMs: null })
    aheadMs = 3 * DAY_MS + 3_600_000
    await offer(giver)
    await work()
    expect(await findWebhook(id)).toMatchObject({ pauseReason: 'failing' })
  })

  it('is paused when too much waits for it, so that it fills no disk', async () => {
    const { id } = await register(giver)
    const add = setup.database.writer.prepare(
      `insert into webhook_deliveries (id, webhook_id, message_id, event, body, status, attempts, created_at_ms, last_answer)
       values (?, ?, ?, 'lot.published', '{}', 'waiting', 0, 0, '')`,
    )
    for (let index = 0; index < MOST_WAITING; index += 1) add.run(newId(), id, newId())
    await offer(giver)
    await work()
    expect(await findWebhook(id)).toMatchObject({ pauseReason: 'backlog' })
    expect(receiver.received).toEqual([])
  })
})

describe('those who manage it', () => {
  it('send a test and see what came of it; a test that fails is not tried again', async () => {
    const { id, secret } = await register(giver)
    granted(await testWebhook({ actor: giver, webhookId: id }))
    expect(verified(secret, receiver.received[0]!)).toMatchObject({
      type: 'webhook.test',
      data: { webhook_id: id },
    })
    receiver.answers((res) => void res.writeHead(401).end('non'))
    granted(await testWebhook({ actor: giver, webhookId: id }))
    expect(await deliveriesOf(id)).toMatchObject([
      { status: 'failed', lastStatus: 401, lastAnswer: 'non' },
      { status: 'delivered' },
    ])
    expect(await findWebhook(id)).toMatchObject({ failingSinceMs: null })
  })

  it('have a delivery sent again under its id', async () => {
    const { id } = await register(giver)
    await offer(giver)
    await work()
    const deliveryId = (await deliveriesOf(id))[0]!.id
    granted(await sendAgain({ actor: giver, webhookId: id, deliveryId }))
    await work()
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([deliveryId, deliveryId])
  })

  it('pause, change and remove it; nothing of it stays', async () => {
    const { id } = await register(giver)
    granted(await pauseWebhook({ actor: giver, webhookId: id }))
    await offer(giver)
    await work()
    expect(receiver.received).toEqual([])
    granted(await changeWebhook({ actor: giver, webhookId: id, events: ['lot.changed'], scope: 'seen' }))
    expect(await findWebhook(id)).toMatchObject({
      events: ['lot.changed'],
      scope: 'seen',
      pauseReason: 'person',
    })
    granted(await removeWebhook({ actor: giver, webhookId: id }))
    const left = setup.database.writer.prepare(
      'select (select count(*) from webhooks) + (select count(*) from webhook_deliveries)',
    )
    expect(left.pluck().get()).toBe(0)
    const acts = setup.database.writer
      .prepare(`select action from audit_rows where object_id = ? order by seq`)
      .pluck()
    expect(acts.all(id)).toEqual(['webhook.added', 'webhook.paused', 'webhook.changed', 'webhook.removed'])
  })

  it('ASVS 8.2.2, 8.3.1: are the owners of its organisation and nobody else', async () => {
    const { id } = await register(giver)
    const other = await createActor('giver')
    const member = { ...giver, membership: 'member' } as const
    const admin = await createActor('admin')
    for (const actor of [other, member, admin]) {
      const on = { actor, webhookId: id }
      const refusals = [
        await changeWebhook({ ...on, events: ['lot.changed'], scope: 'own' }),
        await makeNewSecret(on),
        await pauseWebhook(on),
        await resumeWebhook(on),
        await removeWebhook(on),
        await testWebhook(on),
        await sendAgain({ ...on, deliveryId: newId() }),
      ]
      expect(refusals.map((result) => !result.ok && result.error.code)).toEqual(
        refusals.map(() => 'not-found'),
      )
    }
    const taken = { actor: other, id, url: receiver.url, events: ['lot.published' as const], scope: 'own' }
    expect(await addWebhook(taken)).toMatchObject({ error: { code: 'conflict' } })
    expect(await addWebhook({ ...taken, actor: member })).toMatchObject({ error: { code: 'forbidden' } })
  })

  it('register a few, at hosts that are allowed, of events that concern them; the secret is told once and kept sealed', async () => {
    const add = (more: Partial<Parameters<typeof addWebhook>[0]>) =>
      addWebhook({
        actor: giver,
        id: newId(),
        url: receiver.url,
        events: ['lot.published'],
        scope: 'own',
        ...more,
      })
    const codeOf = async (more: Parameters<typeof add>[0]) => {
      const added = await add(more)
      return added.ok ? null : [added.error.code, added.error.field]
    }
    expect(await codeOf({ url: 'https://elsewhere.example/' })).toEqual(['webhook-host', 'url'])
    expect(await codeOf({ url: 'https://127.0.0.1/' })).toEqual(['webhook-host', 'url'])
    expect(await codeOf({ scope: '99999' })).toEqual(['invalid', 'scope'])
    expect(await codeOf({ events: [...WEBHOOK_EVENTS] })).toEqual(['invalid', 'events'])
    expect(
      await codeOf({ actor: await createActor('agent'), events: ['commune.accounts_updated'] }),
    ).toBeNull()
    const id = newId()
    const { secret } = granted(await add({ id }))
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(granted(await add({ id })).secret).toBeNull()
    const row = JSON.stringify(setup.database.writer.prepare('select * from webhooks where id = ?').get(id))
    expect(row).not.toContain(secret!.slice(6))
    for (let index = 1; index < MOST_WEBHOOKS; index += 1) granted(await add({}))
    expect(await codeOf({})).toEqual(['webhook-limit', undefined])
  })
})
