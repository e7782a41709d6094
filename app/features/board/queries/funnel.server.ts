import { and, asc, count, desc, eq, inArray, ne, sql, type SQL } from 'drizzle-orm'
import type { DayInterval } from '~/core/days'
import type { MaterialType } from '~/core/material-types'
import { HANDED_OVER_STATUSES, SERVING_STATUSES } from '~/core/reservation-status'
import { funnel, type FunnelStep } from '~/features/accounting/model/rates'
import { withoutParts } from '~/features/accounting/queries/withheld.server'
import { largerOf } from '~/platform/dialects/texts.server'
import { reader } from '~/platform/db.server'
import { ledgerRows } from '~db/sqlite/accounting'
import { communes } from '~db/sqlite/communes'
import { lots } from '~db/sqlite/lots'
import { handovers, reservations } from '~db/sqlite/reservations'
import { inventories, inventoryLines, sites } from '~db/sqlite/sites'
import type { LotStage } from '../model/board-rows'
import type { Perimeter } from '../model/perimeter'
import { ending, sitesOf, surveyed } from './cohort.server'

type Of = Pick<Perimeter, 'kind' | 'communeCodes'>

/**
 * The funnel of a cohort, added up where its rows are: `funnelMasses` of the accounts says what each stage weighs, and
 * a test holds this to it. What was granted of lots for handovers that are left out weighs nothing.
 */
export async function sumFunnel(
  of: Of,
  period: DayInterval,
  known: { inventoriedG: number; handedOverG: number; leftOut: LeftOutParts },
): Promise<{ steps: FunnelStep[]; lotsWithoutMass: number }> {
  const { cohort, perLot, masses } = lotsOfCohort(of, period, known.leftOut)
  const total = (value: SQL) => sql<number>`coalesce(sum(${value}), 0)`.mapWith(Number)
  const [sums] = await reader()
    .with(cohort, perLot)
    .select({
      removed: total(masses.removed),
      published: total(masses.published),
      reserved: total(masses.reserved),
      lotsWithoutMass: total(sql`case when ${perLot.offered} and ${perLot.isWeightless} then 1 else 0 end`),
    })
    .from(perLot)
  const { removed = 0, published = 0, reserved = 0, lotsWithoutMass = 0 } = sums ?? {}
  const { inventoriedG: inventoried, handedOverG: handedOver } = known
  return { steps: funnel({ inventoried, removed, published, reserved, handedOver }), lotsWithoutMass }
}

type LeftOutParts = readonly { reservationId: string }[]

/** The lots of a cohort, and what each weighs in a stage, as SQL. */
function lotsOfCohort(of: Of, period: DayInterval, leftOut: LeftOutParts) {
  // What the ledger counts, once it does: a corrected handover weighs what it was corrected to.
  const counted = sql`(select sum(${ledgerRows.massG}) from ${ledgerRows} where ${ledgerRows.handoverId} = ${handovers.id})`
  const part = sql`coalesce(${counted}, ${handovers.massG}, round(${lots.massG} * 1.0 * ${reservations.quantityMilli} / ${lots.quantityMilli}), 0)`
  const cohort = reader()
    .$with('cohort')
    .as(
      reader()
        .select({ siteId: sites.id })
        .from(sites)
        .where(and(ending(period), surveyed, sitesOf(of))),
    )
  const perLot = reader()
    .$with('per_lot')
    .as(
      reader()
        .select({
          lotId: lots.id,
          offered: sql<number>`${ne(lots.status, 'withdrawn')}`.as('offered'),
          removed: sql<number>`coalesce(${lots.removal} = 'removed', false)`.as('removed'),
          isWeightless: sql<number>`${lots.massG} is null`.as('is_weightless'),
          lotG: sql<number>`coalesce(${lots.massG}, 0)`.as('lot_g'),
          grantedG: sql<number>`coalesce(sum(${part}), 0)`.as('granted_g'),
          leftG:
            sql<number>`coalesce(sum(case when ${inArray(reservations.status, [...HANDED_OVER_STATUSES])} then ${part} else 0 end), 0)`.as(
              'left_g',
            ),
        })
        .from(cohort)
        .innerJoin(lots, eq(lots.siteId, cohort.siteId))
        .leftJoin(
          reservations,
          and(
            eq(reservations.lotId, lots.id),
            inArray(reservations.status, [...SERVING_STATUSES]),
            withoutParts(leftOut),
          ),
        )
        .leftJoin(handovers, eq(handovers.reservationId, reservations.id))
        .groupBy(lots.id),
    )
  const { lotG, grantedG, leftG, offered, removed } = perLot
  const masses = {
    removed: sql`case when ${offered} and ${removed} then ${largerOf(lotG, leftG)} else ${leftG} end`,
    published: sql`case when ${offered} then ${largerOf(lotG, grantedG)} else ${grantedG} end`,
    reserved: sql`${grantedG}`,
  }
  return { cohort, perLot, masses }
}

export type FunnelLot = {
  lotId: string
  reference: string
  title: string
  material: MaterialType
  siteName: string
  communeName: string
  massG: number
}

/** One page of rows. */
export type Part = { limit: number; offset: number }
/** How many rows a list has in all, and what they weigh together. */
export type ListSum = { count: number; massG: number }

/** How many lots weigh in a stage, and what its figure adds up. */
export async function sumFunnelLots(
  of: Of,
  period: DayInterval,
  { stage, leftOut }: { stage: LotStage; leftOut: LeftOutParts },
): Promise<ListSum> {
  const { cohort, perLot, masses } = lotsOfCohort(of, period, leftOut)
  const [sums] = await reader()
    .with(cohort, perLot)
    .select({ count: count(), massG: sql<number>`coalesce(sum(${masses[stage]}), 0)`.mapWith(Number) })
    .from(perLot)
    .where(sql`${masses[stage]} > 0`)
  return sums ?? { count: 0, massG: 0 }
}

/** The lots that weigh in a stage, the heaviest first: what its figure adds up. Those of a page, or all. */
export async function listFunnelLots(
  of: Of,
  period: DayInterval,
  { stage, leftOut, part }: { stage: LotStage; leftOut: LeftOutParts; part?: Part },
): Promise<FunnelLot[]> {
  const { cohort, perLot, masses } = lotsOfCohort(of, period, leftOut)
  const massG = sql<number>`${masses[stage]}`.mapWith(Number)
  const query = reader()
    .with(cohort, perLot)
    .select({
      ...{ lotId: lots.id, reference: lots.reference, title: lots.title, material: lots.material },
      ...{ siteName: sites.name, communeName: communes.name, massG },
    })
    .from(perLot)
    .innerJoin(lots, eq(lots.id, perLot.lotId))
    .innerJoin(sites, eq(sites.id, lots.siteId))
    .innerJoin(communes, eq(communes.code, sites.communeCode))
    .where(sql`${masses[stage]} > 0`)
    .orderBy(desc(massG), asc(lots.reference), asc(lots.id))
  return part ? query.limit(part.limit).offset(part.offset) : query
}

export type SurveyedLine = {
  id: string
  product: string
  material: MaterialType
  siteName: string
  communeName: string
  massG: number
  reusableG: number
}

/** How many lines the surveys of a cohort have, and what they weigh. */
export async function sumSurveyedLines(of: Of, period: DayInterval): Promise<ListSum> {
  const [sums] = await reader()
    .select({ count: count(), massG: sql<number>`coalesce(sum(${inventoryLines.massG}), 0)`.mapWith(Number) })
    .from(sites)
    .innerJoin(inventories, eq(inventories.siteId, sites.id))
    .innerJoin(inventoryLines, eq(inventoryLines.inventoryId, inventories.id))
    .where(and(ending(period), sitesOf(of)))
  return sums ?? { count: 0, massG: 0 }
}

/** The lines of the surveys of a cohort, the heaviest first: those of a page, or all. */
export async function listSurveyedLines(of: Of, period: DayInterval, part?: Part): Promise<SurveyedLine[]> {
  const query = reader()
    .select({
      ...{ id: inventoryLines.id, product: inventoryLines.product, material: inventoryLines.material },
      ...{ siteName: sites.name, communeName: communes.name },
      ...{ massG: inventoryLines.massG, reusableG: inventoryLines.reusableMassG },
    })
    .from(sites)
    .innerJoin(inventories, eq(inventories.siteId, sites.id))
    .innerJoin(inventoryLines, eq(inventoryLines.inventoryId, inventories.id))
    .innerJoin(communes, eq(communes.code, sites.communeCode))
    .where(and(ending(period), sitesOf(of)))
    .orderBy(desc(inventoryLines.massG), asc(inventoryLines.id))
  return part ? query.limit(part.limit).offset(part.offset) : query
}
