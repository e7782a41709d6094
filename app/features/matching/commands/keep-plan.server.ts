import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { outdatedPlans } from '../model/plan/kept-plans'
import { fromParcel, type PlanParcels } from '../plan-parcels'
import { deletePlans, insertParts, insertPlan, listPlanDays, type NewPlan } from '../repo/plans.server'

export type PlanToKeep = {
  row: NewPlan
  parts: PlanParcels
  /** Who asked for it; null when nobody did. */
  actorUserId: string | null
}

/** Keeps a plan whole, and lets plans of long ago go. */
export async function keepPlan({ row, parts, actorUserId }: PlanToKeep): Promise<void> {
  await withTx(async (tx) => {
    await insertPlan(tx, row)
    for (const parcel of parts) await insertParts(tx, row.id, fromParcel(parcel))
    await deletePlans(tx, outdatedPlans(await listPlanDays(tx)))
    await recordChange(tx, { entity: 'allocation-plan', entityId: row.id, kind: 'made', actorUserId })
  })
}
