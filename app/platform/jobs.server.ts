import { EventEmitter } from 'node:events'
import { and, asc, eq, inArray, lt, lte, or } from 'drizzle-orm'
import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import { jobs } from '~db/sqlite/platform'
import { reader } from './db.server'
import { withTx, type Tx } from './transaction.server'

export type NewJob = {
  kind: string
  /** One job per kind and key, for ever: enqueueing the same work twice does it once. */
  dedupeKey: string
  payload: Record<string, unknown>
  runAtMs?: number
}
export type ClaimedJob = { id: string; kind: string; payload: Record<string, unknown>; attempts: number }

/** A job whose worker died is claimed again after this long. */
export const LEASE_MS = 60_000
/** After this many failures a job is dead and waits for a person. */
export const MAX_ATTEMPTS = 6

/** Wakes the worker of this process when a job is enqueued here; others find it by polling. */
export const jobSignal = new EventEmitter()

export async function enqueueJob(tx: Tx, job: NewJob): Promise<void> {
  await tx
    .insert(jobs)
    .values({
      id: newId(),
      kind: job.kind,
      dedupeKey: job.dedupeKey,
      payload: job.payload,
      status: 'waiting',
      runAtMs: job.runAtMs ?? nowMs(),
      createdAtMs: nowMs(),
    })
    .onConflictDoNothing()
  wakeWorker()
}

/** Wakes this process's worker once the current transaction has had its turn. */
export function wakeWorker(): void {
  setTimeout(() => jobSignal.emit('enqueued'), 5).unref()
}

/** Claims the oldest job that is ready, or whose lease has run out. Null when there is none. */
export async function claimJob(owner: string, kinds: readonly string[]): Promise<ClaimedJob | null> {
  const now = nowMs()
  const ready = and(
    inArray(jobs.kind, [...kinds]),
    lte(jobs.runAtMs, now),
    or(eq(jobs.status, 'waiting'), and(eq(jobs.status, 'running'), lt(jobs.leaseUntilMs, now))),
  )
  const candidates = await reader().select().from(jobs).where(ready).orderBy(asc(jobs.runAtMs)).limit(1)
  const candidate = candidates[0]
  if (!candidate) return null
  return withTx(async (tx) => {
    const claimed = await tx
      .update(jobs)
      .set({
        status: 'running',
        attempts: candidate.attempts + 1,
        leaseOwner: owner,
        leaseUntilMs: now + LEASE_MS,
      })
      .where(and(eq(jobs.id, candidate.id), eq(jobs.attempts, candidate.attempts), ready))
      .returning()
    const job = claimed[0]
    return job ? { id: job.id, kind: job.kind, payload: job.payload, attempts: job.attempts } : null
  })
}

export async function completeJob(owner: string, jobId: string): Promise<void> {
  await withTx(async (tx) => {
    await tx
      .update(jobs)
      .set({ status: 'done', doneAtMs: nowMs(), leaseOwner: null, leaseUntilMs: null, lastError: null })
      .where(and(eq(jobs.id, jobId), eq(jobs.leaseOwner, owner)))
  })
}

/** Puts a failed job back with growing pauses (1 s, 4 s, 16 s …), or marks it dead after the last attempt. */
export async function failJob(owner: string, job: ClaimedJob, message: string): Promise<void> {
  const dead = job.attempts >= MAX_ATTEMPTS
  await withTx(async (tx) => {
    await tx
      .update(jobs)
      .set({
        status: dead ? 'dead' : 'waiting',
        runAtMs: nowMs() + 1000 * 4 ** (job.attempts - 1),
        lastError: message.slice(0, 500),
        leaseOwner: null,
        leaseUntilMs: null,
      })
      .where(and(eq(jobs.id, job.id), eq(jobs.leaseOwner, owner)))
  })
}

/** Puts a dead job back with all its attempts; says whether it was dead. */
export async function reviveJob(tx: Tx, jobId: string): Promise<boolean> {
  const revived = await tx
    .update(jobs)
    .set({ status: 'waiting', attempts: 0, runAtMs: nowMs() })
    .where(and(eq(jobs.id, jobId), eq(jobs.status, 'dead')))
    .returning({ id: jobs.id })
  if (revived.length > 0) wakeWorker()
  return revived.length > 0
}

/** Gives back the jobs this worker still holds, so that another starts them at once. */
export async function releaseJobs(owner: string): Promise<void> {
  await withTx(async (tx) => {
    await tx
      .update(jobs)
      .set({ status: 'waiting', leaseOwner: null, leaseUntilMs: null })
      .where(and(eq(jobs.leaseOwner, owner), eq(jobs.status, 'running')))
  })
}
