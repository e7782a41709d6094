import { parentPort, workerData } from 'node:worker_threads'
import { startCpuClock } from '~/platform/cpu-time'
import { giveWay } from '~/platform/give-way'
import { makePlan, type MadePlan } from './model/plan/make-plan'
import type { PlanTimes } from './model/plan/plan'
import type { PlanSnapshot } from './model/plan/plan-snapshot'
import { solverWithin } from './plan-solver'

/** What the thread is started with. */
export type PlanThreadData = { snapshot: PlanSnapshot; deadlineMs: number }
export type PlanThreadReply =
  { kind: 'made'; plan: MadePlan; times: PlanTimes } | { kind: 'failed'; message: string }

function reply(message: PlanThreadReply): void {
  parentPort?.postMessage(message)
}

async function run({ snapshot, deadlineMs }: PlanThreadData): Promise<void> {
  giveWay()
  const clock = startCpuClock()
  try {
    const plan = await makePlan(snapshot, solverWithin(deadlineMs))
    reply({ kind: 'made', plan, times: clock() })
  } catch (error) {
    reply({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
}

void run(workerData as PlanThreadData)
