import { nowMs, setClock } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { answerInThread } from '~/platform/answering-thread'
import { startCpuClock } from '~/platform/cpu-time'
import type { DatabasePlace } from '~/platform/database-place'
import { openMoment } from '~/platform/db.server'
import { makeNextPlan } from './model/plan/make-plan'
import type { PlanFigures, PlanTimes } from './model/plan/plan'
import type { PlanSnapshot } from './model/plan/plan-snapshot'
import type { Standing } from './model/plan/standing'
import { inParcels, type PlanParcels } from './plan-parcels'
import { solverWithin } from './plan-solver'
import { findLastPlanChange, readPlanSnapshot } from './queries/plan-snapshot.server'

/** Which database, and the moment that is «now» for the plan. */
export type PlanQuestion = { place: DatabasePlace; askedAtMs: number; deadlineMs: number }

/** A plan and what it was made from. */
export type PlanAnswer = {
  /** Last change that it had read. */
  changeSeq: number
  day: string
  weightsVersion: string
  factorVersion: string
  figures: PlanFigures & PlanTimes
  parts: PlanParcels
}

/** What the plan before left: the next begins there, and comes to the same as if made from nothing. */
type Kept = { standing: Standing | null }

async function answer(kept: Kept, { place, askedAtMs, deadlineMs }: PlanQuestion): Promise<PlanAnswer> {
  setClock({ now: () => askedAtMs })
  const clock = startCpuClock()
  const { changeSeq, snapshot } = await readMoment(place)
  const before = kept.standing
  // Used up, also by a plan that fails.
  kept.standing = null
  const made = await makeNextPlan(snapshot, solverWithin(deadlineMs), before)
  kept.standing = made.standing
  const { parts, figures } = made.plan
  return {
    changeSeq,
    day: snapshot.today,
    weightsVersion: snapshot.scoring.weights.version,
    factorVersion: snapshot.scoring.factors.version,
    figures: { ...figures, ...clock(), isContinued: before !== null },
    parts: inParcels(parts),
  }
}

/** What is open and the last change before it, both of one moment of the database. */
async function readMoment(place: DatabasePlace): Promise<{ changeSeq: number; snapshot: PlanSnapshot }> {
  const open = await openMoment(place)
  try {
    const changeSeq = await findLastPlanChange()
    return { changeSeq, snapshot: await readPlanSnapshot(isoDayOf(nowMs())) }
  } finally {
    await open.close()
  }
}

answerInThread((): Promise<Kept> => Promise.resolve({ standing: null }), answer)
