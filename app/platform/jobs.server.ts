import { EventEmitter } from 'node:events'
import { and, count, eq, gte, inArray, lt } from 'drizzle-orm'
import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import { jobs, type Urgency } from '~db/sqlite/platform'
import { claimOnce, LEASE_MS, MAX_ATTEMPTS, type ClaimedJob } from './dialects/claims.server'
import { reader } from './db.server'
import { roundOf } from './job-rounds.server'
import { placeholdersOf, preparedQuery } from './prepared.server'
import { currentTrace } from './trace.server'
import { noteWork, withTx, writeAlone, type Tx } from './transaction.server'

export { isJobReady, LEASE_MS, MAX_ATTEMPTS, type ClaimedJob } from './dialects/claims.server'

export type NewJob = {
  kind: string
  /** One job per kind and key, for ever: enqueueing the same work twice does it once. */
  dedupeKey: string
  payload: Record<string, unknown>
  runAtMs?: number
  /** Those more urgent run first; 1 when nothing is said. */
  urgency?: Urgency
  /** Whose job it is, usually an organisation: see `jobs.fairKey`. */
  fairKey?: string
  /** The request that led to it; the current one when nothing is said. */
  requestId?: string | null
}

/** Times that a claim looks for another job when another worker took the one it had found. */
const CLAIM_TRIES = 8

/** Wakes the worker of this process when a job is enqueued here, or a node elsewhere says so; others find it by polling. */
export const jobSignal = new EventEmitter().setMaxListeners(0)

export async function enqueueJob(tx: Tx, job: NewJob): Promise<void> {
  const { kind, dedupeKey, payload, fairKey, urgency = 1, runAtMs = nowMs() } = job
  const { requestId = currentTrace().requestId ?? null } = job
  await jobInsert(tx).execute({
    id: newId(),
    kind,
    dedupeKey,
    payload,
    status: 'waiting',
    urgency,
    fairKey: fairKey ?? null,
    round: fairKey === undefined ? 0 : await roundOf(tx, { kind, urgency, fairKey }),
    runAtMs,
    createdAtMs: nowMs(),
    requestId,
  })
  wakeWorker()
}

const jobInsert = preparedQuery((db) =>
  db
    .insert(jobs)
    .values(
      placeholdersOf([
        ...(['id', 'kind', 'dedupeKey', 'payload', 'status', 'urgency', 'fairKey', 'round'] as const),
        ...(['runAtMs', 'createdAtMs', 'requestId'] as const),
      ]),
    )
    .onConflictDoNothing()
    .prepare(),
)

let waking: NodeJS.Timeout | null = null

/**
 * Wakes this process's worker, and those of other nodes that share its database, once the current transaction has had
 * its turn. Calls that come meanwhile are one call: a worker woken for each of thousands of jobs would look for work
 * thousands of times, and the server do nothing else.
 */
export function wakeWorker(): void {
  noteWork()
  waking ??= setTimeout(() => {
    waking = null
    jobSignal.emit('look')
  }, 5).unref()
}

/**
 * Claims the next job that is ready, or one whose lease has run out: the most urgent, then by round, then the oldest.
 * Null when there is none.
 */
export async function claimJob(owner: string, kinds: readonly string[]): Promise<ClaimedJob | null> {
  for (let tries = 0; tries < CLAIM_TRIES; tries++) {
    const job = await claimOnce(owner, kinds)
    if (job !== 'again') return job
  }
  return null
}

/** Keeps a job that takes long this worker's; says whether it still was. */
export async function renewLease(owner: string, job: HeldJob): Promise<boolean> {
  return writeAlone(async (tx) => {
    const renewed = await tx
      .update(jobs)
      .set({ leaseUntilMs: nowMs() + LEASE_MS })
      .where(heldBy(owner, job))
      .returning({ id: jobs.id })
    return renewed.length > 0
  })
}

/** A job as claimed: a later claim of it, even by the same worker, has more attempts. */
type HeldJob = Pick<ClaimedJob, 'id' | 'attempts'>

function heldBy(owner: string, { id, attempts }: HeldJob) {
  return and(eq(jobs.id, id), eq(jobs.leaseOwner, owner), eq(jobs.attempts, attempts))
}

export async function completeJob(owner: string, job: HeldJob): Promise<void> {
  await writeAlone(async (tx) => {
    await tx
      .update(jobs)
      .set({ status: 'done', doneAtMs: nowMs(), leaseOwner: null, leaseUntilMs: null, lastError: null })
      .where(heldBy(owner, job))
  })
}

/** Puts a failed job back with growing pauses (1 s, 4 s, 16 s …), or marks it dead after the last attempt. */
export async function failJob(owner: string, job: ClaimedJob, message: string): Promise<void> {
  const dead = job.attempts >= MAX_ATTEMPTS
  await writeAlone(async (tx) => {
    await tx
      .update(jobs)
      .set({
        status: dead ? 'dead' : 'waiting',
        runAtMs: nowMs() + 1000 * 4 ** (job.attempts - 1),
        lastError: message.slice(0, 500),
        leaseOwner: null,
        leaseUntilMs: null,
      })
      .where(heldBy(owner, job))
  })
}

/**
 * Puts the waiting jobs of a kind whose key begins so before those that nobody looks at; a job in its turn there
 * already stays. Writes only when there is one to move.
 */
export async function hastenJobs(kind: string, keyPrefix: string): Promise<void> {
  const slow = and(
    eq(jobs.kind, kind),
    gte(jobs.dedupeKey, keyPrefix),
    lt(jobs.dedupeKey, `${keyPrefix}\uffff`),
    eq(jobs.status, 'waiting'),
    inArray(jobs.urgency, [1, 2]),
  )
  const found = await reader().select({ id: jobs.id, fairKey: jobs.fairKey }).from(jobs).where(slow)
  if (found.length === 0) return
  await withTx(async (tx) => {
    for (const { id, fairKey } of found) {
      const round = fairKey === null ? 0 : await roundOf(tx, { kind, urgency: 0, fairKey })
      await tx
        .update(jobs)
        .set({ urgency: 0, round })
        .where(and(eq(jobs.id, id), slow))
    }
  })
}

/** How many jobs failed as often as they may, and wait for a person. */
export async function countDeadJobs(): Promise<number> {
  const rows = await reader().select({ total: count() }).from(jobs).where(eq(jobs.status, 'dead'))
  return rows[0]?.total ?? 0
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
