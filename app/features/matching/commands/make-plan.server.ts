import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import { FORMULA_VERSION } from '../model/score'
import { keepInThread, planInThread, type PlanLimits } from '../plan-thread.server'
import { findLastPlanChange } from '../queries/plan-snapshot.server'
import { findLatestPlan } from '../queries/plans.server'
import { keepPlan } from './keep-plan.server'

type MakePlan = {
  /** Who asked for it; null when nobody did. */
  actorUserId: string | null
  limits?: PlanLimits
}

/** Plans of more parcels are written by a thread: of fewer, starting one would cost more than the writing. */
const PARCELS_KEPT_HERE = 4

/**
 * Makes a plan for all from what is open now and keeps it, with what it was made from; plans of long ago go. One that
 * nobody asked for is made only when something that it reads has changed, or the day has. It commits nobody.
 * @returns the id of the plan that stands
 */
export async function makePlanNow({ actorUserId, limits }: MakePlan): Promise<string> {
  const latest = await findLatestPlan()
  const isCurrent = latest?.changeSeq === (await findLastPlanChange()) && latest.day === isoDayOf(nowMs())
  if (latest && isCurrent && actorUserId === null) return latest.id
  const { figures, parts, ...from } = await planInThread(limits)
  const row = {
    id: newId(),
    // Later than the one before, whatever the clock: the newest is the one that stands.
    computedAtMs: Math.max(nowMs(), (latest?.computedAtMs ?? 0) + 1),
    formulaVersion: FORMULA_VERSION,
    ...from,
    summary: figures,
  }
  const keep = parts.length > PARCELS_KEPT_HERE ? keepInThread : keepPlan
  await keep({ row, parts, actorUserId })
  return row.id
}
