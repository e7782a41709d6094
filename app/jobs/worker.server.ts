import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import {
  claimJob,
  completeJob,
  failJob,
  jobSignal,
  releaseJobs,
  type ClaimedJob,
} from '~/platform/jobs.server'
import { logger } from '~/platform/logger.server'
import { dispatchOutbox } from '~/platform/outbox.server'
import { createHousekeeper } from './housekeeping.server'
import { HANDLERS, jobsFor, UNHURRIED } from './registry.server'

export type Worker = { stop: () => Promise<void> }

/** How often the worker looks for work that another process left; work of this process wakes it at once. */
const POLL_MS = 1000
const HURRIED = Object.keys(HANDLERS).filter((kind) => !UNHURRIED.includes(kind))

/** Starts the worker of this process: outbox to jobs, jobs one at a time, housekeeping when it is due. */
export function startWorker(): Worker {
  const owner = randomUUID()
  const stopping = new AbortController()
  const running = loop(owner, stopping.signal)
  return {
    stop: async () => {
      stopping.abort()
      await running
      await releaseJobs(owner)
    },
  }
}

async function loop(owner: string, signal: AbortSignal): Promise<void> {
  const keepHouse = createHousekeeper()
  while (!signal.aborted) {
    try {
      await keepHouse()
      if (!(await runOnce(owner))) await untilWork(signal)
    } catch (error) {
      logger().error({ err: error }, 'the worker could not take work; trying again')
      await wait(POLL_MS, undefined, { signal }).catch(() => undefined)
    }
  }
}

/** Dispatches the outbox and runs one job; says whether there was anything to do. */
export async function runOnce(owner: string): Promise<boolean> {
  const dispatched = await dispatchOutbox(jobsFor)
  const job = (await claimJob(owner, HURRIED)) ?? (await claimJob(owner, UNHURRIED))
  if (job) await runJob(owner, job)
  return dispatched > 0 || job !== null
}

async function runJob(owner: string, job: ClaimedJob): Promise<void> {
  try {
    const handler = HANDLERS[job.kind]
    if (!handler) throw new Error(`No handler for ${job.kind}`)
    await handler(job.payload)
    await completeJob(owner, job.id)
  } catch (error) {
    logger().warn({ err: error, jobId: job.id, kind: job.kind }, 'a job failed')
    await failJob(owner, job, error instanceof Error ? error.message : String(error))
  }
}

async function untilWork(signal: AbortSignal): Promise<void> {
  const woken = new AbortController()
  const wake = () => woken.abort()
  jobSignal.once('enqueued', wake)
  signal.addEventListener('abort', wake, { once: true })
  await wait(POLL_MS, undefined, { signal: woken.signal }).catch(() => undefined)
  jobSignal.off('enqueued', wake)
  signal.removeEventListener('abort', wake)
}
