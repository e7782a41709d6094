import { startThread } from '~/platform/threads.server'
import type { MadePlan } from './model/plan/make-plan'
import type { PlanTimes } from './model/plan/plan'
import type { PlanSnapshot } from './model/plan/plan-snapshot'
import type { PlanThreadData, PlanThreadReply } from './plan-thread'

export type PlanLimits = {
  /** After this long the solver answers with the best that it has. */
  deadlineMs: number
  /** After this long the thread is ended and there is no plan. */
  timeoutMs: number
  heapMb: number
}

export const PLAN_LIMITS: PlanLimits = { deadlineMs: 60_000, timeoutMs: 15 * 60_000, heapMb: 2048 }

/** Makes a plan in a thread of its own, which ends with it: the server goes on answering. Rejects when it fails. */
export function planInThread(
  snapshot: PlanSnapshot,
  { deadlineMs, timeoutMs, heapMb }: PlanLimits = PLAN_LIMITS,
): Promise<{ plan: MadePlan; times: PlanTimes }> {
  const data: PlanThreadData = { snapshot, deadlineMs }
  const worker = startThread('plan', data, { heapMb })
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => void fail(new Error(`No plan within ${timeoutMs} ms`)), timeoutMs)
    const fail = async (error: Error) => {
      clearTimeout(timer)
      reject(error)
      await worker.terminate()
    }
    worker.once('message', (said: PlanThreadReply) => {
      if (said.kind === 'failed') return void fail(new Error(said.message))
      clearTimeout(timer)
      resolve({ plan: said.plan, times: said.times })
    })
    worker.once('error', (error) => void fail(error))
    worker.once('exit', (code) => void fail(new Error(`The plan's thread ended (code ${code})`)))
  })
}
