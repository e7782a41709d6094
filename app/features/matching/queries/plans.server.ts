import { and, asc, count, desc, eq, inArray, max } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { reader } from '~/platform/db.server'
import { communes } from '~db/sqlite/communes'
import { lots } from '~db/sqlite/lots'
import { allocationParts, allocationPlans, matchPairs } from '~db/sqlite/matching'
import { needs } from '~db/sqlite/needs'
import { organisations } from '~db/sqlite/organisations'
import { events, jobs } from '~db/sqlite/platform'
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

const lotCommunes = alias(communes, 'lot_communes')
const needCommunes = alias(communes, 'need_communes')
const givers = alias(organisations, 'givers')
const takers = alias(organisations, 'takers')

/** When the Métropole's team proposed a pair from its plan. */
function plannedPairs() {
  return reader()
    .select({ pairId: events.entityId, atMs: max(events.atMs).as('planned_at_ms') })
    .from(events)
    .where(and(eq(events.entity, 'match-pair'), eq(events.kind, 'planned')))
    .groupBy(events.entityId)
    .as('planned')
}

/** The parts of a plan with what a page names of both sides, the first to decide first. */
export async function listPartsOfPlan(planId: string) {
  const proposals = plannedPairs()
  return reader()
    .select({
      lotId: allocationParts.lotId,
      needId: allocationParts.needId,
      quantityMilli: allocationParts.quantityMilli,
      netG: allocationParts.netG,
      massG: allocationParts.massG,
      scoreCenti: allocationParts.scoreCenti,
      criticalOn: allocationParts.criticalOn,
      lotTitle: lots.title,
      lotReference: lots.reference,
      material: lots.material,
      lotUnit: lots.unit,
      lotCommuneCode: lots.communeCode,
      lotCommuneName: lotCommunes.name,
      giverName: givers.name,
      needTitle: needs.title,
      needCommuneCode: needs.communeCode,
      needCommuneName: needCommunes.name,
      takerName: takers.name,
      proposedAtMs: proposals.atMs,
    })
    .from(allocationParts)
    .innerJoin(lots, eq(lots.id, allocationParts.lotId))
    .innerJoin(needs, eq(needs.id, allocationParts.needId))
    .innerJoin(lotCommunes, eq(lotCommunes.code, lots.communeCode))
    .innerJoin(needCommunes, eq(needCommunes.code, needs.communeCode))
    .innerJoin(givers, eq(givers.id, lots.organisationId))
    .innerJoin(takers, eq(takers.id, needs.organisationId))
    .leftJoin(
      matchPairs,
      and(eq(matchPairs.lotId, allocationParts.lotId), eq(matchPairs.needId, allocationParts.needId)),
    )
    .leftJoin(proposals, eq(proposals.pairId, matchPairs.id))
    .where(eq(allocationParts.planId, planId))
    .orderBy(
      asc(allocationParts.criticalOn),
      desc(allocationParts.netG),
      asc(allocationParts.lotId),
      asc(allocationParts.needId),
    )
}

export type PlanPartView = Awaited<ReturnType<typeof listPartsOfPlan>>[number]

/** Whether a plan is asked for or being made. */
export async function isPlanAwaited(): Promise<boolean> {
  const rows = await reader()
    .select({ total: count() })
    .from(jobs)
    .where(and(eq(jobs.kind, PLAN_JOB), inArray(jobs.status, ['waiting', 'running'])))
  return (rows[0]?.total ?? 0) > 0
}
