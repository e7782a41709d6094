import { describe, expect, it } from 'vitest'
import { addDays } from '~/core/days'
import { newId } from '~/core/ids'
import { changeLotStatus } from '~/features/lots/commands/change-lot-status.server'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { addWebhook } from '~/features/webhooks/commands/add-webhook.server'
import { makeNewSecret } from '~/features/webhooks/commands/change-webhook.server'
import { env, setEnv } from '~/platform/env.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { createActor } from '~tests/support/actors'
import { addLotOf } from '~tests/support/add-lot'
import { granted } from '~tests/support/answers'
import { LOT_EVENTS, webhookBench } from '~tests/support/webhook-bench'
import { openWebhooks, verified } from '~tests/support/webhook-receiver'

const { bench, today, trueNow, register, offer, work, deliveriesOf, take } = webhookBench()

describe('what is sent', () => {
  it('ASVS 4.1.5: is signed so that the receiver’s library takes it, and no byte of it altered', async () => {
    const { secret } = await register(bench.giver)
    const lot = await offer(bench.giver)
    await work()
    expect(bench.receiver.received).toHaveLength(1)
    const [sent] = bench.receiver.received
    const told = verified(secret, sent!)
    expect(told).toMatchObject({
      type: 'lot.published',
      data: { id: lot.id, organisation_id: bench.giver.organisationId },
    })
    expect(sent!.headers).toMatchObject({ 'content-type': 'application/json', 'user-agent': 'Gisement' })
    expect(JSON.stringify(told)).not.toContain(bench.giver.organisationName)
    const altered = [
      { ...sent!, body: sent!.body.replace('"quantity"', '"Quantity"') },
      { ...sent!, headers: { ...sent!.headers, 'webhook-id': newId() } },
      {
        ...sent!,
        headers: { ...sent!.headers, 'webhook-timestamp': String(Math.floor(trueNow() / 1000) - 60) },
      },
    ]
    for (const one of altered) expect(() => verified(secret, one)).toThrow('No matching signature')
    const other = (await register(bench.taker)).secret
    expect(() => verified(other, sent!)).toThrow('No matching signature')
  })

  it('ASVS 4.1.5: is refused by the receiver’s library once it is old: what was recorded cannot be sent again', async () => {
    const { secret } = await register(bench.giver)
    bench.aheadMs = -6 * 60_000
    await offer(bench.giver)
    await work()
    expect(() => verified(secret, bench.receiver.received[0]!)).toThrow('too old')
    bench.aheadMs = 6 * 60_000
    await offer(bench.giver)
    await work()
    expect(() => verified(secret, bench.receiver.received[1]!)).toThrow('too new')
  })

  it('is sent again under the same id when its answer is lost: the receiver drops what it has', async () => {
    const { id, secret } = await register(bench.giver)
    bench.receiver.answers((res) => void res.socket?.destroy())
    await offer(bench.giver)
    await work()
    expect(await deliveriesOf(id)).toMatchObject([{ status: 'waiting', attempts: 1, lastFault: 'no-answer' }])
    bench.receiver.answers((res) => void res.writeHead(200).end('{"ok":true}'))
    bench.aheadMs = 10_000
    await work()
    const [first, second] = bench.receiver.received
    expect(bench.receiver.received).toHaveLength(2)
    expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id'])
    expect(second!.body).toBe(first!.body)
    expect(second!.headers['webhook-timestamp']).not.toBe(first!.headers['webhook-timestamp'])
    const taken = new Map(
      bench.receiver.received.map((one) => [one.headers['webhook-id'], verified(secret, one)]),
    )
    expect(taken.size).toBe(1)
    expect(await deliveriesOf(id)).toMatchObject([
      { status: 'delivered', attempts: 2, lastStatus: 200, lastAnswer: '{"ok":true}' },
    ])
  })

  it('is signed by the former secret too for a day after a new one was made', async () => {
    const { id, secret } = await register(bench.giver)
    const { secret: renewed } = granted(await makeNewSecret({ actor: bench.giver, webhookId: id }))
    await offer(bench.giver)
    await work()
    const [sent] = bench.receiver.received.splice(0)
    for (const one of [secret, renewed]) expect(verified(one, sent!).type).toBe('lot.published')
    bench.setup.database.writer
      .prepare('update webhooks set former_until_ms = ? where id = ?')
      .run(Math.floor(trueNow()) - 1, id)
    await offer(bench.giver)
    await work()
    expect(verified(renewed, bench.receiver.received[0]!).type).toBe('lot.published')
    expect(() => verified(secret, bench.receiver.received[0]!)).toThrow('No matching signature')
  })
})

describe('who hears of what', () => {
  it('lots by whose they are and where; a paused or withdrawn one by its id alone', async () => {
    const own = await register(bench.giver, { events: LOT_EVENTS })
    const there = await register(bench.taker, { events: LOT_EVENTS, scope: '93048' })
    const elsewhere = await register(bench.taker, { events: LOT_EVENTS, scope: '75056' })
    const theirs = await register(bench.taker, { events: LOT_EVENTS })
    const lot = await offer(bench.giver)
    await work()
    const eventsOf = async (id: string) => (await deliveriesOf(id)).map(({ event }) => event)
    expect(await eventsOf(own.id)).toEqual(['lot.published'])
    expect(await eventsOf(there.id)).toEqual(['lot.published'])
    expect([...(await eventsOf(elsewhere.id)), ...(await eventsOf(theirs.id))]).toEqual([])
    granted(await changeLotStatus({ actor: bench.giver, lotId: lot.id, status: 'paused' }))
    await work()
    const [gone] = take('lot.withdrawn')
    expect(Object.keys(verified(own.secret, gone!).data).sort()).toEqual(['id', 'reference', 'url'])
    granted(await changeLotStatus({ actor: bench.giver, lotId: lot.id, status: 'published' }))
    await work()
    expect((await eventsOf(there.id)).sort()).toEqual(['lot.changed', 'lot.published', 'lot.withdrawn'])
  })

  it('ASVS 8.2.2: nobody of a lot that they do not see yet but its own organisation', async () => {
    const own = await register(bench.giver)
    const all = await register(bench.taker, { scope: 'seen' })
    const lot = await addLotOf(bench.giver, 'Plus tard', { publicFrom: addDays(today(), 5) })
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
    const [a, b] = [
      await register(bench.giver, { events }),
      await register(bench.taker, { events, scope: 'seen' }),
    ]
    const stranger = await register(await createActor('taker'), { events })
    const lot = await offer(bench.giver)
    const reservationId = newId()
    const quantity = lot.quantityMilli
    granted(
      await requestReservation({
        actor: bench.taker,
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
    const refusal = { actor: bench.giver, reservationId, criterion: 'other', reason: '' } as const
    granted(await decideReservation({ ...refusal, action: 'refuse' }))
    await work()
    expect(take('reservation.ended')).toHaveLength(2)
    expect((await deliveriesOf(b.id)).map(({ event }) => event)).toContain('reservation.ended')
    expect(await deliveriesOf(stranger.id)).toEqual([])
  })

  it('nobody of what did not happen, and each of what did, once', async () => {
    const { id } = await register(bench.giver)
    const lot = await offer(bench.giver)
    await withTx(async (tx) => {
      await tell(tx, 'lot.published', { lotId: lot.id })
      return { ok: false as const }
    })
    await work()
    expect(await deliveriesOf(id)).toHaveLength(1)
    // The job that tells runs again after a crash.
    bench.setup.database.writer.exec(`update jobs set status = 'waiting' where kind = 'tell-webhooks'`)
    await work()
    expect(await deliveriesOf(id)).toHaveLength(1)
    expect(bench.receiver.received).toHaveLength(1)
  })

  it('ASVS 13.2.4: nobody at all while the operator has not opened webhooks, nor by a host that is closed again', async () => {
    const { id } = await register(bench.giver)
    openWebhooks(['elsewhere.example'])
    await offer(bench.giver)
    await work()
    expect(await deliveriesOf(id)).toMatchObject([
      { status: 'waiting', lastFault: 'not-allowed', lastStatus: null },
    ])
    setEnv({ ...env(), webhooks: null })
    await offer(bench.giver)
    await work()
    expect(await deliveriesOf(id)).toHaveLength(1)
    expect(bench.receiver.received).toEqual([])
    expect(
      await addWebhook({
        actor: bench.giver,
        id: newId(),
        url: bench.receiver.url,
        events: ['lot.published'],
        scope: 'own',
      }),
    ).toMatchObject({
      error: { code: 'webhooks-closed' },
    })
  })
})
