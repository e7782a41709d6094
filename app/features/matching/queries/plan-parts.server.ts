import { and, asc, count, desc, eq, inArray, lt, max, or, sum, type AnyColumn, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { IsoDay } from '~/core/days'
import { reader } from '~/platform/db.server'
import { keptForGood } from '~/platform/kept-answers.server'
import { communes } from '~db/sqlite/communes'
import { lots } from '~db/sqlite/lots'
import { allocationParts, matchPairs } from '~db/sqlite/matching'
import { needs } from '~db/sqlite/needs'
import { organisations } from '~db/sqlite/organisations'
import { events } from '~db/sqlite/platform'
import { heaviestFirst, type PlanFlow } from '../model/plan/plan-flows'
import type { PlanFilter } from '../model/plan/plan-filter'
import { urgentBefore } from '../model/proposal'

/** The plan, what is shown of it, and the day that is today. */
export type PartsAsked = { planId: string; filter: PlanFilter; today: IsoDay }

/** How many parts of a plan a filter shows. */
export async function countPartsOfPlan(asked: PartsAsked): Promise<number> {
  const rows = await reader().select({ total: count() }).from(allocationParts).where(shownBy(asked))
  return rows[0]?.total ?? 0
}

/** What a plan would carry from commune to commune, of the parts that a filter shows, the heaviest first. */
export async function listFlowsOfPlan(asked: PartsAsked): Promise<PlanFlow[]> {
  const flows = await reader()
    .select({
      fromCode: lots.communeCode,
      toCode: needs.communeCode,
      pairs: count(),
      massG: sum(allocationParts.massG).mapWith(Number),
      netG: sum(allocationParts.netG).mapWith(Number),
    })
    .from(allocationParts)
    .innerJoin(lots, eq(lots.id, allocationParts.lotId))
    .innerJoin(needs, eq(needs.id, allocationParts.needId))
    .where(shownBy(asked))
    .groupBy(lots.communeCode, needs.communeCode)
  return heaviestFirst(
    flows.map(({ massG, netG, ...flow }) => ({ ...flow, massG: massG ?? 0, netG: netG ?? 0 })),
  )
}

/** The heaviest of them, and how many there are. A plan never changes once it is kept, nor does the answer. */
export const findHeaviestFlows = keptForGood(async (asked: PartsAsked, most: number) => {
  const flows = await listFlowsOfPlan(asked)
  return { drawn: flows.slice(0, most), total: flows.length }
})

const lotCommunes = alias(communes, 'lot_communes')
const needCommunes = alias(communes, 'need_communes')
const givers = alias(organisations, 'givers')
const takers = alias(organisations, 'takers')

/** Some parts of a plan with what a page names of both sides, the first to decide first. */
export async function listPartsOfPlan(asked: PartsAsked, page: { limit: number; offset: number }) {
  const shown = shownPage(asked, page)
  const proposals = plannedPairs()
  return reader()
    .select({
      lotId: shown.lotId,
      needId: shown.needId,
      quantityMilli: shown.quantityMilli,
      netG: shown.netG,
      massG: shown.massG,
      scoreCenti: shown.scoreCenti,
      criticalOn: shown.criticalOn,
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
    .from(shown)
    .innerJoin(lots, eq(lots.id, shown.lotId))
    .innerJoin(needs, eq(needs.id, shown.needId))
    .innerJoin(lotCommunes, eq(lotCommunes.code, lots.communeCode))
    .innerJoin(needCommunes, eq(needCommunes.code, needs.communeCode))
    .innerJoin(givers, eq(givers.id, lots.organisationId))
    .innerJoin(takers, eq(takers.id, needs.organisationId))
    .leftJoin(matchPairs, and(eq(matchPairs.lotId, shown.lotId), eq(matchPairs.needId, shown.needId)))
    .leftJoin(proposals, eq(proposals.pairId, matchPairs.id))
    .orderBy(...inOrderOf(shown))
}

export type PlanPartView = Awaited<ReturnType<typeof listPartsOfPlan>>[number]

const EXPORTED_AT_ONCE = 1000

/** Every part of a plan that a filter shows, page by page. */
export async function* eachPartsPage(asked: PartsAsked): AsyncGenerator<PlanPartView[], void, undefined> {
  for (let offset = 0; ; offset += EXPORTED_AT_ONCE) {
    const rows = await listPartsOfPlan(asked, { limit: EXPORTED_AT_ONCE, offset })
    if (rows.length > 0) yield rows
    if (rows.length < EXPORTED_AT_ONCE) return
  }
}

function shownBy({ planId, filter: { commune, materiau, critique }, today }: PartsAsked): SQL | undefined {
  const lotsWhere = (where: SQL) => reader().select({ id: lots.id }).from(lots).where(where)
  const needsWhere = (where: SQL) => reader().select({ id: needs.id }).from(needs).where(where)
  return and(
    eq(allocationParts.planId, planId),
    commune
      ? or(
          inArray(allocationParts.lotId, lotsWhere(eq(lots.communeCode, commune))),
          inArray(allocationParts.needId, needsWhere(eq(needs.communeCode, commune))),
        )
      : undefined,
    materiau ? inArray(allocationParts.lotId, lotsWhere(eq(lots.material, materiau))) : undefined,
    critique ? lt(allocationParts.criticalOn, urgentBefore(today)) : undefined,
  )
}

type Ordered = Record<'criticalOn' | 'netG' | 'lotId' | 'needId', AnyColumn>

function inOrderOf({ criticalOn, netG, lotId, needId }: Ordered): SQL[] {
  return [asc(criticalOn), desc(netG), asc(lotId), asc(needId)]
}

/** The parts alone, ordered and cut before anything is looked up for them. */
function shownPage(asked: PartsAsked, { limit, offset }: { limit: number; offset: number }) {
  return reader()
    .select()
    .from(allocationParts)
    .where(shownBy(asked))
    .orderBy(...inOrderOf(allocationParts))
    .limit(limit)
    .offset(offset)
    .as('shown')
}

/** When the Métropole's team proposed a pair from its plan. */
function plannedPairs() {
  return reader()
    .select({ pairId: events.entityId, atMs: max(events.atMs).as('planned_at_ms') })
    .from(events)
    .where(and(eq(events.entity, 'match-pair'), eq(events.kind, 'planned')))
    .groupBy(events.entityId)
    .as('planned')
}
