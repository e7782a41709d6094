import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEnv, setEnv } from '~/platform/env.server'
import { openPostgres } from '~/platform/db.server'
import { migratePostgres } from '~/platform/postgres/migrate.server'
import { bundleWorkers } from '~tests/support/bundle'
import type { LeadAnswer, LeadOrder } from '~tests/support/lead-worker'
import { askAt } from '~tests/support/postgres/ask-at'
import { hasPostgres, makeDatabase, startPostgres } from '~tests/support/postgres/server'
import type { LocalServer } from '../../scripts/postgres/local-server'

const NODES = 3

let room: string
let server: LocalServer
let url: string
let worker: string
const nodes = new Set<ChildProcess>()

const asked = (text: string) => askAt(url, text)

async function startNode(): Promise<ChildProcess> {
  const child = fork(worker)
  nodes.add(child)
  child.send({ dataDir: room, url } satisfies LeadOrder)
  await once(child, 'message')
  return child
}

async function tell(node: ChildProcess, what: 'look' | 'keep house'): Promise<boolean> {
  const answered = once(node, 'message') as Promise<[LeadAnswer]>
  node.send(what)
  return (await answered)[0].isLeading
}

/** The nodes that say that they lead, once one does. */
async function leaders(): Promise<ChildProcess[]> {
  for (;;) {
    const said = await Promise.all([...nodes].map(async (node) => ((await tell(node, 'look')) ? [node] : [])))
    if (said.flat().length > 0) return said.flat()
    await wait(100)
  }
}

/** A count of tries that is over, which house-keeping forgets. */
const leaveWork = () => asked(`insert into rate_limits (key, used, until_ms) values ('over', 1, 0)`)
const isWorkLeft = async () => (await asked(`select 1 from rate_limits where key = 'over'`)).length > 0

/** Has a node that leads keep house until the work is done: it looks every few seconds whether it leads. */
async function keepsHouse(node: ChildProcess): Promise<void> {
  while (await isWorkLeft()) {
    expect(await tell(node, 'keep house')).toBe(true)
    await wait(100)
  }
}

describe.skipIf(!hasPostgres)('what one node does for all', () => {
  beforeAll(async () => {
    room = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-lead-'))
    setEnv(readEnv({ NODE_ENV: 'test', DATA_DIR: room, LOG_LEVEL: 'silent' }))
    server = await startPostgres()
    url = server.urlOf(await makeDatabase(server))
    const open = await openPostgres(url)
    await migratePostgres(open)
    await open.close()
    worker = (await bundleWorkers('lead-worker'))['lead-worker']
    for (let at = 0; at < NODES; at += 1) await startNode()
  })
  afterAll(async () => {
    for (const node of nodes) node.kill('SIGKILL')
    await server?.stop()
    fs.rmSync(room, { recursive: true, force: true })
    if (worker) fs.rmSync(path.dirname(worker), { recursive: true, force: true })
  })

  it('is done by one of them, and by another once that one is killed', async () => {
    for (let alive = NODES; alive > 0; alive -= 1) {
      const [leader, ...more] = await leaders()
      expect(more).toEqual([])
      await leaveWork()
      for (const node of nodes) if (node !== leader) expect(await tell(node, 'keep house')).toBe(false)
      expect(await isWorkLeft(), 'nobody else does it').toBe(true)
      await keepsHouse(leader!)
      nodes.delete(leader!)
      const gone = once(leader!, 'exit')
      leader!.kill('SIGKILL')
      await gone
    }
  })

  it('is done again by a node whose connection was lost', async () => {
    const node = await startNode()
    expect((await leaders()).map(({ pid }) => pid)).toEqual([node.pid])
    await asked(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'gisement'`)
    await leaveWork()
    expect((await leaders()).map(({ pid }) => pid)).toEqual([node.pid])
    await keepsHouse(node)
  })
})
