import { parentPort, workerData } from 'node:worker_threads'
import { setClock } from '~/core/clock'
import type { DatabasePlace } from '~/platform/database-place'
import { openPlace } from '~/platform/db.server'
import { keepPlan, type PlanToKeep } from './commands/keep-plan.server'

/** What the thread is started with: the database, the moment that is «now», and the plan. */
export type PlanKeepingData = { place: DatabasePlace; atMs: number; plan: PlanToKeep }
export type PlanKeepingReply = { kind: 'kept' } | { kind: 'failed'; message: string }

/** At the usual priority: who holds the lock of the database must not wait for a turn. */
async function run({ place, atMs, plan }: PlanKeepingData): Promise<PlanKeepingReply> {
  setClock({ now: () => atMs })
  try {
    const open = await openPlace(place)
    await keepPlan(plan).finally(open.close)
    return { kind: 'kept' }
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.postMessage(await run(workerData as PlanKeepingData))
