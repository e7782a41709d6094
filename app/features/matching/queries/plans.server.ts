import { and, count, desc, eq, inArray } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { allocationParts, allocationPlans } from '~db/sqlite/matching'
import { jobs } from '~db/sqlite/platform'
import type { PlanFigures, PlanTimes } from '../model/plan/plan'
import type { PairIds } from '../model/plan/plan-snapshot'

type PlanRow = typeof allocationPlans.$inferSelect
export type PlanView = Omit<PlanRow, 'summary'> & { summary: PlanFigures & PlanTimes }

/** The kind of the job that makes a plan. */
export const PLAN_JOB = 'make-plan'

/** The newest plan; null before the first. */
export async function findLatestPlan(): Promise<PlanView | null> {
  const rows = await reader()
    .select()
    .from(allocationPlans)
    .orderBy(desc(allocationPlans.computedAtMs), desc(allocationPlans.id))
    .limit(1)
  const row = rows[0]
  // Written by `insertPlan` alone, with these figures.
  return row ? { ...row, summary: row.summary as PlanFigures & PlanTimes } : null
}

export async function listPairsOfPlan(planId: string): Promise<PairIds[]> {
  return reader()
    .select({ lotId: allocationParts.lotId, needId: allocationParts.needId })
    .from(allocationParts)
    .where(eq(allocationParts.planId, planId))
}

/** Whether a plan is asked for or being made. */
export async function isPlanAwaited(): Promise<boolean> {
  const rows = await reader()
    .select({ total: count() })
    .from(jobs)
    .where(and(eq(jobs.kind, PLAN_JOB), inArray(jobs.status, ['waiting', 'running'])))
  return (rows[0]?.total ?? 0) > 0
}
