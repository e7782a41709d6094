import { and, asc, count, countDistinct, eq, gte, inArray, lt, sql, sum, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { addDays, type DayInterval } from '~/core/days'
import { SERVING_STATUSES } from '~/core/reservation-status'
import { reader } from '~/platform/db.server'
import { keptWhile } from '~/platform/kept-answers.server'
import { ledgerEntries, ledgerRows } from '~db/sqlite/accounting'
import { communes } from '~db/sqlite/communes'
import { lots } from '~db/sqlite/lots'
import { handovers, reservations } from '~db/sqlite/reservations'
import { inventories, inventoryLines, sites } from '~db/sqlite/sites'
import { accountCohort, type AccountedSite, type CohortAccount } from './model/cohort'
import type { LedgerRow } from './model/ledger-row'
import { among, without, withoutParts } from './queries/withheld.server'

const origins = alias(communes, 'origins')

/** The numbers of rows that a figure leaves out because its reader may not be told them; none for who sees all. */
export type LeftOut = readonly { seq: number }[]

export type CommuneAccount = { communeCode: string; communeName: string; account: CohortAccount }

/** What the accounts of a cohort are read from. */
const ACCOUNTED = ['sites', 'inventories', 'inventory_lines', 'ledger_rows'] as const

/** The cohort account of every commune for a period, in one pass over sites and ledger. */
export async function listCommuneAccounts(
  period: DayInterval,
  leftOut: LeftOut = [],
): Promise<readonly CommuneAccount[]> {
  return readCommuneAccounts(period, numbersOf(leftOut))
}

const readCommuneAccounts = keptWhile(
  ['communes', ...ACCOUNTED],
  async (period: DayInterval, leftOut: LeftOut) => {
    const [all, accounted] = await Promise.all([
      reader()
        .select({ code: communes.code, name: communes.name })
        .from(communes)
        .orderBy(asc(communes.name)),
      listAccountedSites(period, undefined, leftOut),
    ])
    const byCommune = new Map<string, CommuneSite[]>(all.map(({ code }) => [code, []]))
    for (const site of accounted) byCommune.get(site.communeCode)?.push(site)
    return all.map(({ code, name }): CommuneAccount => ({
      communeCode: code,
      communeName: name,
      account: accountCohort(byCommune.get(code) ?? [], period),
    }))
  },
)

/** The cohort account of one commune for a period. */
export async function getCommuneAccount(
  communeCode: string,
  period: DayInterval,
  leftOut: LeftOut = [],
): Promise<CohortAccount> {
  return accountCohort(await listAccountedSites(period, communeCode, leftOut), period)
}

/** The cohort account of the whole Métropole for a period. */
export async function getMetropoleAccount(
  period: DayInterval,
  leftOut: LeftOut = [],
): Promise<CohortAccount> {
  return readMetropoleAccount(period, numbersOf(leftOut))
}

const readMetropoleAccount = keptWhile(ACCOUNTED, async (period: DayInterval, leftOut: LeftOut) =>
  accountCohort(await listAccountedSites(period, undefined, leftOut), period),
)

/** Nothing but the numbers: an answer that is kept goes by them. */
function numbersOf(leftOut: LeftOut): LeftOut {
  return leftOut.map(({ seq }) => ({ seq }))
}

type CommuneSite = AccountedSite & { communeCode: string; name: string; endsOn: string }

/** Sites with what their inventory counts and what they handed over, in all and in a period; of one commune, or of all. */
export async function listAccountedSites(
  period: DayInterval,
  communeCode?: string,
  leftOut: LeftOut = [],
): Promise<CommuneSite[]> {
  const told = without(leftOut)
  const here = communeCode ? eq(sites.communeCode, communeCode) : undefined
  const [found, inventoried, handed, handedInPeriod] = await Promise.all([
    reader()
      .select({ id: sites.id, name: sites.name, communeCode: sites.communeCode, endsOn: sites.endsOn })
      .from(sites)
      .where(here),
    reader()
      .select({
        siteId: inventories.siteId,
        totalG: sum(inventoryLines.massG).mapWith(Number),
        reusableG: sum(inventoryLines.reusableMassG).mapWith(Number),
      })
      .from(inventories)
      .innerJoin(inventoryLines, eq(inventoryLines.inventoryId, inventories.id))
      .innerJoin(sites, eq(sites.id, inventories.siteId))
      .where(here)
      .groupBy(inventories.siteId),
    sumLedgerBySite(and(here, told)),
    sumLedgerBySite(
      and(
        here,
        told,
        gte(ledgerEntries.handedOverOn, period.from),
        lt(ledgerEntries.handedOverOn, period.until),
      ),
    ),
  ])
  const inventoryOf = new Map(inventoried.map(({ siteId, ...masses }) => [siteId, masses]))
  return found.map((site) => ({
    ...site,
    worksUntil: addDays(site.endsOn, 1),
    inventory: inventoryOf.get(site.id) ?? null,
    handedOverG: handed.get(site.id) ?? 0,
    handedOverInPeriodG: handedInPeriod.get(site.id) ?? 0,
  }))
}

/** Grams handed over by site, for the ledger rows that a condition keeps. */
async function sumLedgerBySite(where: SQL | undefined): Promise<Map<string, number>> {
  const rows = await reader()
    .select({ siteId: ledgerEntries.fromSiteId, massG: sum(ledgerEntries.massG).mapWith(Number) })
    .from(ledgerEntries)
    .innerJoin(sites, eq(sites.id, ledgerEntries.fromSiteId))
    .where(where)
    .groupBy(ledgerEntries.fromSiteId)
  return new Map(rows.map(({ siteId, massG }) => [siteId, massG]))
}

/** Ledger rows of sites, oldest first, each with the lot it comes from. */
export async function listLedgerOfSites(
  siteIds: readonly string[],
  leftOut: LeftOut = [],
): Promise<LedgerRow[]> {
  if (siteIds.length === 0) return []
  return selectLedger()
    .where(and(inArray(ledgerEntries.fromSiteId, [...siteIds]), without(leftOut)))
    .orderBy(asc(ledgerEntries.seq))
}

/** The lots of sites with what a funnel weighs, whatever their status. */
export async function listLotsOfSites(siteIds: readonly string[]) {
  if (siteIds.length === 0) return []
  return reader()
    .select({
      id: lots.id,
      inventoryLineId: lots.inventoryLineId,
      status: lots.status,
      removal: lots.removal,
      massG: lots.massG,
    })
    .from(lots)
    .where(inArray(lots.siteId, [...siteIds]))
}

/** The parts of lots of sites that their givers granted: accepted, or collected since. */
export async function listGrantedParts(
  siteIds: readonly string[],
  leftOut: readonly { reservationId: string }[] = [],
) {
  if (siteIds.length === 0) return []
  return reader()
    .select({
      lotId: lots.id,
      massG: lots.massG,
      quantityMilli: lots.quantityMilli,
      partMilli: reservations.quantityMilli,
      status: reservations.status,
      // What the ledger counts, once it does: a corrected handover weighs what it was corrected to.
      handedOverG: sql<number | null>`coalesce((select sum(${ledgerRows.massG}) from ${ledgerRows} where
        ${ledgerRows.handoverId} = ${handovers.id}), ${handovers.massG})`,
    })
    .from(reservations)
    .innerJoin(lots, eq(lots.id, reservations.lotId))
    .leftJoin(handovers, eq(handovers.reservationId, reservations.id))
    .where(
      and(
        inArray(lots.siteId, [...siteIds]),
        inArray(reservations.status, [...SERVING_STATUSES]),
        withoutParts(leftOut),
      ),
    )
}

/** Ledger rows of handovers made in a commune during a period, oldest first. */
export async function listLedgerOfCommune(communeCode: string, period: DayInterval): Promise<LedgerRow[]> {
  return selectLedger()
    .where(
      and(
        eq(ledgerEntries.fromCommuneCode, communeCode),
        gte(ledgerEntries.handedOverOn, period.from),
        lt(ledgerEntries.handedOverOn, period.until),
      ),
    )
    .orderBy(asc(ledgerEntries.seq))
}

/** Grams of reused materials that the commune's projects took in during a period. */
export async function getIncomingMassG(communeCode: string, period: DayInterval): Promise<number> {
  const rows = await reader()
    .select({ massG: sum(ledgerEntries.massG).mapWith(Number) })
    .from(ledgerEntries)
    .where(
      and(
        eq(ledgerEntries.toCommuneCode, communeCode),
        gte(ledgerEntries.handedOverOn, period.from),
        lt(ledgerEntries.handedOverOn, period.until),
      ),
    )
  return rows[0]?.massG ?? 0
}

/** The ledger row of a handover; null until the accounting has entered it. */
export async function findLedgerRow(handoverId: string): Promise<LedgerRow | null> {
  const rows = await selectLedger().where(eq(ledgerEntries.handoverId, handoverId)).limit(1)
  return rows[0] ?? null
}

export type Totals = {
  massG: number
  /** Sum over the handovers that a factor supports; may be negative. */
  netAvoidedGCo2e: number
  handovers: number
  /** Handovers that a factor supports. */
  claims: number
}

/** Ledger rows by their numbers. */
export async function listLedgerRows(rows: LeftOut): Promise<LedgerRow[]> {
  return rows.length === 0 ? [] : selectLedger().where(among(rows))
}

/** All that was handed over during a period, in the whole Métropole. */
export const getTotals = keptWhile(['ledger_rows'], readTotals)

async function readTotals(period: DayInterval, leftOut: LeftOut = []): Promise<Totals> {
  const rows = await reader()
    .select({
      massG: sum(ledgerEntries.massG).mapWith(Number),
      netAvoidedGCo2e: sum(ledgerEntries.netAvoidedGCo2e).mapWith(Number),
      handovers: count(),
      claims: count(ledgerEntries.netAvoidedGCo2e),
    })
    .from(ledgerEntries)
    .where(
      and(
        gte(ledgerEntries.handedOverOn, period.from),
        lt(ledgerEntries.handedOverOn, period.until),
        without(leftOut),
      ),
    )
  const found = rows[0]
  return {
    massG: found?.massG ?? 0,
    netAvoidedGCo2e: found?.netAvoidedGCo2e ?? 0,
    handovers: found?.handovers ?? 0,
    claims: found?.claims ?? 0,
  }
}

/** How many communes handed something over during a period. */
export const countCommunesHandingOver = keptWhile(['ledger_rows'], countHandingOver)

async function countHandingOver(period: DayInterval): Promise<number> {
  const rows = await reader()
    .select({ total: countDistinct(ledgerEntries.fromCommuneCode) })
    .from(ledgerEntries)
    .where(and(gte(ledgerEntries.handedOverOn, period.from), lt(ledgerEntries.handedOverOn, period.until)))
  return rows[0]?.total ?? 0
}

/** Rows of the ledger in effect with the lot, the site and both parties, to be narrowed by who asks. */
export function selectLedger() {
  return reader()
    .select({
      seq: ledgerEntries.seq,
      kind: ledgerEntries.kind,
      handoverId: ledgerEntries.handoverId,
      reservationId: reservations.id,
      giverOrganisationId: reservations.giverOrganisationId,
      takerOrganisationId: reservations.takerOrganisationId,
      lotId: lots.id,
      lotReference: lots.reference,
      lotTitle: lots.title,
      siteId: sites.id,
      siteName: sites.name,
      material: ledgerEntries.material,
      massG: ledgerEntries.massG,
      handedOverOn: ledgerEntries.handedOverOn,
      fromCommuneCode: ledgerEntries.fromCommuneCode,
      fromCommuneName: origins.name,
      toCommuneCode: ledgerEntries.toCommuneCode,
      toCommuneName: communes.name,
      straightM: ledgerEntries.straightM,
      netAvoidedGCo2e: ledgerEntries.netAvoidedGCo2e,
      receivedAtMs: handovers.completedAtMs,
    })
    .from(ledgerEntries)
    .innerJoin(handovers, eq(handovers.id, ledgerEntries.handoverId))
    .innerJoin(reservations, eq(reservations.id, handovers.reservationId))
    .innerJoin(lots, eq(lots.id, reservations.lotId))
    .innerJoin(sites, eq(sites.id, ledgerEntries.fromSiteId))
    .innerJoin(origins, eq(origins.code, ledgerEntries.fromCommuneCode))
    .leftJoin(communes, eq(communes.code, ledgerEntries.toCommuneCode))
}
