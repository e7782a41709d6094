import { runInThread, type ThreadLimits } from '~/platform/threads.server'
import type { MadePlan } from './model/plan/make-plan'
import type { PlanTimes } from './model/plan/plan'
import type { PlanSnapshot } from './model/plan/plan-snapshot'
import type { PlanThreadData, PlanThreadReply } from './plan-thread'

export type PlanLimits = ThreadLimits & {
  /** After this long the solver answers with the best that it has; after `timeoutMs` there is no plan. */
  deadlineMs: number
}

export const PLAN_LIMITS: PlanLimits = { deadlineMs: 60_000, timeoutMs: 15 * 60_000, heapMb: 2048 }

/** Makes a plan in a thread of its own, which ends with it: the server goes on answering. Rejects when it fails. */
export async function planInThread(
  snapshot: PlanSnapshot,
  { deadlineMs, ...limits }: PlanLimits = PLAN_LIMITS,
): Promise<{ plan: MadePlan; times: PlanTimes }> {
  const data: PlanThreadData = { snapshot, deadlineMs }
  const said = await runInThread<PlanThreadReply>('plan', data, limits)
  if (said.kind === 'failed') throw new Error(said.message)
  return { plan: said.plan, times: said.times }
}
