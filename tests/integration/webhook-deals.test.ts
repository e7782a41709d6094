import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import type { Actor } from '~/features/organisations/model/permissions'
import {
  makeNewSecret,
  pauseWebhook,
  resumeWebhook,
} from '~/features/webhooks/commands/change-webhook.server'
import { resealWebhooks } from '~/features/webhooks/commands/reseal-webhooks.server'
import { sendDelivery } from '~/features/webhooks/commands/send-delivery.server'
import { tellWebhooks } from '~/features/webhooks/commands/tell-webhooks.server'
import { findWebhook, listWebhooks } from '~/features/webhooks/queries.server'
import { addWebhookSchema, changeWebhookSchema } from '~/features/webhooks/schema'
import { env, setEnv } from '~/platform/env.server'
import { action, loader } from '~/routes/webhook/route'
import { loader as deliveriesCsv } from '~/routes/webhook-deliveries-csv/route'
import { action as register } from '~/routes/webhooks/route'
import { createActor } from '~tests/support/actors'
import { granted } from '~tests/support/answers'
import { handsOver } from '~tests/support/ledger'
import { webhookBench } from '~tests/support/webhook-bench'
import { verified, type Received } from '~tests/support/webhook-receiver'

const { bench, register: registers, offer, work, deliveriesOf, take } = webhookBench()

describe('a handover', () => {
  it('ASVS 8.2.2: is told to its two sides, and that accounts changed to that commune and the Métropole alone', async () => {
    const events = ['handover.completed'] as const
    const accounts = { events: ['commune.accounts_updated'] as const, scope: 'seen' }
    const { giver, taker } = bench
    const sides = [await registers(giver, { events }), await registers(taker, { events })]
    const stranger = await registers(await createActor('giver'), { events })
    const there = await registers(await createActor('agent'), accounts)
    const elsewhere = await registers(await createActor('agent', { communeCode: '75056' }), accounts)
    const metropole = await registers(await createActor('admin'), accounts)
    const lot = await offer(giver)
    await handsOver({ giver, taker }, lot.id, 300_000)
    await work()
    for (const { id, secret } of sides) {
      const told = take('handover.completed').find(
        ({ body, headers }) => body && headers && isOf(id, headers),
      )
      expect(verified(secret, told!).data).toMatchObject({
        lot_id: lot.id,
        mass_kg: 300,
        is_correction: false,
      })
      expect(told!.body).not.toMatch(/Personne|Curage|Menuiserie|@/)
    }
    const [changed] = take('commune.accounts_updated')
    expect(verified(there.secret, changed!).data).toMatchObject({ commune_code: '93048' })
    expect(take('commune.accounts_updated')).toHaveLength(2)
    expect(await deliveriesOf(metropole.id)).toHaveLength(1)
    for (const { id } of [stranger, elsewhere]) expect(await deliveriesOf(id)).toEqual([])
    // Entered again after a crash, it is told once.
    bench.setup.database.writer.exec(`update jobs set status = 'waiting' where kind = 'record-handover'`)
    await work()
    expect(take('handover.completed')).toHaveLength(2)
  })

  function isOf(webhookId: string, headers: Received['headers']): boolean {
    const find = bench.setup.database.writer.prepare('select webhook_id from webhook_deliveries where id = ?')
    return find.pluck().get(headers['webhook-id']) === webhookId
  }
})

describe('many deliveries', () => {
  it('of one organisation leave a turn to each other one', async () => {
    await registers(bench.giver)
    const other = await createActor('giver')
    await registers(other, { url: bench.receiver.url.replace('crochet', 'autre') })
    for (let count = 0; count < 5; count += 1) await offer(bench.giver)
    await offer(other)
    await work()
    const paths = bench.receiver.received.map(({ path: address }) => address)
    expect(paths).toHaveLength(6)
    expect(paths.indexOf('/autre')).toBeLessThan(2)
  })

  it('are sent twice at most by two workers at once, under one id, and counted once', async () => {
    const { id } = await registers(bench.giver)
    const { id: lotId } = await offer(bench.giver)
    bench.receiver.answers((res) => void setTimeout(() => res.writeHead(200).end(), 50))
    await tellWebhooks({ messageId: newId(), topic: 'lot.published', atMs: nowMs(), lotId })
    const [waiting] = await deliveriesOf(id)
    await Promise.all([sendDelivery(waiting!.id), sendDelivery(waiting!.id)])
    const ids = bench.receiver.received.map(({ headers }) => headers['webhook-id'])
    expect(ids).toEqual([waiting!.id, waiting!.id])
    expect(await deliveriesOf(id)).toMatchObject([{ status: 'delivered', attempts: 1 }])
  })
})

describe('a secret', () => {
  it('ASVS 11.2.2: is sealed anew under a new secret of the operator’s; one that nobody can open pauses its webhook', async () => {
    const usual = env()
    const { id, secret } = await registers(bench.giver)
    setEnv({ ...usual, sessionSecret: 'nouveau secret '.repeat(3), formerSecret: usual.sessionSecret })
    expect(await resealWebhooks()).toEqual({ sealed: 1, lost: 0 })
    setEnv({ ...env(), formerSecret: null })
    await offer(bench.giver)
    await work()
    expect(verified(secret, bench.receiver.received[0]!).type).toBe('lot.published')
    setEnv({ ...env(), sessionSecret: 'un autre secret '.repeat(3) })
    expect(await resealWebhooks()).toEqual({ sealed: 0, lost: 1 })
    await offer(bench.giver)
    await work()
    expect(await findWebhook(id)).toMatchObject({ pauseReason: 'secret' })
    const on = { actor: bench.giver, webhookId: id }
    const renewed = granted(await makeNewSecret(on))
    granted(await resumeWebhook(on))
    await work()
    expect(verified(renewed.secret, bench.receiver.received[1]!).type).toBe('lot.published')
    setEnv(usual)
  })
})

describe('the mail about a pause', () => {
  it('names the host of the receiver and not the key in its address', async () => {
    const { id } = await registers(bench.giver, { url: `${bench.receiver.url}?cle=tres-secrete` })
    bench.receiver.answers((res) => void res.writeHead(410).end())
    await offer(bench.giver)
    await work()
    const dir = path.join(bench.setup.dir, 'mail')
    const mails = fs.readdirSync(dir).map((name) => fs.readFileSync(path.join(dir, name), 'utf8'))
    const told = mails.filter((raw) => raw.includes(`To: `) && raw.includes(bench.giver.email))
    expect(told).toHaveLength(1)
    const text =
      Buffer.from(told[0]!.split('\r\n\r\n').slice(1).join('\r\n\r\n'), 'base64').toString() + told[0]!
    expect(text.replaceAll('=\r\n', '')).toContain(`/organisation/webhooks/${id}`)
    expect(text).not.toContain('tres-secrete')
  })
})

describe('its pages', () => {
  const form = (url: string, more: Record<string, string> = {}) => ({
    ...{ intent: 'add', id: newId(), url, events: 'lot.published', scope: 'own' },
    ...more,
  })
  const post = async (actor: Actor, answers: Record<string, string>) =>
    (await answerOf(register(argsOf(await requestAs(actor, '/organisation/webhooks', answers))))) as {
      data: { added?: { id: string; secret: string | null }; result?: { error?: object } }
      init: ResponseInit | null
    }

  it('ASVS 14.3.2: show a secret once, on a page that no cache keeps', async () => {
    const answers = form(bench.receiver.url)
    const first = await post(bench.giver, answers)
    expect(first.data.added?.secret).toMatch(/^whsec_/)
    expect(new Headers(first.init?.headers).get('Cache-Control')).toBe('no-store')
    expect((await post(bench.giver, answers)).data.added?.secret).toBeNull()
    const page = await loader(
      argsOf(await requestAs(bench.giver, '/organisation/webhooks/x'), { webhookId: answers.id }),
    )
    expect(JSON.stringify(page)).not.toMatch(/whsec_|sealed/i)
  })

  it('ASVS 15.3.3: take no answer that they do not ask for', async () => {
    const forged = ['organisationId', 'sealedSecret', 'pausedAtMs', 'createdByUserId', 'failingSinceMs']
    for (const name of forged) {
      const refused = await post(bench.giver, form(bench.receiver.url, { [name]: 'x' }))
      expect(refused.init?.status, name).toBe(400)
    }
    expect(await listWebhooks(bench.giver.organisationId)).toEqual([])
    const choice = { events: ['lot.published'], scope: 'own' }
    expect(
      addWebhookSchema.safeParse({ ...choice, intent: 'add', id: newId(), url: 'http://x.fr/' }).success,
    ).toBe(false)
    expect(changeWebhookSchema.safeParse({ ...choice, intent: 'change', url: 'https://x.fr/' }).success).toBe(
      false,
    )
  })

  it('ASVS 2.4.1: send no more than so many tests an hour', async () => {
    const { id } = await registers(bench.giver)
    granted(await pauseWebhook({ actor: bench.giver, webhookId: id }))
    const statuses: unknown[] = []
    for (let tries = 0; tries <= 60; tries += 1) {
      const request = await requestAs(bench.giver, `/organisation/webhooks/${id}`, { intent: 'test' })
      const answer = await answerOf(action(argsOf(request, { webhookId: id })))
      statuses.push((answer as { init: ResponseInit }).init.status)
    }
    expect(statuses).toEqual([...Array.from({ length: 60 }, () => 409), 429])
  })

  it('export deliveries with the beginning of answers as text that no spreadsheet runs', async () => {
    const { id } = await registers(bench.giver)
    bench.receiver.answers((res) => void res.writeHead(500).end('=cmd|x'))
    await offer(bench.giver)
    await work()
    const request = await requestAs(bench.giver, `/organisation/webhooks/${id}/envois.csv`)
    const csv = await (await deliveriesCsv(argsOf(request, { webhookId: id }))).text()
    expect(csv).toContain(`"'=cmd|x"`.replaceAll('"', ''))
    expect(csv).toContain('lot.published')
  })
})
