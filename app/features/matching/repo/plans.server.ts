import { desc, inArray } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { allocationParts, allocationPlans } from '~db/sqlite/matching'
import type { PlanPart } from '../model/plan/plan'

export type NewPlan = typeof allocationPlans.$inferInsert

export async function insertPlan(tx: Tx, plan: NewPlan): Promise<void> {
  await tx.insert(allocationPlans).values(plan)
}

/** Inserts parts of a plan by one statement: some hundred, within what every engine takes. */
export async function insertParts(tx: Tx, planId: string, parts: readonly PlanPart[]): Promise<void> {
  if (parts.length > 0) await tx.insert(allocationParts).values(parts.map((part) => ({ planId, ...part })))
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
