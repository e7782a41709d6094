/**
 * How many jobs do three processes take and end a second on PostgreSQL, and how long does a write wait meanwhile: with a
 * claim of two steps behind the lock of all writers, and with one statement behind none? Both by turns on the same server,
 * which syncs its disk. `npm run --silent bench:jobs [-- --jobs 2000 --turns 3]`. Prints one JSON line last.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { noteChange } from '~/platform/changes.server'
import { openPostgres } from '~/platform/db.server'
import { readEnv, setEnv } from '~/platform/env.server'
import { enqueueJob } from '~/platform/jobs.server'
import { migratePostgres } from '~/platform/postgres/migrate.server'
import { withTx } from '~/platform/transaction.server'
import { startLocalServer } from '../postgres/local-server'
import { makeDatabaseOn } from './engines/on-postgres'
import type { TakeOrder, TakeWay } from './jobs/take'

const PROCESSES = 3
const LANES = 4
const KINDS = ['send-mail', 'make-avif', 'propose-for-lot']
/** Pause between two writes of the one that waits its turn beside them. */
const WRITE_EVERY_MS = 20

const { values } = parseArgs({
  options: { jobs: { type: 'string', default: '2000' }, turns: { type: 'string', default: '3' } },
})
const [jobsATurn, turns] = [Number(values.jobs), Number(values.turns)]
const room = mkdtempSync(path.join(tmpdir(), 'gisement-bench-jobs-'))
setEnv(readEnv({ NODE_ENV: 'test', DATA_DIR: room, LOG_LEVEL: 'silent' }))
const server = await startLocalServer(['max_connections=100', 'shared_buffers=128MB', 'jit=off'])
if (!server) throw new Error('No PostgreSQL server is installed: apt-get install postgresql')
try {
  const url = await makeDatabaseOn(server, 'jobs')
  const open = await openPostgres(url)
  await migratePostgres(open)
  const figures = { locked: [] as Turn[], alone: [] as Turn[] }
  for (let turn = 0; turn < turns; turn++)
    for (const way of ['locked', 'alone'] as const)
      figures[way].push(await measure(url, way, `${turn}-${way}`))
  const quiet = await writesWhile(wait(2000))
  await open.close()
  console.log(
    JSON.stringify({
      processes: PROCESSES,
      lanes: LANES,
      jobsATurn,
      turns,
      locked: summed(figures.locked),
      alone: summed(figures.alone),
      quietWriteMs: shares(quiet),
    }),
  )
} finally {
  await server.stop()
  rmSync(room, { recursive: true, force: true })
}

type Turn = { seconds: number; writes: number[] }

async function measure(url: string, way: TakeWay, name: string): Promise<Turn> {
  await withTx(async (tx) => {
    for (let at = 0; at < jobsATurn; at++)
      await enqueueJob(tx, { kind: KINDS[at % KINDS.length]!, dedupeKey: `${name}:${at}`, payload: { at } })
  })
  const order: TakeOrder = { url, way, kinds: KINDS, lanes: LANES }
  const children = await Promise.all(Array.from({ length: PROCESSES }, () => start(order)))
  const startedAt = performance.now()
  const ended = Promise.all(children.map(endOf))
  for (const child of children) child.send('go')
  const [taken, writes] = await Promise.all([ended, writesWhile(ended)])
  const total = taken.reduce((sum, count) => sum + count, 0)
  if (total !== jobsATurn) throw new Error(`${total} of ${jobsATurn} jobs were taken`)
  return { seconds: (performance.now() - startedAt) / 1000, writes }
}

/** Milliseconds of each write, from its call to its commit, until something has ended. */
async function writesWhile(ended: Promise<unknown>): Promise<number[]> {
  const took: number[] = []
  let isOver = false
  void ended.then(() => (isOver = true))
  while (!isOver) {
    const askedAt = performance.now()
    await withTx((tx) => noteChange(tx, 'lot', 'bench'))
    took.push(performance.now() - askedAt)
    await wait(WRITE_EVERY_MS)
  }
  return took
}

async function start(order: TakeOrder): Promise<ChildProcess> {
  const file = fileURLToPath(new URL('jobs/take.ts', import.meta.url))
  const child = fork(file, { execArgv: process.execArgv })
  child.send(order)
  await once(child, 'message')
  return child
}

async function endOf(child: ChildProcess): Promise<number> {
  const [taken] = (await once(child, 'message')) as [number]
  return taken
}

function summed(of: readonly Turn[]) {
  const perSecond = of.map(({ seconds }) => Math.round(jobsATurn / seconds))
  return { jobsPerSecond: perSecond, writeMs: shares(of.flatMap(({ writes }) => writes)) }
}

function shares(took: readonly number[]) {
  const sorted = [...took].sort((a, b) => a - b)
  const at = (share: number) => Math.round((sorted[Math.floor(share * (sorted.length - 1))] ?? 0) * 10) / 10
  return { writes: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}
