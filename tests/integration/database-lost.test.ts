import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { setSessionCookie } from '~/http/session-cookie.server'
import { loadReferenceCommunes } from '~/features/communes/commands/load-reference.server'
import { DatabaseLostError } from '~/platform/database-lost'
import { openPostgres } from '~/platform/db.server'
import { readEnv, setEnv } from '~/platform/env.server'
import { logTo } from '~/platform/logger.server'
import { faultOf } from '~/platform/postgres/faults'
import { migratePostgres } from '~/platform/postgres/migrate.server'
import type { PostgresDatabase } from '~/platform/postgres/open.server'
import { withTx } from '~/platform/transaction.server'
import { rateLimits } from '~db/sqlite/limits'
import { makePerson, enter, PASSWORD } from '~tests/support/sign-in'
import { startRelay, type Relay } from '~tests/support/postgres/relay'
import { hasPostgres, makeDatabase, startPostgres } from '~tests/support/postgres/server'
import { serveApp, type Served } from '~tests/support/serve-app'
import type { LocalServer } from '../../scripts/postgres/local-server'

const HTML = { Accept: 'text/html,application/xhtml+xml' }
/** Pages that read, forms, what draws no page, the API, and pages that need nothing of the database. */
const ONLY = /^\/($|connexion|lots|besoins|preferences|hors-ligne|api|reservations|depots|annonces)/

let cluster: LocalServer
let room: string
let name: string
let open: PostgresDatabase
let served: Served
let email: string
let cookie: string
const lines: string[] = []

const said = (text: string) => lines.filter((line) => line.includes(text))

/** Asks until it is so; the server and its connections come back in their own time. */
async function until(isIt: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await isIt()) return
    await wait(100)
  }
  throw new Error('Not so after 30 s')
}

const statusOf = async (of: string) => (await served.ask(of, { cookie, headers: HTML })).status
const everythingAnswers = async () =>
  (await statusOf('/readyz')) === 200 && (await statusOf(paths.lots())) === 200

describe.skipIf(!hasPostgres)('a database that is lost under a server', () => {
  beforeAll(async () => {
    room = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-lost-'))
    cluster = await startPostgres()
    name = await makeDatabase(cluster)
    const variables = { NODE_ENV: 'test' as const, DATA_DIR: room, DATABASE_URL: cluster.urlOf(name) }
    setEnv(readEnv({ ...variables, LOG_LEVEL: 'silent' }))
    open = await openPostgres(cluster.urlOf(name))
    await migratePostgres(open)
    await loadReferenceCommunes()
    email = (await makePerson()).email
    served = await serveApp({ only: ONLY })
    cookie = (await setSessionCookie(await enter(email))).split(';')[0]!
    logTo('info', { write: (line) => void lines.push(line) })
  })
  afterAll(async () => {
    logTo('silent', { write: () => undefined })
    await served?.stop()
    await open?.close()
    await cluster?.stop()
    fs.rmSync(room, { recursive: true, force: true })
  })

  describe('without a word', () => {
    beforeAll(async () => {
      expect(await everythingAnswers()).toBe(true)
      lines.length = 0
      cluster.halt('immediate')
      await once(cluster.process, 'exit')
    })

    it.each([
      ['fr', 'La base de données ne répond pas en ce moment', 'Rien n’a été perdu'],
      ['en', 'The database is not answering just now', 'Nothing was lost'],
    ])('tells who reads a page so, in the frame of every page: %s', async (language, title, text) => {
      const headers = { ...HTML, 'Accept-Language': language }
      for (const asked of [{ headers }, { headers, cookie }]) {
        const page = await served.ask(paths.lots(), asked)
        expect([page.status, page.headers['retry-after'], page.headers['cache-control']]).toEqual([
          503,
          '15',
          'no-store',
        ])
        expect(page.text).toMatch(new RegExp(`<html lang="${language}"[^]*<h1[^>]*>${title}`))
        expect(page.text).toContain(text)
        expect(page.text).toContain(`href="${paths.accessibility()}"`)
        // Of who is signed in nothing is known: neither is said.
        expect(page.text.includes(`href="${paths.signIn()}"`)).toBe(!('cookie' in asked))
      }
    })

    it('tells scripts that ask for a page’s data, which then draw the same', async () => {
      const data = await served.ask(`${paths.lots()}.data`, { cookie })
      expect(data.status).toBe(503)
      expect(data.text).toContain('La base de données ne répond pas en ce moment')
    })

    it('goes on with pages that need nothing of it', async () => {
      const page = await served.ask(paths.offline(), { cookie, headers: HTML })
      expect([page.status, page.headers['cache-control']]).toEqual([200, 'private, no-store'])
    })

    it('says of a form that nothing of it is kept, where no commit was asked for', async () => {
      const body = new URLSearchParams({ email, password: PASSWORD }).toString()
      const page = await served.ask(paths.signIn(), { method: 'POST', headers: HTML, body })
      expect([page.status, page.headers['retry-after']]).toEqual([503, '15'])
      expect(page.text).toMatch(/<h1[^>]*>Votre envoi n’a pas été enregistré/)
      expect(page.text).not.toContain(PASSWORD)
    })

    it('answers programs of the interface with a problem, and others with JSON or a page of its own', async () => {
      const api = await served.ask(paths.apiV1('/lots'), { headers: { 'Accept-Language': 'en' } })
      expect([api.status, api.headers['retry-after'], api.headers['content-type']]).toEqual([
        503,
        '15',
        'application/problem+json; charset=utf-8',
      ])
      expect(JSON.parse(api.text)).toMatchObject({ status: 503, title: 'Database out of reach' })
      expect(api.headers['access-control-allow-origin']).toBe('*')
      const csv = await served.ask(paths.lotsCsv(''))
      expect([csv.status, JSON.parse(csv.text)]).toMatchObject([503, { code: 'database-lost' }])
      const shown = await served.ask(paths.lotsCsv(''), { headers: HTML })
      expect([shown.status, shown.headers['content-type']]).toEqual([503, 'text/html; charset=utf-8'])
      expect(shown.text).toMatch(/<h1[^>]*>La base de données ne répond pas/)
    })

    it('is not ready, and is alive', async () => {
      const ready = await served.ask('/readyz')
      expect([ready.status, ready.text.split('\n')]).toMatchObject([
        503,
        expect.arrayContaining(['database']),
      ])
      expect((await served.ask('/livez')).status).toBe(200)
    })

    it('tells the log once, without an error for each request', () => {
      expect(said('a connection to the database was lost')).toHaveLength(1)
      expect(said('a request failed')).toEqual([])
    })

    it('answers everything again once the database is back', async () => {
      await cluster.startAgain()
      await until(everythingAnswers)
      expect(said('the database answers again')).toHaveLength(1)
      const body = new URLSearchParams({ email, password: PASSWORD }).toString()
      expect((await served.ask(paths.signIn(), { method: 'POST', headers: HTML, body })).status).toBe(302)
      expect((await served.ask(paths.apiV1('/lots'))).status).toBe(200)
    })
  })

  it('refuses new connections while it waits for those who are connected, which are answered', async () => {
    const held = new Client({ connectionString: cluster.urlOf(name) })
    await held.connect()
    lines.length = 0
    cluster.halt('smart')
    await until(async () => {
      const late = new Client({ connectionString: cluster.urlOf(name) })
      late.on('error', () => undefined)
      const fault = await late.connect().then(
        () => null,
        (error: unknown) => faultOf(error),
      )
      await late.end().catch(() => undefined)
      return fault instanceof DatabaseLostError
    })
    for (let times = 0; times < 20; times++) {
      const answers = await Promise.all(
        Array.from({ length: 12 }, () => served.ask(paths.lots(), { headers: HTML })),
      )
      for (const { status } of answers) expect([200, 503]).toContain(status)
    }
    await held.end()
    // Those of the server itself are idle after ten seconds, and are let go.
    await cluster.startAgain()
    await until(everythingAnswers)
    expect(said('a request failed')).toEqual([])
  })

  describe('over a line that breaks', () => {
    let relay: Relay
    let direct: PostgresDatabase

    beforeAll(async () => {
      relay = await startRelay(cluster)
      direct = open
      open = await openPostgres(`postgres://${cluster.user}@127.0.0.1:${relay.port}/${name}`)
    })
    beforeEach(() => {
      relay.cutsAt = null
    })
    afterEach(() => expect(said('a request failed')).toEqual([]))
    afterAll(async () => {
      await open.close()
      await relay.close()
      open = direct
    })

    const sessions = async () =>
      Number(
        (await direct.connections.readers.query<{ n: number }>('select count(*) as n from sessions')).rows[0]!
          .n,
      )

    it('does not say that nothing is kept where the answer of a commit was lost: it is', async () => {
      const before = await sessions()
      relay.cutsAt = ['insert into "sessions"', 'commit\0']
      const body = new URLSearchParams({ email, password: PASSWORD }).toString()
      const page = await served.ask(paths.signIn(), { method: 'POST', headers: HTML, body })
      expect(page.status).toBe(503)
      expect(page.text).toMatch(/<h1[^>]*>Votre envoi est peut-être enregistré/)
      await until(async () => (await sessions()) === before + 1)
    })

    it('knows which of its own faults leave a commit unsure', async () => {
      relay.cutsAt = ['commit\0']
      const kept = withTx((tx) => tx.insert(rateLimits).values({ key: newId(), used: 1, untilMs: 1 }))
      await expect(kept).rejects.toMatchObject({ code: 'database-lost', isUnsure: true })
      relay.cutsAt = ['insert into "rate_limits"']
      const lost = withTx((tx) => tx.insert(rateLimits).values({ key: newId(), used: 1, untilMs: 1 }))
      await expect(lost).rejects.toMatchObject({ code: 'database-lost', isUnsure: false })
      relay.cutsAt = null
      await until(() => withTx(() => Promise.resolve(true)).catch(() => false))
    })
  })
})

it('ASVS 16.5.2: knows a lost database from one that refuses a statement', () => {
  const coded = (code: string, message = 'x') => Object.assign(new Error(message), { code })
  for (const code of ['57P01', '57P02', '57P03', '08006', '08P01', 'ECONNREFUSED', 'ECONNRESET', 'ENOENT'])
    expect(faultOf(coded(code)), code).toBeInstanceOf(DatabaseLostError)
  for (const words of [
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'timeout exceeded when trying to connect',
    'timeout expired',
  ])
    expect(faultOf(new Error(words), 'commit'), words).toMatchObject({ isUnsure: true })
  expect(faultOf(new Error('Client was closed and is not queryable'), 'commit')).toMatchObject({
    code: 'database-lost',
    isUnsure: false,
  })
  const both = new AggregateError([coded('ECONNREFUSED', 'connect ECONNREFUSED ::1:5432')])
  expect(faultOf(both)).toBeInstanceOf(DatabaseLostError)
  for (const code of ['23505', '55P03', '40P01', '42601', '25P02'])
    expect(faultOf(coded(code)), code).not.toBeInstanceOf(DatabaseLostError)
})
