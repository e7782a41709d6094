import { describe, expect, it } from 'vitest'
import { newId } from '~/core/ids'
import { addWebhook } from '~/features/webhooks/commands/add-webhook.server'
import {
  changeWebhook,
  makeNewSecret,
  pauseWebhook,
  removeWebhook,
  resumeWebhook,
} from '~/features/webhooks/commands/change-webhook.server'
import { sendAgain, testWebhook } from '~/features/webhooks/commands/send-again.server'
import { WEBHOOK_EVENTS } from '~/features/webhooks/model/events'
import { MOST_WAITING, MOST_WEBHOOKS } from '~/features/webhooks/model/webhook'
import { findWebhook } from '~/features/webhooks/queries.server'
import { createActor } from '~tests/support/actors'
import { granted } from '~tests/support/answers'
import { webhookBench } from '~tests/support/webhook-bench'
import { verified } from '~tests/support/webhook-receiver'

const DAY_MS = 86_400_000
const { bench, register, offer, work, deliveriesOf } = webhookBench()

describe('a receiver that does not take it', () => {
  const answersOf = async (id: string) => {
    await offer(bench.giver)
    await work()
    const [last] = await deliveriesOf(id)
    return last!
  }

  it('ASVS 15.3.2: is not followed elsewhere, and keeps no more than the beginning of what it says', async () => {
    const { id } = await register(bench.giver)
    bench.receiver.answers((res) => void res.writeHead(302, { Location: '/plus-loin' }).end())
    expect(await answersOf(id)).toMatchObject({ status: 'waiting', lastFault: 'redirect', lastStatus: 302 })
    bench.receiver.answers((res) => void res.writeHead(500).end('<b>x</b>'.repeat(100_000)))
    const failed = await answersOf(id)
    expect(failed).toMatchObject({ status: 'waiting', lastFault: 'status', lastStatus: 500 })
    expect(failed.lastAnswer).toHaveLength(300)
    expect(bench.receiver.received.map(({ path }) => path)).toEqual(['/crochet', '/crochet'])
  })

  it('is paused with a mail when it is gone, and told what waited once it is resumed', async () => {
    const { id } = await register(bench.giver)
    bench.receiver.answers((res) => void res.writeHead(410).end())
    expect(await answersOf(id)).toMatchObject({ status: 'failed', lastStatus: 410 })
    expect(await findWebhook(id)).toMatchObject({ pauseReason: 'gone' })
    const mails = bench.setup.database.writer.prepare(
      `select count(*) from jobs where kind = 'send-webhook-mails' and status = 'done'`,
    )
    expect(mails.pluck().get()).toBe(1)
    await offer(bench.giver)
    await work()
    expect(bench.receiver.received).toHaveLength(1)
    bench.receiver.answers((res) => void res.writeHead(200).end())
    granted(await resumeWebhook({ actor: bench.giver, webhookId: id }))
    expect(await answersOf(id)).toMatchObject({ status: 'delivered' })
  })

  it('is tried for about a day, then given up; after three days without success it is paused', async () => {
    const { id } = await register(bench.giver)
    bench.receiver.answers((res) => void res.writeHead(503).end())
    await offer(bench.giver)
    let hours = 0
    for (; (await deliveriesOf(id))[0]?.status !== 'failed' && hours < 60; hours += 1) {
      bench.aheadMs = hours * 3_600_000
      await work()
    }
    expect(hours).toBeGreaterThan(17)
    expect(hours).toBeLessThan(36)
    expect((await deliveriesOf(id))[0]).toMatchObject({ attempts: 10, nextAtMs: null })
    expect(await findWebhook(id)).toMatchObject({ pausedAtMs: null })
    bench.aheadMs = 3 * DAY_MS + 3_600_000
    await offer(bench.giver)
    await work()
    expect(await findWebhook(id)).toMatchObject({ pauseReason: 'failing' })
  })

  it('is paused when too much waits for it, so that it fills no disk', async () => {
    const { id } = await register(bench.giver)
    const add = bench.setup.database.writer.prepare(
      `insert into webhook_deliveries (id, webhook_id, message_id, event, body, status, attempts, created_at_ms, last_answer)
       values (?, ?, ?, 'lot.published', '{}', 'waiting', 0, 0, '')`,
    )
    bench.setup.database.writer.exec('begin')
    for (let index = 0; index < MOST_WAITING; index += 1) add.run(newId(), id, newId())
    bench.setup.database.writer.exec('commit')
    await offer(bench.giver)
    await work()
    expect(await findWebhook(id)).toMatchObject({ pauseReason: 'backlog' })
    expect(bench.receiver.received).toEqual([])
  })
})

describe('those who manage it', () => {
  it('send a test and see what came of it; a test that fails is not tried again', async () => {
    const { id, secret } = await register(bench.giver)
    granted(await testWebhook({ actor: bench.giver, webhookId: id }))
    expect(verified(secret, bench.receiver.received[0]!)).toMatchObject({
      type: 'webhook.test',
      data: { webhook_id: id },
    })
    bench.receiver.answers((res) => void res.writeHead(401).end('non'))
    granted(await testWebhook({ actor: bench.giver, webhookId: id }))
    expect(await deliveriesOf(id)).toMatchObject([
      { status: 'failed', lastStatus: 401, lastAnswer: 'non' },
      { status: 'delivered' },
    ])
    expect(await findWebhook(id)).toMatchObject({ failingSinceMs: null })
  })

  it('have a delivery sent again under its id', async () => {
    const { id } = await register(bench.giver)
    await offer(bench.giver)
    await work()
    const deliveryId = (await deliveriesOf(id))[0]!.id
    granted(await sendAgain({ actor: bench.giver, webhookId: id, deliveryId }))
    await work()
    expect(bench.receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([
      deliveryId,
      deliveryId,
    ])
  })

  it('pause, change and remove it; nothing of it stays', async () => {
    const { id } = await register(bench.giver)
    granted(await pauseWebhook({ actor: bench.giver, webhookId: id }))
    await offer(bench.giver)
    await work()
    expect(bench.receiver.received).toEqual([])
    granted(
      await changeWebhook({ actor: bench.giver, webhookId: id, events: ['lot.changed'], scope: 'seen' }),
    )
    expect(await findWebhook(id)).toMatchObject({
      events: ['lot.changed'],
      scope: 'seen',
      pauseReason: 'person',
    })
    granted(await removeWebhook({ actor: bench.giver, webhookId: id }))
    const left = bench.setup.database.writer.prepare(
      'select (select count(*) from webhooks) + (select count(*) from webhook_deliveries)',
    )
    expect(left.pluck().get()).toBe(0)
    const acts = bench.setup.database.writer
      .prepare(`select action from audit_rows where object_id = ? order by seq`)
      .pluck()
    expect(acts.all(id)).toEqual(['webhook.added', 'webhook.paused', 'webhook.changed', 'webhook.removed'])
  })

  it('ASVS 8.2.2, 8.3.1: are the owners of its organisation and nobody else', async () => {
    const { id } = await register(bench.giver)
    const other = await createActor('giver')
    const member = { ...bench.giver, membership: 'member' } as const
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
    const taken = {
      actor: other,
      id,
      url: bench.receiver.url,
      events: ['lot.published' as const],
      scope: 'own',
    }
    expect(await addWebhook(taken)).toMatchObject({ error: { code: 'conflict' } })
    expect(await addWebhook({ ...taken, actor: member })).toMatchObject({ error: { code: 'forbidden' } })
  })

  it('register a few, at hosts that are allowed, of events that concern them; the secret is told once and kept sealed', async () => {
    const add = (more: Partial<Parameters<typeof addWebhook>[0]>) =>
      addWebhook({
        actor: bench.giver,
        id: newId(),
        url: bench.receiver.url,
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
    const row = JSON.stringify(
      bench.setup.database.writer.prepare('select * from webhooks where id = ?').get(id),
    )
    expect(row).not.toContain(secret!.slice(6))
    for (let index = 1; index < MOST_WEBHOOKS; index += 1) granted(await add({}))
    expect(await codeOf({})).toEqual(['webhook-limit', undefined])
  })
})
