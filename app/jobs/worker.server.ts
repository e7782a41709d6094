import { randomUUID } from 'node:crypto'
import { once, setMaxListeners } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { DatabaseLostError } from '~/platform/database-lost'
import { database } from '~/platform/db.server'
import {
  claimJob,
  completeJob,
  failJob,
  isJobReady,
  jobSignal,
  LEASE_MS,
  releaseJobs,
  renewLease,
  type ClaimedJob,
} from '~/platform/jobs.server'
import { hearNodes } from '~/platform/postgres/listen.server'
import { logger } from '~/platform/logger.server'
import { jobSeconds } from '~/platform/metrics.server'
import { dispatchOutbox } from '~/platform/outbox.server'
import { traced } from '~/platform/trace.server'
import { createHousekeeper } from './housekeeping.server'
import { jobsFor } from './jobs-of-messages.server'
import {
  AWAITED,
  HANDLERS,
  IMPORTS,
  PHOTOS,
  PLANS,
  PROMPT,
  PROPOSALS,
  UNHURRIED,
  WEBHOOKS,
} from './registry.server'

export type Worker = {
  /**
   * Takes no more work, waits for what is under way, for so many milliseconds at most, and gives back what it still
   * holds: another process starts that at once.
   */
  stop: (withinMs?: number) => Promise<void>
}

/** How often the worker looks for work that nobody woke it for: what is due by now, or another process left. */
const POLL_MS = 1000
/** How long after it heard of another node's work this one looks for it. */
const HEARD_MS = 100
/** Kinds in the order in which one job at a time is looked for. */
const ONE_BY_ONE = [AWAITED, PROMPT]
/** Webhooks under way in this process at most: one that is slow holds up few. */
const WEBHOOKS_AT_ONCE = 4

/** Work of one sort: does a part of it and says whether there was any. */
type Step = () => Promise<boolean>

/**
 * Starts the worker of this process: outbox to jobs, housekeeping when it is due, `photosAtOnce` photos at a time
 * through the classifier, one lot or need at a time through matching, a few webhooks, and beside them one other job, one
 * plan and one import at a time. So none of pairs, mails, photos, webhooks, plans and imports waits for another.
 */
export function startWorker(photosAtOnce: number): Worker {
  const owner = randomUUID()
  const stopping = new AbortController()
  const nodes = hearOthers()
  const steps: Step[] = [
    keepHouse(nodes?.isLeading),
    async () => (await dispatchOutbox(jobsFor)) > 0,
    () => runNext(owner, ONE_BY_ONE),
    () => runNext(owner, [PROPOSALS]),
    ...Array.from({ length: photosAtOnce }, () => () => runNext(owner, [PHOTOS])),
    ...Array.from({ length: WEBHOOKS_AT_ONCE }, () => () => runNext(owner, [WEBHOOKS])),
    () => runNext(owner, [PLANS]),
    () => runNext(owner, [IMPORTS]),
    () => runUnhurried(owner),
  ]
  // Each step that waits for work listens: more than Node takes for a leak.
  setMaxListeners(0, stopping.signal)
  // All parts look at the same moment, which is one question to the database.
  const looking = setInterval(() => jobSignal.emit('look'), POLL_MS)
  const running = Promise.all(steps.map((step) => repeat(step, stopping.signal)))
  return {
    stop: async (withinMs = LEASE_MS) => {
      stopping.abort()
      clearInterval(looking)
      await nodes?.stop()
      const inTime = new AbortController()
      const late = wait(withinMs, undefined, { signal: inTime.signal }).catch(() => undefined)
      await Promise.race([running, late])
      inTime.abort()
      await releaseJobs(owner)
    },
  }
}

let soon: NodeJS.Timeout | null = null

/**
 * Another node looks at once for what it leaves, and takes most of it: this one looks a little later, once for all that it
 * hears of meanwhile.
 */
function lookSoon(): void {
  soon ??= setTimeout(() => {
    soon = null
    jobSignal.emit('look')
  }, HEARD_MS).unref()
}

/** Work that another node leaves wakes this one's worker, where several share a database. */
function hearOthers() {
  const open = database()
  return open.engine === 'postgres'
    ? hearNodes(open.place.url, { onWork: lookSoon, onSilence: open.connections.breakOff })
    : null
}

function keepHouse(isLeading?: () => Promise<boolean>): Step {
  const housekeeper = createHousekeeper(isLeading)
  return async () => {
    await housekeeper()
    return false
  }
}

async function repeat(step: Step, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      if (!(await step())) await untilWork(signal)
    } catch (error) {
      // Of a database that is lost, its connections tell once.
      if (!(error instanceof DatabaseLostError))
        logger().error({ err: error }, 'the worker could not take work; trying again')
      await wait(POLL_MS, undefined, { signal }).catch(() => undefined)
    }
  }
}

/** Dispatches the outbox and runs one job, whatever its kind; says whether there was anything to do. */
export async function runOnce(owner: string): Promise<boolean> {
  const dispatched = await dispatchOutbox(jobsFor)
  const ran = await runNext(owner, [PROPOSALS, ...ONE_BY_ONE, PHOTOS, WEBHOOKS, PLANS, IMPORTS, UNHURRIED])
  return dispatched > 0 || ran
}

/** Runs the next job of the first of these groups of kinds that has one. */
async function runNext(owner: string, groups: readonly (readonly string[])[]): Promise<boolean> {
  for (const kinds of groups) {
    const job = await claimJob(owner, kinds)
    if (!job) continue
    await runJob(owner, job)
    return true
  }
  return false
}

/** One of the jobs that take every core for a while, when no other is ready. */
async function runUnhurried(owner: string): Promise<boolean> {
  if (await isJobReady([...PROPOSALS, ...ONE_BY_ONE.flat(), ...PHOTOS])) return false
  return runNext(owner, [UNHURRIED])
}

/** Runs a job on behalf of the request that led to it. */
async function runJob(owner: string, job: ClaimedJob): Promise<void> {
  const { id: jobId, kind, requestId } = job
  await traced({ ...(requestId && { requestId }), jobId, kind }, () => handle(owner, job))
}

async function handle(owner: string, job: ClaimedJob): Promise<void> {
  const tookSeconds = jobSeconds.startTimer({ kind: job.kind })
  const renewing = setInterval(() => void renew(owner, job), LEASE_MS / 3)
  let ended: () => Promise<unknown>
  try {
    const handler = HANDLERS[job.kind]
    if (!handler) throw new Error(`No handler for ${job.kind}`)
    await handler(job.payload, job.urgency)
    // From here on it is done: where only that cannot be noted, it has not failed.
    ended = () => completeJob(owner, job)
    tookSeconds({ outcome: 'done' })
  } catch (error) {
    tookSeconds({ outcome: 'failed' })
    logger().warn({ err: error, attempt: job.attempts }, 'a job failed')
    ended = () => failJob(owner, job, error instanceof Error ? error.message : String(error))
  }
  await whileLost(ended).finally(() => clearInterval(renewing))
}

/** Notes an end again and again while the database is out of reach, for as long as the job is surely this worker's. */
async function whileLost(note: () => Promise<unknown>): Promise<void> {
  const until = performance.now() + LEASE_MS
  for (;;) {
    try {
      await note()
      return
    } catch (error) {
      if (!(error instanceof DatabaseLostError) || performance.now() > until) throw error
      await wait(POLL_MS)
    }
  }
}

async function renew(owner: string, job: ClaimedJob): Promise<void> {
  const kept = await renewLease(owner, job).catch(() => true)
  if (!kept) logger().warn('a job was taken by another worker meanwhile')
}

async function untilWork(signal: AbortSignal): Promise<void> {
  await once(jobSignal, 'look', { signal }).catch(() => undefined)
}
