import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '~/core/paths'
import { DatabaseLostError } from '~/platform/database-lost'
import { openPostgres } from '~/platform/db.server'
import { readEnv, setEnv } from '~/platform/env.server'
import { hearNodes, type Nodes } from '~/platform/postgres/listen.server'
import { migratePostgres } from '~/platform/postgres/migrate.server'
import type { PostgresDatabase } from '~/platform/postgres/open.server'
import { withTx } from '~/platform/transaction.server'
import { startRelay, type Relay } from '~tests/support/postgres/relay'
import { hasPostgres, makeDatabase, startPostgres } from '~tests/support/postgres/server'
import { serveApp, type Served } from '~tests/support/serve-app'
import type { LocalServer } from '../../scripts/postgres/local-server'

const HTML = { Accept: 'text/html,application/xhtml+xml' }
const WRITERS = 6

let cluster: LocalServer
let room: string
let relay: Relay
let open: PostgresDatabase
let nodes: Nodes | null = null
let served: Served

async function until(isIt: () => Promise<boolean>): Promise<void> {
  while (!(await isIt())) await wait(100)
}

const write = () => withTx(() => Promise.resolve('kept'))
const canWrite = () =>
  write().then(
    () => true,
    () => false,
  )

describe.skipIf(!hasPostgres)('a line to the database that swallows what is sent', () => {
  beforeAll(async () => {
    room = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-silent-'))
    cluster = await startPostgres()
    relay = await startRelay(cluster)
    const name = await makeDatabase(cluster)
    const url = `postgres://${cluster.user}@127.0.0.1:${relay.port}/${name}`
    setEnv(readEnv({ NODE_ENV: 'test', DATA_DIR: room, DATABASE_URL: url, LOG_LEVEL: 'silent' }))
    open = await openPostgres(url)
    await migratePostgres(open)
    served = await serveApp({ only: /^\/(lots|besoins)/ })
    const heard = new Promise<void>((onWork) => {
      nodes = hearNodes(url, { onWork, onSilence: open.connections.breakOff })
    })
    await heard
  })
  afterAll(async () => {
    await nodes?.stop()
    await served?.stop()
    await open?.close()
    await relay?.close()
    await cluster?.stop()
    fs.rmSync(room, { recursive: true, force: true })
  })

  it('is broken off: pages and writes that wait for an answer are told, and go on over another line', async () => {
    expect((await served.ask(paths.lots(), { headers: HTML })).status).toBe(200)
    expect(await write()).toBe('kept')
    relay.swallows = true
    const [page, written] = await Promise.all([
      served.ask(paths.lots(), { headers: HTML }),
      write().catch((error: unknown) => error),
    ])
    expect([page.status, page.headers['retry-after']]).toEqual([503, '15'])
    expect(written).toBeInstanceOf(DatabaseLostError)
    relay.swallows = false
    await until(canWrite)
    await until(async () => (await served.ask(paths.lots(), { headers: HTML })).status === 200)
  })

  it('holds writes that stand in one queue up once, not each in its turn', async () => {
    await nodes!.stop()
    nodes = null
    open.connections.breakOff()
    await until(canWrite)
    open.connections.breakOff()
    relay.swallows = true
    const before = relay.opened
    const told = await Promise.allSettled(Array.from({ length: WRITERS }, write))
    for (const one of told) expect(one).toMatchObject({ reason: { code: 'database-lost', isUnsure: false } })
    expect(relay.opened - before).toBe(1)
    relay.swallows = false
    // Whoever asks later tries again.
    await until(canWrite)
  })
})
