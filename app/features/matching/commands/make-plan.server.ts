import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { outdatedPlans } from '../model/plan/kept-plans'
import { FORMULA_VERSION } from '../model/score'
import { planInThread, type PlanLimits } from '../plan-thread.server'
import { findLastPlanChange, readPlanSnapshot } from '../queries/plan-snapshot.server'
import { findLatestPlan } from '../queries/plans.server'
import { deletePlans, insertPlan, listPlanDays } from '../repo/plans.server'

type MakePlan = {
  /** Who asked for it; null when nobody did. */
  actorUserId: string | null
  limits?: PlanLimits
}

/**
 * Makes a plan for all from what is open now and keeps it, with what it was made from; plans of long ago go. One that
 * nobody asked for is made only when something that it reads has changed, or the day has. It commits nobody.
 * @returns the id of the plan that stands
 */
export async function makePlanNow({ actorUserId, limits }: MakePlan): Promise<string> {
  // Read before the snapshot: what changes meanwhile asks for another plan, and is never missed.
  const changeSeq = await findLastPlanChange()
  const snapshot = await readPlanSnapshot()
  const latest = await findLatestPlan()
  const isCurrent = latest?.changeSeq === changeSeq && latest.day === snapshot.today
  if (latest && isCurrent && actorUserId === null) return latest.id
  const { plan, times } = await planInThread(snapshot, limits)
  const id = newId()
  await withTx(async (tx) => {
    const row = {
      id,
      // Later than the one before, whatever the clock: the newest is the one that stands.
      computedAtMs: Math.max(nowMs(), (latest?.computedAtMs ?? 0) + 1),
      day: snapshot.today,
      changeSeq,
      formulaVersion: FORMULA_VERSION,
      weightsVersion: snapshot.scoring.weights.version,
      factorVersion: snapshot.scoring.factors.version,
      summary: { ...plan.figures, ...times },
    }
    await insertPlan(tx, row, plan.parts)
    await deletePlans(tx, outdatedPlans(await listPlanDays(tx)))
    await recordChange(tx, { entity: 'allocation-plan', entityId: id, kind: 'made', actorUserId })
  })
  return id
}
