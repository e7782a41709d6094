import { parentPort, workerData } from 'node:worker_threads'
import { nowMs, setClock } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { startCpuClock } from '~/platform/cpu-time'
import { openMoment } from '~/platform/db.server'
import { giveWay } from '~/platform/give-way'
import { makePlan } from './model/plan/make-plan'
import type { PlanFigures, PlanTimes } from './model/plan/plan'
import type { PlanSnapshot } from './model/plan/plan-snapshot'
import { inParcels, type PlanParcels } from './plan-parcels'
import { solverWithin } from './plan-solver'
import { findLastPlanChange, readPlanSnapshot } from './queries/plan-snapshot.server'

/** What the thread is started with: the database, and the moment that is «now» for the plan. */
export type PlanThreadData = { file: string; askedAtMs: number; deadlineMs: number }

/** A plan and what it was made from. */
export type PlanOfThread = {
  /** Last change that it had read. */
  changeSeq: number
  day: string
  weightsVersion: string
  factorVersion: string
  figures: PlanFigures & PlanTimes
  parts: PlanParcels
}
export type PlanThreadReply = { kind: 'made'; plan: PlanOfThread } | { kind: 'failed'; message: string }

async function run({ file, askedAtMs, deadlineMs }: PlanThreadData): Promise<void> {
  giveWay()
  setClock({ now: () => askedAtMs })
  const clock = startCpuClock()
  try {
    const { changeSeq, snapshot } = await readMoment(file)
    const { parts, figures } = await makePlan(snapshot, solverWithin(deadlineMs))
    const { scoring } = snapshot
    const plan: PlanOfThread = {
      changeSeq,
      day: snapshot.today,
      weightsVersion: scoring.weights.version,
      factorVersion: scoring.factors.version,
      figures: { ...figures, ...clock() },
      parts: inParcels(parts),
    }
    reply({ kind: 'made', plan }, plan.parts)
  } catch (error) {
    reply({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
}

/** What is open and the last change before it, both of one moment of the database. */
async function readMoment(file: string): Promise<{ changeSeq: number; snapshot: PlanSnapshot }> {
  const open = openMoment(file)
  try {
    const changeSeq = await findLastPlanChange()
    return { changeSeq, snapshot: await readPlanSnapshot(isoDayOf(nowMs())) }
  } finally {
    open.close()
  }
}

function reply(message: PlanThreadReply, moved: PlanParcels = []): void {
  parentPort?.postMessage(
    message,
    moved.map(({ buffer }) => buffer),
  )
}

void run(workerData as PlanThreadData)
