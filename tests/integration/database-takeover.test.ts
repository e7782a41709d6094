import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '~/core/ids'
import { runOnce } from '~/jobs/worker.server'
import { DatabaseLostError } from '~/platform/database-lost'
import { openPostgres } from '~/platform/db.server'
import { readEnv, setEnv } from '~/platform/env.server'
import { enqueueJob } from '~/platform/jobs.server'
import { migratePostgres } from '~/platform/postgres/migrate.server'
import type { PostgresDatabase } from '~/platform/postgres/open.server'
import { databaseEpoch } from '~/platform/postgres/presence.server'
import { withTx } from '~/platform/transaction.server'
import { rateLimits } from '~db/sqlite/limits'
import { startMailServer, type MailServer } from '~tests/support/mail-server'
import { askAt } from '~tests/support/postgres/ask-at'
import { hasPostgres, urlOf } from '~tests/support/postgres/server'
import { startPair, type Pair } from '~tests/support/postgres/standby'

const WRITERS = 6

let room: string
let pair: Pair
let open: PostgresDatabase
let mails: MailServer

/** Past the relay, at the server that is in charge at first. */
const direct = (text: string) => askAt(urlOf(pair.primary, 'nodes'), text)
const count = (key = newId()) =>
  withTx((tx) =>
    tx
      .insert(rateLimits)
      .values({ key, used: 1, untilMs: 1 })
      .then(() => key),
  )

async function until(isIt: () => Promise<boolean>): Promise<void> {
  while (!(await isIt())) await wait(100)
}

const canWrite = () =>
  count().then(
    () => true,
    () => false,
  )

describe.skipIf(!hasPostgres)('a database of two servers', () => {
  beforeAll(async () => {
    room = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-takeover-'))
    pair = await startPair()
    await askAt(urlOf(pair.primary, 'postgres'), 'create database nodes')
    mails = await startMailServer()
    const url = pair.urlOf('nodes')
    const variables = { DATA_DIR: room, DATABASE_URL: url, SMTP_URL: mails.url, LOG_LEVEL: 'silent' }
    setEnv(readEnv({ NODE_ENV: 'test', ...variables }))
    open = await openPostgres(url)
    await migratePostgres(open)
  })
  afterAll(async () => {
    await open?.close()
    await mails?.close()
    await pair?.stop()
    fs.rmSync(room, { recursive: true, force: true })
  })

  it('has each connection set for what it is used for', async () => {
    await until(canWrite)
    const asked = `select current_setting('synchronous_commit') as synced,
      current_setting('idle_in_transaction_session_timeout') as hangs, current_setting('default_transaction_read_only') as reads`
    const [readers, writers, alone] = await Promise.all(
      [open.connections.readers, open.connections.writers, open.connections.alone].map(
        async (pool) => (await pool.query<Record<string, string>>(asked)).rows[0],
      ),
    )
    expect(readers).toMatchObject({ reads: 'on' })
    expect(writers).toMatchObject({ synced: 'on', hangs: '20s', reads: 'off' })
    expect(alone).toMatchObject({ synced: 'off' })
  })

  it('says nothing of the rows that a broken rule is about', async () => {
    const key = await count('secret-of-somebody')
    const fault: unknown = await count(key).catch((error: unknown) => error)
    const told = JSON.stringify(fault, Object.getOwnPropertyNames(Object(fault)))
    expect(told).toContain('rate_limits')
    const cause = (fault as Error).cause ?? fault
    expect(cause).not.toHaveProperty('detail')
  })

  it('tells writes that wait for a process that hangs with the lock, all at once', async () => {
    const lock = '7451613937925451380'
    const holding = direct(`select pg_advisory_lock(${lock}), pg_sleep(11)`)
    await until(async () => (await direct(`select 1 from pg_locks where locktype = 'advisory'`)).length > 0)
    const told = await Promise.allSettled(Array.from({ length: WRITERS }, () => count()))
    const [first, ...others] = told.map((one) => (one.status === 'rejected' ? (one.reason as Error) : null))
    expect(first).toBeInstanceOf(DatabaseLostError)
    expect(first).toMatchObject({ isUnsure: false })
    for (const other of others) expect(other).toBe(first)
    await holding
    await until(canWrite)
  })

  it('does a job once whose end could not be noted at first', async () => {
    const to = { name: 'Jeanne', address: 'jeanne@exemple.fr' }
    const payload = { to, subject: 'Une fois', text: 'Une fois.', messageId: newId() }
    await withTx((tx) => enqueueJob(tx, { kind: 'send-mail', dedupeKey: newId(), payload }))
    pair.relay.cutsBefore = '"done_at_ms" = '
    const running = runOnce('worker')
    await until(() => Promise.resolve(mails.received.length > 0))
    await wait(1500)
    expect(await direct(`select status from jobs where kind = 'send-mail'`)).toEqual([{ status: 'running' }])
    pair.relay.cutsBefore = null
    expect(await running).toBe(true)
    expect(await direct(`select status, attempts::int from jobs where kind = 'send-mail'`)).toEqual([
      { status: 'done', attempts: 1 },
    ])
    expect(await runOnce('worker')).toBe(false)
    expect(mails.received).toHaveLength(1)
  })

  it('is not written to through one that follows; once that one is in charge, what memory holds is of before', async () => {
    const epoch = databaseEpoch()
    pair.leadToStandby()
    open.connections.breakOff()
    const faultOf = (ask: () => PromiseLike<unknown>) => Promise.resolve(ask()).then(() => 'kept', String)
    for (const ask of [() => count(), () => open.read.select().from(rateLimits)])
      await until(async () => (await faultOf(ask)).includes('follows another one'))
    expect(databaseEpoch()).toBe(epoch)
    await pair.failOver()
    await until(canWrite)
    expect(databaseEpoch()).toBe(epoch + 1)
  })
})
