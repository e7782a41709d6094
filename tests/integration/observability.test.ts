import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'drizzle-orm'
import express from 'express'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isoDayOf } from '~/core/days'
import { nowMs } from '~/core/clock'
import { PATIENT_KINDS } from '~/features/health/model/queue'
import { readVitals } from '~/features/health/queries/vitals.server'
import { readHealth } from '~/features/health/read-health.server'
import { HANDLERS } from '~/jobs/registry.server'
import { runOnce } from '~/jobs/worker.server'
import { reader } from '~/platform/db.server'
import { env, setEnv } from '~/platform/env.server'
import { enqueueJob } from '~/platform/jobs.server'
import { logger, logTo } from '~/platform/logger.server'
import { registry } from '~/platform/metrics.server'
import { tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { nameRequests } from '~/server/middleware'
import { serveMetrics } from '~/server/metrics-server'
import { observeRequests } from '~/server/observe'
import { readiness } from '~/server/readiness'
import { routePatterns } from '~/server/route-patterns'
import { vitalsDoor } from '~/server/vitals'
import { setupDatabase, type TestSetup } from '~tests/support/database'
import { startMailServer, type MailServer } from '~tests/support/mail-server'

type Line = Record<string, unknown>

let setup: TestSetup
let server: Server
let base: string
const lines: string[] = []
const health = { draining: false }

function said(): Line[] {
  return lines.map((line) => JSON.parse(line) as Line)
}

async function drain(): Promise<void> {
  while (await runOnce('observer'));
}

beforeAll(async () => {
  setup = await setupDatabase()
  logTo('debug', { write: (line) => void lines.push(line) })
  const patternOf = routePatterns({
    root: { id: 'root' },
    lot: { id: 'lot', parentId: 'root', path: 'lots/:id' },
    fail: { id: 'fail', parentId: 'root', path: 'echec/:token' },
  })
  const app = express()
  app.get('/readyz', (req, res, next) => readiness(env(), health)(req, res).catch(next))
  app.use(
    nameRequests(),
    observeRequests(() => Promise.resolve(patternOf)),
  )
  app.use(
    '/mesures/vitesse',
    vitalsDoor(() => Promise.resolve(patternOf)),
  )
  app.get('/lots/:id', async (_, res) => {
    // A job of this request that fails: there is no such handover.
    await withTx((tx) =>
      tell(tx, 'handover.completed', { handoverId: '01900000-0000-7000-8000-000000000000' }),
    )
    res.send('ok')
  })
  app.get('/echec/:token', (_, res) => void res.status(500).send('non'))
  server = app.listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await new Promise((closed) => server.close(closed))
  setup.cleanup()
})
beforeEach(() => void lines.splice(0))

describe('a request in the log', () => {
  it('ASVS 16.2.1, 16.2.2, 16.2.4: is on each line that it leads to, those of its jobs too, under the id its page shows', async () => {
    const reply = await fetch(`${base}/lots/one`)
    const requestId = reply.headers.get('X-Request-Id')
    await drain()
    const failed = said().filter(({ msg }) => msg === 'a job failed')
    expect(failed.map(({ kind }) => kind)).toContain('record-handover')
    for (const line of failed) expect(line).toMatchObject({ requestId, jobId: expect.any(String) as string })
    expect(said()).toContainEqual(expect.objectContaining({ requestId, msg: 'answered', route: '/lots/:id' }))
    for (const { time } of said()) expect(time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
  })

  it('ASVS 16.2.5: is told by its pattern, never by what its path or query holds', async () => {
    const reply = await fetch(`${base}/echec/canari-jeton?mot=canari-mot`, {
      headers: { Cookie: 'a=canari' },
    })
    const [line] = said()
    expect(line).toMatchObject({
      requestId: reply.headers.get('X-Request-Id'),
      route: '/echec/:token',
      status: 500,
    })
    expect(lines.join('\n')).not.toContain('canari')
  })

  it('ASVS 16.4.1: keeps a line a line whatever is logged', () => {
    logger().info({ value: 'a\n{"level":60,"msg":"forged"}\r\u2028b' }, 'first\nsecond')
    expect(lines).toHaveLength(1)
    expect(lines[0]!.trimEnd().split(/[\r\n]/)).toHaveLength(1)
  })
})

describe('a mail server that refuses', () => {
  let mails: MailServer
  beforeAll(async () => {
    mails = await startMailServer({ refuses: true })
  })
  afterAll(() => mails.close())

  it('ASVS 16.2.5: names no address in the log, though its answer does', async () => {
    const usual = env()
    setEnv({ ...usual, smtpUrl: `${mails.url.replace('smtp://', 'smtp://robot:canari-passe@')}` })
    const mail = {
      to: { name: 'Jeanne', address: 'jeanne.canari@personnes.example' },
      subject: 'canari-objet',
      text: 'canari-texte',
      messageId: 'm1',
    }
    try {
      await withTx((tx) => enqueueJob(tx, { kind: 'send-mail', dedupeKey: 'm1', payload: mail }))
      await drain()
    } finally {
      setEnv(usual)
    }
    expect(said().map(({ msg }) => msg)).toContain('a job failed')
    expect(lines.join('\n')).not.toContain('canari')
  })
})

describe('a statement that is slow', () => {
  it('ASVS 16.2.5: is logged as it was written, without the values it was given', async () => {
    const usual = env()
    setEnv({ ...usual, slowQueryMs: 0.000_001 })
    try {
      await reader().all(sql`select ${'canari-valeur'} as given`)
    } finally {
      setEnv(usual)
    }
    expect(said()).toContainEqual(
      expect.objectContaining({
        msg: 'a statement was slow',
        statement: expect.stringMatching(/^select (\?|\$1) as given$/) as string,
      }),
    )
    expect(lines.join('\n')).not.toContain('canari')
  })
})

describe('/readyz', () => {
  const ask = async () => {
    const reply = await fetch(`${base}/readyz`)
    return `${reply.status} ${await reply.text()}`
  }

  it('is ready when all holds, and says what does not', async () => {
    expect(await ask()).toBe('200 ready')
    const usual = env()
    setEnv({ ...usual, diskMinMb: 1e12 })
    expect(await ask()).toBe('503 disk')
    setEnv(usual)
    const runAtMs = nowMs() - 31 * 60_000
    await withTx((tx) => enqueueJob(tx, { kind: 'send-mail', dedupeKey: 'old', payload: {}, runAtMs }))
    expect(await ask()).toBe('503 queue')
    setup.database.writer.exec(`delete from jobs where dedupe_key = 'old'`)
    const { writer } = setup.database
    const [first] = writer.prepare('select hash, created_at from __drizzle_migrations').all() as {
      hash: string
      created_at: number
    }[]
    writer.prepare('delete from __drizzle_migrations where hash = ?').run(first!.hash)
    expect(await ask()).toBe('503 migrations')
    writer
      .prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)')
      .run(first!.hash, first!.created_at)
    expect(await ask()).toBe('200 ready')
  })

  it('does not take work that nobody waits for as a fault', async () => {
    expect(PATIENT_KINDS.filter((kind) => !(kind in HANDLERS))).toEqual([])
    const runAtMs = nowMs() - 3_600_000
    await withTx((tx) => enqueueJob(tx, { kind: 'make-avif', dedupeKey: 'old', payload: {}, runAtMs }))
    expect(await ask()).toBe('200 ready')
    setup.database.writer.exec(`delete from jobs where dedupe_key = 'old'`)
  })

  it('is not ready while the process stops', async () => {
    health.draining = true
    expect(await ask()).toBe('503 draining')
    health.draining = false
  })
})

describe('figures', () => {
  it('ASVS 13.4.5: are not served unless a port is set, and then on this machine, with patterns for labels', async () => {
    expect(env().metrics).toBeNull()
    expect(await serveMetrics({ metrics: null })).toBeNull()
    await fetch(`${base}/lots/some-lot`)
    await withTx((tx) => enqueueJob(tx, { kind: 'make-plan', dedupeKey: 'due', payload: {} }))
    const private_ = await serveMetrics({ metrics: { host: '127.0.0.1', port: 0 } })
    const { port } = private_!.address() as AddressInfo
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
    private_!.close()
    expect(text).toContain('gisement_http_requests_total{route="/lots/:id",method="GET",status="200"}')
    expect(text).not.toContain('some-lot')
    for (const name of [
      ...[
        'gisement_http_request_seconds_bucket',
        'gisement_db_write_wait_seconds_count',
        'gisement_job_seconds_count',
      ],
      ...[
        'gisement_jobs{kind=',
        'gisement_job_oldest_seconds',
        'gisement_index_entries',
        'gisement_index_bytes{index="matching"}',
        'gisement_classifier_verdicts_total',
        'gisement_policy_reports_total',
        'nodejs_eventloop_lag_p99_seconds',
      ],
      ...[
        'gisement_mails_total{outcome="failed"}',
        'gisement_db_slow_queries_total',
        'process_resident_memory_bytes',
      ],
    ]) {
      expect(text, name).toContain(name)
    }
    registry.clear()
  })
})

describe('the speed that browsers tell', () => {
  const report = (body: unknown) =>
    fetch(`${base}/mesures/vitesse`, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })

  it('is counted by day, pattern and class of value, and nothing else is kept', async () => {
    for (const LCP of [900, 1100, 3900]) {
      expect((await report({ page: '/lots/:id', values: { LCP, CLS: 0.01 } })).status).toBe(204)
    }
    await expect
      .poll(async () => (await readVitals(isoDayOf(nowMs()))).map(({ told }) => told))
      .toEqual([3, 3])
    const [lcp, cls] = await readVitals(isoDayOf(nowMs()))
    expect(lcp).toMatchObject({ page: '/lots/:id', metric: 'LCP' })
    expect(lcp!.p75).toBeGreaterThan(3500)
    expect(cls).toMatchObject({ metric: 'CLS', p95: expect.closeTo(0.01, 2) as number })
  })

  it('is dropped when it names an address, a page that is none, or what is no vital', async () => {
    const before = setup.database.writer.prepare('select sum(count) from web_vitals').pluck().get()
    for (const body of [
      { page: '/lots/0190-abc', values: { LCP: 1 } },
      { page: 'other', values: { LCP: 1 } },
      { page: '/nulle-part', values: { LCP: 1 } },
      { page: '/lots/:id', values: { LCP: -1 } },
      { page: '/lots/:id', values: { XYZ: 1 } },
      { page: '/lots/:id', values: { LCP: 1 }, userId: 'u' },
    ]) {
      expect((await report(body)).status).toBe(204)
    }
    expect((await report('{')).status).toBe(400)
    expect((await report('x'.repeat(2000))).status).toBe(400)
    await report({ page: '/lots/:id', values: { TTFB: 5 } })
    const sum = () => setup.database.writer.prepare('select sum(count) from web_vitals').pluck().get()
    await expect.poll(sum).toBe(Number(before) + 1)
  })
})

describe('the page of health', () => {
  it('reads dead jobs without addresses, and asks for an act', async () => {
    const { writer } = setup.database
    writer.exec(`update jobs set status = 'dead', last_error = '550 <jeanne.canari@personnes.example>'`)
    const { facts, signs, deadJobs } = await readHealth()
    expect(facts.dead).toBeGreaterThan(0)
    expect(facts.databaseBytes).toBeGreaterThan(100_000)
    expect(JSON.stringify(deadJobs)).not.toContain('canari')
    expect(signs).toContainEqual({ name: 'dead', state: 'act' })
    expect(signs).toContainEqual({ name: 'backup', state: 'act' })
    expect(signs.find(({ name }) => name === 'disk')?.state).not.toBe('act')
  })
})
