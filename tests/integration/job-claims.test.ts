import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { asc, eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { nowMs, setClock } from '~/core/clock'
import { reader } from '~/platform/db.server'
import {
  claimJob,
  completeJob,
  enqueueJob,
  failJob,
  hastenJobs,
  LEASE_MS,
  MAX_ATTEMPTS,
  releaseJobs,
  reviveJob,
} from '~/platform/jobs.server'
import { withTx } from '~/platform/transaction.server'
import { jobs } from '~db/sqlite/platform'
import { bundleWorkers } from '~tests/support/bundle'
import type { ClaimOrder, ClaimReport } from '~tests/support/claim-worker'
import { setupDatabase, type TestSetup } from '~tests/support/database'

const KINDS = ['send-mail', 'send-digest', 'make-avif']
const PROCESSES = 3
let setup: TestSetup
let worker: string
let children: ChildProcess[] = []

beforeAll(async () => {
  worker = (await bundleWorkers('claim-worker'))['claim-worker']
})
afterAll(() => fs.rmSync(path.dirname(worker), { recursive: true, force: true }))
beforeEach(async () => {
  setup = await setupDatabase()
})
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  children = []
  setClock()
  setup.cleanup()
})

type Added = { urgency?: 0 | 1 | 2; fairKey?: string; runAtMs?: number; kind?: string }

const enqueue = (dedupeKey: string, { kind = KINDS[0]!, ...more }: Added = {}) =>
  withTx((tx) => enqueueJob(tx, { kind, dedupeKey, payload: { dedupeKey }, ...more }))

async function start(order: Omit<ClaimOrder, 'file'>): Promise<ChildProcess> {
  const child = fork(worker, { env: { ...process.env, DATA_DIR: setup.dir } })
  children.push(child)
  child.send({ ...order, file: setup.database.file } satisfies ClaimOrder)
  await once(child, 'message')
  return child
}

async function taken(child: ChildProcess): Promise<string[]> {
  const [report] = (await once(child, 'message')) as [ClaimReport]
  if (report.kind !== 'done') throw new Error(report.kind)
  return report.ids
}

describe('jobs that several processes take', () => {
  it('ASVS 2.3.4: are each taken exactly once, while others write beside them', async () => {
    const total = 240
    await withTx(async (tx) => {
      for (let at = 0; at < total; at++)
        await enqueueJob(tx, {
          ...{ kind: KINDS[at % KINDS.length]!, dedupeKey: String(at), payload: {} },
          ...(at % 2 === 0 && { fairKey: `key${at % 8}` }),
          urgency: (at % 3) as 0 | 1 | 2,
        })
    })
    const racing = await Promise.all(
      Array.from({ length: PROCESSES }, () => start({ kinds: KINDS, lanes: 4 })),
    )
    const reports = racing.map(taken)
    for (const child of racing) child.send('go')
    // Whoever writes in the midst: jobs that are there already, and those that somebody looks at.
    for (let at = 0; at < 20; at++) {
      await enqueue(String(at), { kind: KINDS[at % KINDS.length]! })
      await hastenJobs(KINDS[1]!, String(at))
    }
    const ids = (await Promise.all(reports)).flat()
    expect(ids).toHaveLength(total)
    expect(new Set(ids).size).toBe(total)
    const rows = await reader().select({ status: jobs.status, attempts: jobs.attempts }).from(jobs)
    expect(rows.filter(({ status, attempts }) => status !== 'done' || attempts !== 1)).toEqual([])
  })

  it('of a process that is killed are taken again once its lease is over, and not before', async () => {
    await enqueue('a')
    const stuck = await start({ kinds: KINDS, lanes: 1, isStuck: true })
    const report = taken(stuck)
    stuck.send('go')
    const [id] = await report
    const ended = once(stuck, 'exit')
    stuck.kill('SIGKILL')
    await ended
    expect(await claimJob('other', KINDS)).toBeNull()
    const later = nowMs() + LEASE_MS + 1
    setClock({ now: () => later })
    expect(await claimJob('other', KINDS)).toMatchObject({ id, attempts: 2 })
  })
})

describe('the order of claims', () => {
  const keyOf = async () => {
    const job = await claimJob('one', KINDS)
    if (job) await completeJob('one', job)
    return job?.payload.dedupeKey ?? null
  }

  it('is abandoned jobs first, then urgency, round, due time and id, across kinds', async () => {
    let now = 1_800_000_000_000
    setClock({ now: () => now })
    await enqueue('abandoned', { urgency: 2 })
    expect(await claimJob('gone', KINDS)).not.toBeNull()
    now += LEASE_MS + 1
    await enqueue('unhurried', { urgency: 2, kind: KINDS[1]! })
    await enqueue('a1', { fairKey: 'a', kind: KINDS[2]! })
    await enqueue('a2', { fairKey: 'a', kind: KINDS[2]! })
    await enqueue('b1', { fairKey: 'b', kind: KINDS[2]! })
    await enqueue('urgent', { urgency: 0, kind: KINDS[1]! })
    await enqueue('later', { urgency: 0, runAtMs: now + 1000 })
    await enqueue('older', { runAtMs: now - 5 })
    const order: unknown[] = []
    for (let key = await keyOf(); key !== null; key = await keyOf()) order.push(key)
    const [first, second] = (await reader().select().from(jobs).orderBy(asc(jobs.id)))
      .map(({ dedupeKey }) => dedupeKey)
      .filter((key) => key === 'a1' || key === 'b1')
    expect(order).toEqual(['abandoned', 'urgent', 'older', first, second, 'a2', 'unhurried'])
    now += 1000
    expect(await keyOf()).toBe('later')
  })

  it('passes over a job that was taken as often as it may be, which is dead from then on, and takes the next', async () => {
    let now = 1_800_000_000_000
    setClock({ now: () => now })
    await enqueue('a')
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      await claimJob('gone', KINDS)
      now += LEASE_MS + 1
    }
    await enqueue('b')
    expect(await claimJob('one', KINDS)).toMatchObject({ payload: { dedupeKey: 'b' }, attempts: 1 })
    const [dead] = await reader().select().from(jobs).where(eq(jobs.dedupeKey, 'a'))
    expect(dead).toMatchObject({
      status: 'dead',
      attempts: MAX_ATTEMPTS,
      leaseOwner: null,
      leaseUntilMs: null,
    })
    expect(dead!.lastError).toMatch(/without a word/)
    expect(await withTx((tx) => reviveJob(tx, dead!.id))).toBe(true)
    expect(await claimJob('one', KINDS)).toMatchObject({ id: dead!.id, attempts: 1 })
  })

  it('takes nothing of other kinds, and gives back what its owner holds', async () => {
    await enqueue('a')
    expect(await claimJob('one', [KINDS[1]!])).toBeNull()
    expect(await claimJob('one', [])).toBeNull()
    const job = (await claimJob('one', KINDS))!
    await releaseJobs('one')
    expect(await claimJob('two', KINDS)).toMatchObject({ id: job.id, attempts: 2 })
    await failJob('one', job, 'too late')
    expect(await claimJob('two', KINDS)).toBeNull()
  })
})
