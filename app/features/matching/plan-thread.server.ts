import { nowMs } from '~/core/clock'
import { AskedThread } from '~/platform/asked-thread.server'
import { database } from '~/platform/db.server'
import { runInThread, startThread, type ThreadLimits } from '~/platform/threads.server'
import type { PlanToKeep } from './commands/keep-plan.server'
import type { PlanKeepingData, PlanKeepingReply } from './plan-keeping-thread'
import type { PlanAnswer, PlanQuestion } from './plan-thread'

export type PlanLimits = {
  /** After this long the solver answers with the best that it has; after `timeoutMs` there is no plan. */
  deadlineMs: number
  timeoutMs: number
}

export const PLAN_LIMITS: PlanLimits = { deadlineMs: 60_000, timeoutMs: 15 * 60_000 }
const HEAP_MB = 2048
const KEEPING_LIMITS: ThreadLimits = { timeoutMs: 5 * 60_000, heapMb: 512 }

/** Where nothing has changed for so long, what stands for the next plan goes: hundreds of megabytes at a whole Métropole. */
const STANDS_MS = 60 * 60_000

/** One thread for the process's plans: each begins where the one before stands. */
const planner = new AskedThread<PlanQuestion, PlanAnswer>({
  start: () => startThread('plan', null, { heapMb: HEAP_MB }),
  mayBeCutOff: true,
  errorOf: ({ message }) => new Error(`No plan was made: ${message}`),
})
let leaving: NodeJS.Timeout | undefined

/** Reads what is open and makes a plan of it in a thread: the server goes on answering. Rejects when it fails. */
export async function planInThread({ deadlineMs, timeoutMs }: PlanLimits = PLAN_LIMITS): Promise<PlanAnswer> {
  clearTimeout(leaving)
  const question: PlanQuestion = { place: database().place, askedAtMs: nowMs(), deadlineMs }
  try {
    return await planner.ask(question, () => timeoutMs)
  } finally {
    clearTimeout(leaving)
    leaving = setTimeout(() => void stopPlanner(), STANDS_MS).unref()
  }
}

/** Ends the thread of plans, and with it what stands for the next. */
export function stopPlanner(): Promise<void> {
  clearTimeout(leaving)
  return planner.stop()
}

/** Keeps a plan of very many parts: one transaction in a thread of its own, that nothing else of the process waits for. */
export async function keepInThread(plan: PlanToKeep): Promise<void> {
  const data: PlanKeepingData = { place: database().place, atMs: nowMs(), plan }
  const said = await runInThread<PlanKeepingReply>('plan-keeping', data, KEEPING_LIMITS)
  if (said.kind === 'failed') throw new Error(said.message)
}
