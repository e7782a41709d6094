import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { readEnv, setEnv } from '~/platform/env.server'
import { isBuilt, productionEnv, startBuilt, type BuiltServer } from '~tests/support/built-server'
import { BuiltVisitor } from '~tests/support/built-visitor'
import { gisement } from '~tests/support/cli'
import { startMailServer, type MailServer } from '~tests/support/mail-server'
import { askAt } from '~tests/support/postgres/ask-at'
import { hasPostgres, urlOf } from '~tests/support/postgres/server'
import { startPair, type Pair } from '~tests/support/postgres/standby'
import { startBalancer, type Balancer } from '../../scripts/nodes/balancer'

const PASSWORD = 'une phrase assez longue'
const NODES = 3
const LOTS = 5
const TAKERS = 6
/** Doors of a lot, and of what each taker asks of it: four of six takers have theirs. */
const [STOCK, ASKED] = [12, 3]
const WINNERS = (LOTS * STOCK) / ASKED

let room: string
let pair: Pair
let url: string
let mails: MailServer
let nodes: BuiltServer[]
let balancer: Balancer
let giver: BuiltVisitor
let takers: BuiltVisitor[]

const envOf = () =>
  productionEnv(path.join(room, 'data'), {
    SESSION_SECRET: '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a6978',
    PUBLIC_URL: 'http://localhost',
    TRUST_PROXY: '1',
    DATABASE_URL: url,
    SMTP_URL: mails.url,
  })

const rows = <Row>(text: string, values?: unknown[]) => askAt<Row>(url, text, values)

/** Asks again until it is so. @throws Error with what was answered last */
async function until<T>(withinMs: number, ask: () => Promise<T>, isIt: (answer: T) => boolean): Promise<T> {
  const last = performance.now() + withinMs
  for (;;) {
    const answer = await ask().catch((error: unknown) => error as T)
    if (!(answer instanceof Error) && isIt(answer)) return answer
    if (performance.now() > last) throw new Error(`Still ${String(answer)} after ${withinMs} ms`)
    await wait(100)
  }
}

/** Asks for doors until there is an answer: one that was lost on the way is asked for again, under the same id. */
async function reserve(taker: BuiltVisitor, lotId: string): Promise<string | null> {
  const id = newId()
  for (let tries = 0; tries < 40; tries += 1) {
    const reply = await taker
      .post(paths.newReservation(lotId), { id, quantity: String(ASKED) })
      .catch(() => null)
    if (reply?.status === 302) return id
    if (reply && reply.status !== 502 && reply.status !== 503) return null
    await wait(100)
  }
  throw new Error('No node answered')
}

/** Sends photos until told to stop; gives those that were acknowledged. */
async function sendPhotos(who: BuiltVisitor, stop: AbortSignal): Promise<string[]> {
  const sent: string[] = []
  while (!stop.aborted) {
    const id = await who.sendPhoto().catch(() => null)
    if (id) sent.push(id)
  }
  return sent
}

const idOf = (raw: string) => /^Message-ID: (.+)$/im.exec(raw)![1]!.trim()
const mailsOfRequests = () => mails.received.filter(({ to }) => to.includes('giver@exemple.fr'))

describe.skipIf(!isBuilt || !hasPostgres)('three nodes on one database', () => {
  beforeAll(async () => {
    room = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-nodes-'))
    pair = await startPair()
    await askAt(urlOf(pair.primary, 'postgres'), 'create database nodes')
    url = pair.urlOf('nodes')
    mails = await startMailServer()
    nodes = await Promise.all(Array.from({ length: NODES }, () => startBuilt(envOf())))
    balancer = await startBalancer(
      0,
      nodes.map(({ origin }) => Number(new URL(origin).port)),
    )
    setEnv(readEnv({ ...envOf(), LOG_LEVEL: 'silent' }))
    process.env.ACCOUNT_PASSWORD = PASSWORD
    giver = await join('giver', '--gives')
    takers = []
    for (let at = 0; at < TAKERS; at += 1) takers.push(await join(`taker${at}`, '--takes'))
  })
  afterAll(async () => {
    delete process.env.ACCOUNT_PASSWORD
    await balancer?.close()
    for (const { process: child } of nodes ?? []) child.kill('SIGKILL')
    await mails?.close()
    await pair?.stop()
    fs.rmSync(room, { recursive: true, force: true })
  })

  async function join(name: string, side: string): Promise<BuiltVisitor> {
    const email = `${name}@exemple.fr`
    const account = ['--email', email, '--name', name, '--organisation', name, '--kind', 'company']
    expect(await gisement('user', 'add', ...account, side, '--commune', '93048')).toMatchObject({ exit: 0 })
    const visitor = new BuiltVisitor(balancer.origin)
    expect((await visitor.post(paths.signIn(), { email, password: PASSWORD })).status).toBe(302)
    return visitor
  }

  it('started at the same time on an empty database, which one of them filled', async () => {
    expect(await rows('select count(*)::int as n from communes')).toEqual([{ n: 130 }])
    for (const { origin } of nodes) expect((await fetch(`${origin}/readyz`)).status).toBe(200)
  })

  it('ASVS 2.3.4: one is killed under load: what was acknowledged is there, no door is promised twice, no mail is lost or new', async () => {
    const siteId = await giver.openSite()
    const lotIds: string[] = []
    for (let at = 0; at < LOTS; at += 1) lotIds.push(await giver.publish(siteId, `Portes ${at}`))
    const stop = new AbortController()
    const photos = sendPhotos(giver, stop.signal)
    let acknowledged = 0
    const killed = once(nodes[0]!.process, 'exit')
    const asked = await Promise.all(
      takers.map(async (taker) => {
        const ids: string[] = []
        for (const lotId of lotIds) {
          const id = await reserve(taker, lotId)
          if (id) ids.push(id)
          acknowledged += id ? 1 : 0
          // In the midst of it: others are being asked for, photos sent and mails handed over.
          if (acknowledged === WINNERS / 2) nodes[0]!.process.kill('SIGKILL')
        }
        return ids
      }),
    )
    stop.abort()
    expect((await killed)[1]).toBe('SIGKILL')
    const ids = asked.flat()
    expect(ids).toHaveLength(WINNERS)
    const kept = await rows<{ id: string }>('select id from reservations')
    expect(kept.map(({ id }) => id).sort()).toEqual([...ids].sort())
    const stock = await rows<{ taken: number; left: number }>(
      `select sum(r.quantity_milli)::int as taken, min(l.available_milli)::int as left
       from lots l join reservations r on r.lot_id = l.id group by l.id`,
    )
    expect(stock).toEqual(Array.from({ length: LOTS }, () => ({ taken: STOCK * 1000, left: 0 })))
    const sent = await photos
    expect(sent.length).toBeGreaterThan(0)
    const found = await rows<{ key: string }>('select storage_key as key from photos where id = any($1)', [
      sent,
    ])
    expect(found).toHaveLength(sent.length)
    for (const { key } of found)
      expect(fs.existsSync(path.join(room, 'data/photos', `${key}-1600.webp`)), key).toBe(true)
  })

  it('mails each request once, those that the killed node had taken too', async () => {
    await until(
      100_000,
      () => Promise.resolve(new Set(mailsOfRequests().map(({ raw }) => idOf(raw))).size),
      (count) => count === WINNERS,
    )
    const [left] = await rows<{ n: number }>(`select count(*)::int as n from jobs where attempts > 1`)
    // What a node had handed over and could not note any more is handed over again, under the same Message-ID.
    expect(mailsOfRequests().length - WINNERS).toBeLessThanOrEqual(left!.n)
    await wait(500)
    expect(new Set(mailsOfRequests().map(({ raw }) => idOf(raw))).size).toBe(WINNERS)
  })

  it('goes on with the database server that stood by when the other one dies, and nothing acknowledged is lost', async () => {
    const before = await rows<{ id: string }>('select id from reservations order by id')
    const last = await giver.publish(await giver.openSite(), 'Dernières portes')
    await pair.failOver()
    const alive = nodes.slice(1)
    for (const { origin } of alive)
      await until(
        60_000,
        async () => (await fetch(`${origin}/readyz`)).status,
        (status) => status === 200,
      )
    expect(await rows('select id from reservations order by id')).toEqual(before)
    const { status, text } = await giver.get(paths.lot(last))
    expect(status).toBe(200)
    expect(text).toContain('Dernières portes')
    expect(await reserve(takers[0]!, last)).not.toBeNull()
    const next = await giver.publish(await giver.openSite(), 'Portes d’après')
    for (const { origin } of alive)
      await until(
        10_000,
        () => new BuiltVisitor(origin).get(`${paths.lots()}?q=portes+apres`),
        (reply) => reply.text.includes(next),
      )
  })
})
