import { desc, inArray } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { allocationParts, allocationPlans } from '~db/sqlite/matching'
import type { PlanPart } from '../model/plan/plan'

/** Parts inserted by one statement, within what every engine takes. */
const ROWS_AT_ONCE = 500

export async function insertPlan(
  tx: Tx,
  plan: typeof allocationPlans.$inferInsert,
  parts: readonly PlanPart[],
): Promise<void> {
  await tx.insert(allocationPlans).values(plan)
  for (let from = 0; from < parts.length; from += ROWS_AT_ONCE) {
    const rows = parts.slice(from, from + ROWS_AT_ONCE).map((part) => ({ planId: plan.id, ...part }))
    await tx.insert(allocationParts).values(rows)
  }
}

/** Every plan that is kept, newest first. */
export async function listPlanDays(tx: Tx): Promise<{ id: string; day: string }[]> {
  return tx
    .select({ id: allocationPlans.id, day: allocationPlans.day })
    .from(allocationPlans)
    .orderBy(desc(allocationPlans.computedAtMs), desc(allocationPlans.id))
}

export async function deletePlans(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.delete(allocationParts).where(inArray(allocationParts.planId, [...ids]))
  await tx.delete(allocationPlans).where(inArray(allocationPlans.id, [...ids]))
}
