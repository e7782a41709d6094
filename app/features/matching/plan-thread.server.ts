import { nowMs } from '~/core/clock'
import { embeddedDatabase } from '~/platform/db.server'
import { runInThread, type ThreadLimits } from '~/platform/threads.server'
import type { PlanToKeep } from './commands/keep-plan.server'
import type { PlanKeepingData, PlanKeepingReply } from './plan-keeping-thread'
import type { PlanOfThread, PlanThreadData, PlanThreadReply } from './plan-thread'

export type PlanLimits = ThreadLimits & {
  /** After this long the solver answers with the best that it has; after `timeoutMs` there is no plan. */
  deadlineMs: number
}

export const PLAN_LIMITS: PlanLimits = { deadlineMs: 60_000, timeoutMs: 15 * 60_000, heapMb: 2048 }
const KEEPING_LIMITS: ThreadLimits = { timeoutMs: 5 * 60_000, heapMb: 512 }

/**
 * Reads what is open and makes a plan of it in a thread of its own, which ends with it: the server goes on answering.
 * Rejects when it fails.
 */
export async function planInThread({
  deadlineMs,
  ...limits
}: PlanLimits = PLAN_LIMITS): Promise<PlanOfThread> {
  const data: PlanThreadData = { file: embeddedDatabase().file, askedAtMs: nowMs(), deadlineMs }
  const said = await runInThread<PlanThreadReply>('plan', data, limits)
  if (said.kind === 'failed') throw new Error(said.message)
  return said.plan
}

/** Keeps a plan of very many parts: one transaction in a thread of its own, that nothing else of the process waits for. */
export async function keepInThread(plan: PlanToKeep): Promise<void> {
  const data: PlanKeepingData = { file: embeddedDatabase().file, atMs: nowMs(), plan }
  const said = await runInThread<PlanKeepingReply>('plan-keeping', data, KEEPING_LIMITS)
  if (said.kind === 'failed') throw new Error(said.message)
}
