import { and, asc, count, eq, gte, inArray, lt, lte, ne, sql, type SQL } from 'drizzle-orm'
import type { DayInterval } from '~/core/days'
import { VISITOR } from '~/features/lots/model/visibility'
import { conditionOfOpenLots } from '~/features/lots/queries.server'
import { funnel, type FunnelStep } from '~/features/accounting/model/rates'
import { HANDED_OVER_STATUSES, SERVING_STATUSES } from '~/core/reservation-status'
import { reader } from '~/platform/db.server'
import { ledgerEntries, ledgerRows } from '~db/sqlite/accounting'
import { communes } from '~db/sqlite/communes'
import { lots } from '~db/sqlite/lots'
import { organisations } from '~db/sqlite/organisations'
import { handovers, reservations } from '~db/sqlite/reservations'
import { inventories, inventoryLines, sites } from '~db/sqlite/sites'
import type { Perimeter } from '../model/perimeter'

type Of = Pick<Perimeter, 'kind' | 'communeCodes'>

function sitesOf({ kind, communeCodes }: Of): SQL | undefined {
  return kind === 'metropole' ? undefined : inArray(sites.communeCode, communeCodes)
}

/** Works go on during some day of the period. */
function active({ from, until }: DayInterval): SQL | undefined {
  return and(lt(sites.startsOn, until), gte(sites.endsOn, from))
}

/** The last day of works is in the period. */
function ending({ from, until }: DayInterval): SQL | undefined {
  return and(gte(sites.endsOn, from), lt(sites.endsOn, until))
}

/** Sites surveyed, as `accountCohort` counts them: an inventory without a line is none. */
const surveyed = sql`exists (select 1 from ${inventories} join ${inventoryLines} on ${inventoryLines.inventoryId} = ${inventories.id} where ${inventories.siteId} = ${sites.id})`

export type CommuneCohort = {
  code: string
  sites: number
  inventoriedG: number
  reusableG: number
}

/** The cohort of a period by commune: surveyed sites whose works end in it, and what their surveys hold. */
export async function sumCohorts(period: DayInterval): Promise<CommuneCohort[]> {
  return reader()
    .select({
      code: sites.communeCode,
      sites: sql<number>`count(distinct ${sites.id})`.mapWith(Number),
      inventoriedG: sql<number>`coalesce(sum(${inventoryLines.massG}), 0)`.mapWith(Number),
      reusableG: sql<number>`coalesce(sum(${inventoryLines.reusableMassG}), 0)`.mapWith(Number),
    })
    .from(sites)
    .innerJoin(inventories, eq(inventories.siteId, sites.id))
    .innerJoin(inventoryLines, eq(inventoryLines.inventoryId, inventories.id))
    .where(ending(period))
    .groupBy(sites.communeCode)
}

export type CohortSum = { code: string; day: string; massG: number; count: number }

/** What the sites of the cohort handed over, whenever, by commune and month. */
export async function sumCohortHandovers(period: DayInterval): Promise<CohortSum[]> {
  const day = sql<string>`substr(${ledgerEntries.handedOverOn}, 1, 7) || '-01'`
  return reader()
    .select({
      code: sites.communeCode,
      day,
      massG: sql<number>`sum(${ledgerEntries.massG})`.mapWith(Number),
      count: count(),
    })
    .from(sites)
    .innerJoin(ledgerEntries, eq(ledgerEntries.fromSiteId, sites.id))
    .where(and(ending(period), surveyed))
    .groupBy(sites.communeCode, day)
}

/** What the sites of the cohort handed over, whenever, day by day: for charts by weeks. */
export async function sumCohortDays(of: Of, period: DayInterval) {
  return reader()
    .select({
      day: ledgerEntries.handedOverOn,
      value: sql<number>`sum(${ledgerEntries.massG})`.mapWith(Number),
    })
    .from(sites)
    .innerJoin(ledgerEntries, eq(ledgerEntries.fromSiteId, sites.id))
    .where(and(ending(period), surveyed, sitesOf(of)))
    .groupBy(ledgerEntries.handedOverOn)
}

/** Handed over in the period from sites outside its cohort, and how many those are. */
export async function sumOutside(of: Of, period: DayInterval) {
  const rows = await reader()
    .select({
      massG: sql<number>`coalesce(sum(${ledgerEntries.massG}), 0)`.mapWith(Number),
      count: count(),
      sites: sql<number>`count(distinct ${ledgerEntries.fromSiteId})`.mapWith(Number),
    })
    .from(ledgerEntries)
    .innerJoin(sites, eq(sites.id, ledgerEntries.fromSiteId))
    .where(
      and(
        gte(ledgerEntries.handedOverOn, period.from),
        lt(ledgerEntries.handedOverOn, period.until),
        sitesOf(of),
        sql`not (${ending(period)} and ${surveyed})`,
      ),
    )
  return rows[0] ?? { massG: 0, count: 0, sites: 0 }
}

/** Sites with works in the period, by commune, and how many of them have no inventory. */
export async function countSites(period: DayInterval) {
  return reader()
    .select({
      code: sites.communeCode,
      sites: count(),
      unsurveyed: sql<number>`sum(case when ${surveyed} then 0 else 1 end)`.mapWith(Number),
    })
    .from(sites)
    .where(active(period))
    .groupBy(sites.communeCode)
}

export type UnsurveyedSite = {
  id: string
  name: string
  communeName: string
  organisationName: string
  startsOn: string
  endsOn: string
  handedOverG: number
}

/** Sites with works in the period that have no inventory, those that end first. */
export async function listUnsurveyed(of: Of, period: DayInterval, limit: number): Promise<UnsurveyedSite[]> {
  return reader()
    .select({
      id: sites.id,
      name: sites.name,
      communeName: communes.name,
      organisationName: organisations.name,
      startsOn: sites.startsOn,
      endsOn: sites.endsOn,
      handedOverG:
        sql<number>`(select coalesce(sum(${ledgerEntries.massG}), 0) from ${ledgerEntries} where ${ledgerEntries.fromSiteId} = ${sites.id})`.mapWith(
          Number,
        ),
    })
    .from(sites)
    .innerJoin(communes, eq(communes.code, sites.communeCode))
    .innerJoin(organisations, eq(organisations.id, sites.organisationId))
    .where(and(active(period), sitesOf(of), sql`not ${surveyed}`))
    .orderBy(asc(sites.endsOn), asc(sites.id))
    .limit(limit)
}

/**
 * The funnel of a cohort, added up where its rows are: `funnelMasses` of the accounts says what each stage weighs, and
 * a test holds this to it.
 */
export async function sumFunnel(
  of: Of,
  period: DayInterval,
  ends: { inventoriedG: number; handedOverG: number },
): Promise<{ steps: FunnelStep[]; lotsWithoutMass: number }> {
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
  const offered = ne(lots.status, 'withdrawn')
  const perLot = reader()
    .$with('per_lot')
    .as(
      reader()
        .select({
          offered: sql<number>`${offered}`.as('offered'),
          removed: sql<number>`coalesce(${lots.removal} = 'removed', 0)`.as('removed'),
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
          and(eq(reservations.lotId, lots.id), inArray(reservations.status, [...SERVING_STATUSES])),
        )
        .leftJoin(handovers, eq(handovers.reservationId, reservations.id))
        .groupBy(lots.id),
    )
  const total = (value: SQL) => sql<number>`coalesce(sum(${value}), 0)`.mapWith(Number)
  const { lotG, grantedG, leftG } = perLot
  const rows = await reader()
    .with(cohort, perLot)
    .select({
      removed: total(
        sql`case when ${perLot.offered} and ${perLot.removed} then max(${lotG}, ${leftG}) else ${leftG} end`,
      ),
      published: total(sql`case when ${perLot.offered} then max(${lotG}, ${grantedG}) else ${grantedG} end`),
      reserved: total(sql`${grantedG}`),
      lotsWithoutMass: total(sql`${perLot.offered} and ${perLot.isWeightless}`),
    })
    .from(perLot)
  const { removed = 0, published = 0, reserved = 0, lotsWithoutMass = 0 } = rows[0] ?? {}
  const { inventoriedG: inventoried, handedOverG: handedOver } = ends
  return { steps: funnel({ inventoried, removed, published, reserved, handedOver }), lotsWithoutMass }
}

export type CohortSite = {
  id: string
  name: string
  communeName: string
  endsOn: string
  inventoriedG: number
  reusableG: number
  handedOverG: number
}

/** The sites of a cohort with their masses, those that end first. */
export async function listCohortSites(of: Of, period: DayInterval, limit: number): Promise<CohortSite[]> {
  return reader()
    .select({
      id: sites.id,
      name: sites.name,
      communeName: communes.name,
      endsOn: sites.endsOn,
      inventoriedG: sql<number>`sum(${inventoryLines.massG})`.mapWith(Number),
      reusableG: sql<number>`sum(${inventoryLines.reusableMassG})`.mapWith(Number),
      handedOverG:
        sql<number>`(select coalesce(sum(${ledgerEntries.massG}), 0) from ${ledgerEntries} where ${ledgerEntries.fromSiteId} = ${sites.id})`.mapWith(
          Number,
        ),
    })
    .from(sites)
    .innerJoin(communes, eq(communes.code, sites.communeCode))
    .innerJoin(inventories, eq(inventories.siteId, sites.id))
    .innerJoin(inventoryLines, eq(inventoryLines.inventoryId, inventories.id))
    .where(and(ending(period), sitesOf(of)))
    .groupBy(sites.id)
    .orderBy(asc(sites.endsOn), asc(sites.id))
    .limit(limit)
}

/** Open lots that everyone sees and that leave before `until`, those that leave first. */
export async function listLeaving(of: Of, until: string, limit: number) {
  return reader()
    .select({
      id: lots.id,
      reference: lots.reference,
      title: lots.title,
      material: lots.material,
      unit: lots.unit,
      availableMilli: lots.availableMilli,
      quantityMilli: lots.quantityMilli,
      massG: lots.massG,
      availableUntil: lots.availableUntil,
      communeName: communes.name,
      organisationName: organisations.name,
    })
    .from(lots)
    .innerJoin(communes, eq(communes.code, lots.communeCode))
    .innerJoin(organisations, eq(organisations.id, lots.organisationId))
    .where(
      and(
        conditionOfOpenLots(VISITOR),
        lte(lots.availableUntil, until),
        of.kind === 'metropole' ? undefined : inArray(lots.communeCode, of.communeCodes),
      ),
    )
    .orderBy(asc(lots.availableUntil), asc(lots.id))
    .limit(limit)
}
