import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { readQueue } from '~/features/health/queries/queue.server'
import { runOnce } from '~/jobs/worker.server'
import { reader } from '~/platform/db.server'
import {
  claimJob,
  completeJob,
  enqueueJob,
  failJob,
  LEASE_MS,
  MAX_ATTEMPTS,
  renewLease,
} from '~/platform/jobs.server'
import { dispatchOutbox, tell } from '~/platform/outbox.server'
import { withTx } from '~/platform/transaction.server'
import { jobs, outbox } from '~db/sqlite/platform'
import { setupDatabase } from '~tests/support/database'

const KINDS = ['record-handover']
let now = 1_800_000_000_000
let cleanup: () => Promise<void> | void

beforeEach(async () => {
  setClock({ now: () => now })
  cleanup = (await setupDatabase()).cleanup
})
afterEach(async () => {
  setClock()
  await cleanup()
})

function enqueue(key: string): Promise<void> {
  const payload = { handoverId: newId() }
  return withTx((tx) => enqueueJob(tx, { kind: KINDS[0]!, dedupeKey: key, payload }))
}

describe('jobs', () => {
  it('keeps one job per kind and key', async () => {
    await enqueue('a')
    await enqueue('a')
    expect(await reader().select().from(jobs)).toHaveLength(1)
  })

  it('gives a job to one worker, and to another when the lease has run out', async () => {
    await enqueue('a')
    const first = await claimJob('one', KINDS)
    expect(first).not.toBeNull()
    expect(await claimJob('two', KINDS)).toBeNull()
    now += LEASE_MS + 1
    const second = await claimJob('two', KINDS)
    expect(second).toMatchObject({ id: first!.id, attempts: 2 })
  })

  it('does not let a worker that lost its lease complete the job', async () => {
    await enqueue('a')
    const claimed = await claimJob('one', KINDS)
    now += LEASE_MS + 1
    await claimJob('two', KINDS)
    await completeJob('one', claimed!)
    expect((await reader().select().from(jobs))[0]!.status).toBe('running')
  })

  it('does not take a job twice from a worker that says it goes on', async () => {
    await enqueue('a')
    const job = (await claimJob('one', KINDS))!
    now += LEASE_MS - 1
    expect(await renewLease('one', job)).toBe(true)
    now += LEASE_MS - 1
    expect(await claimJob('two', KINDS)).toBeNull()
    now += 2
    expect(await claimJob('two', KINDS)).toMatchObject({ id: job.id })
    expect(await renewLease('one', job)).toBe(false)
  })

  it('tells its own second claim of a job from the first', async () => {
    await enqueue('a')
    const first = (await claimJob('one', KINDS))!
    now += LEASE_MS + 1
    const second = (await claimJob('one', KINDS))!
    expect(second.id).toBe(first.id)
    await failJob('one', first, 'too late')
    expect((await reader().select().from(jobs))[0]).toMatchObject({ status: 'running', lastError: null })
    await completeJob('one', second)
    expect((await reader().select().from(jobs))[0]!.status).toBe('done')
  })

  it('are told of by kind: those that are due, run or are dead, and none that is done or later', async () => {
    const add = (kind: string, ...runAt: number[]) =>
      withTx(async (tx) => {
        for (const runAtMs of runAt) await enqueueJob(tx, { kind, dedupeKey: newId(), payload: {}, runAtMs })
      })
    await add('send-mail', now - 9000)
    await completeJob('one', (await claimJob('one', ['send-mail']))!)
    expect(await readQueue(now)).toEqual([])
    await add('make-plan', now - 5000, now - 4000, now, now + 1)
    await claimJob('one', ['make-plan'])
    await add('make-avif', now + 1)
    const state = { kind: 'make-plan', waiting: 2, running: 1, dead: 0, oldestMs: 4000 }
    expect(await readQueue(now)).toEqual([state])
  })

  it('gives two claims at the same time two jobs', async () => {
    for (const key of ['a', 'b', 'c']) await enqueue(key)
    const claimed = await Promise.all(['one', 'one', 'two'].map((owner) => claimJob(owner, KINDS)))
    expect(new Set(claimed.map((job) => job?.id)).size).toBe(3)
  })

  it('leaves for dead a job that ends its worker each time', async () => {
    await enqueue('a')
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      expect(await claimJob('one', KINDS)).toMatchObject({ attempts: attempt })
      now += LEASE_MS + 1
    }
    expect(await claimJob('one', KINDS)).toBeNull()
    expect((await reader().select().from(jobs))[0]).toMatchObject({ status: 'dead' })
  })

  it('tries again after growing pauses, then leaves a dead job for a person', async () => {
    await enqueue('a')
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      now += 1000 * 4 ** attempt
      const job = await claimJob('one', KINDS)
      expect(job).toMatchObject({ attempts: attempt })
      await failJob('one', job!, 'no luck')
      expect(await claimJob('one', KINDS)).toBeNull()
    }
    expect((await reader().select().from(jobs))[0]).toMatchObject({ status: 'dead', lastError: 'no luck' })
  })
})

describe('outbox', () => {
  it('loses the message with the change that is rolled back', async () => {
    const failing = withTx(async (tx) => {
      await tell(tx, 'handover.completed', { handoverId: newId() })
      throw new Error('after the message')
    })
    await expect(failing).rejects.toThrow('after the message')
    expect(await reader().select().from(outbox)).toHaveLength(0)
  })

  it('turns each message into its jobs once, whoever dispatches', async () => {
    await withTx((tx) => tell(tx, 'handover.completed', { handoverId: newId() }))
    const jobsFor = (message: { id: string; payload: Record<string, unknown> }) => [
      { kind: KINDS[0]!, dedupeKey: message.id, payload: message.payload },
    ]
    const dispatched = await Promise.all([dispatchOutbox(jobsFor), dispatchOutbox(jobsFor)])
    expect(dispatched.reduce((sum, count) => sum + count, 0)).toBe(1)
    expect(await reader().select().from(jobs)).toHaveLength(1)
  })
})

describe('worker', () => {
  it('puts a failing job back and goes on', async () => {
    await enqueue('a')
    expect(await runOnce('worker')).toBe(true)
    const [job] = await reader().select().from(jobs)
    expect(job).toMatchObject({ status: 'waiting', attempts: 1 })
    expect(job!.lastError).toMatch(/No completed handover/)
    expect(await runOnce('worker')).toBe(false)
  })
})
