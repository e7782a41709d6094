import { and, asc, count, eq, gte, inArray, lt, lte, sql, type SQL } from 'drizzle-orm'
import type { DayInterval } from '~/core/days'
import { VISITOR } from '~/features/lots/model/visibility'
import { conditionOfOpenLots } from '~/features/lots/queries/open-lots.server'
import type { LeftOut } from '~/features/accounting/queries.server'
import { without } from '~/features/accounting/queries/withheld.server'
import { reader } from '~/platform/db.server'
import { keptWhile } from '~/platform/kept-answers.server'
import { ledgerEntries } from '~db/sqlite/accounting'
import { communes } from '~db/sqlite/communes'
import { lots } from '~db/sqlite/lots'
import { organisations } from '~db/sqlite/organisations'
import { inventories, inventoryLines, sites } from '~db/sqlite/sites'
import type { Perimeter } from '../model/perimeter'

/** What says which sites are surveyed, and what their surveys hold. */
const SURVEYS = ['sites', 'inventories', 'inventory_lines'] as const

/** Whose sums are asked. PostgreSQL tells groups in no order, and in another after a write: each sum orders its own. */
type Of = Pick<Perimeter, 'kind' | 'communeCodes'>

export function sitesOf({ kind, communeCodes }: Of): SQL | undefined {
  return kind === 'metropole' ? undefined : inArray(sites.communeCode, communeCodes)
}

/** Works go on during some day of the period. */
function active({ from, until }: DayInterval): SQL | undefined {
  return and(lt(sites.startsOn, until), gte(sites.endsOn, from))
}

/** The last day of works is in the period. */
export function ending({ from, until }: DayInterval): SQL | undefined {
  return and(gte(sites.endsOn, from), lt(sites.endsOn, until))
}

/** Sites surveyed, as `accountCohort` counts them: an inventory without a line is none. */
export const surveyed = sql`exists (select 1 from ${inventories} join ${inventoryLines} on ${inventoryLines.inventoryId} = ${inventories.id} where ${inventories.siteId} = ${sites.id})`

export type CommuneCohort = {
  code: string
  sites: number
  inventoriedG: number
  reusableG: number
}

/** The cohort of a period by commune: surveyed sites whose works end in it, and what their surveys hold. */
export const sumCohorts = keptWhile(SURVEYS, async (period: DayInterval): Promise<CommuneCohort[]> =>
  reader()
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
    .orderBy(sites.communeCode),
)

export type CohortSum = { code: string; day: string; massG: number; count: number }

/** What the sites of the cohort handed over, whenever, by commune and month. */
export const sumCohortHandovers = keptWhile([...SURVEYS, 'ledger_rows'], readCohortHandovers)

async function readCohortHandovers(period: DayInterval, leftOut: LeftOut): Promise<CohortSum[]> {
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
    .where(and(ending(period), surveyed, without(leftOut)))
    .groupBy(sites.communeCode, day)
    .orderBy(sites.communeCode, day)
}

/** What the sites of the cohort handed over, whenever, day by day: for charts by weeks. */
export async function sumCohortDays(of: Of, period: DayInterval, leftOut: LeftOut) {
  return reader()
    .select({
      day: ledgerEntries.handedOverOn,
      value: sql<number>`sum(${ledgerEntries.massG})`.mapWith(Number),
    })
    .from(sites)
    .innerJoin(ledgerEntries, eq(ledgerEntries.fromSiteId, sites.id))
    .where(and(ending(period), surveyed, sitesOf(of), without(leftOut)))
    .groupBy(ledgerEntries.handedOverOn)
    .orderBy(ledgerEntries.handedOverOn)
}

/** Handed over in the period from sites outside its cohort, and how many those are. */
export async function sumOutside(of: Of, period: DayInterval, leftOut: LeftOut) {
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
        without(leftOut),
      ),
    )
  return rows[0] ?? { massG: 0, count: 0, sites: 0 }
}

/** Which of some sites belong to the cohort of a period. */
export async function listCohortAmong(siteIds: readonly string[], period: DayInterval) {
  if (siteIds.length === 0) return []
  return reader()
    .select({ id: sites.id, code: sites.communeCode })
    .from(sites)
    .where(
      and(
        sql`${sites.id} in (select value from json_each(${JSON.stringify(siteIds)}))`,
        ending(period),
        surveyed,
      ),
    )
}

/** Sites with works in the period, by commune, and how many of them have no inventory. */
export const countSites = keptWhile(SURVEYS, async (period: DayInterval) =>
  reader()
    .select({
      code: sites.communeCode,
      sites: count(),
      unsurveyed: sql<number>`sum(case when ${surveyed} then 0 else 1 end)`.mapWith(Number),
    })
    .from(sites)
    .where(active(period))
    .groupBy(sites.communeCode)
    .orderBy(sites.communeCode),
)

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
      // One for each site; a group gives only what it is grouped by, or what it adds up.
      communeName: sql<string>`max(${communes.name})`,
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
