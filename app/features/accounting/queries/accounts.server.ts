import { and, asc, eq, gte, lt, sum, type SQL } from 'drizzle-orm'
import { addDays, type DayInterval } from '~/core/days'
import { reader } from '~/platform/db.server'
import { keptWhile } from '~/platform/kept-answers.server'
import { ledgerEntries } from '~db/sqlite/accounting'
import { communes } from '~db/sqlite/communes'
import { inventories, inventoryLines, sites } from '~db/sqlite/sites'
import { accountCohort, type AccountedSite, type CohortAccount } from '../model/cohort'
import type { LeftOut } from '../queries.server'
import { without } from './withheld.server'

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
  return readCommuneAccount(communeCode, period, numbersOf(leftOut))
}

const readCommuneAccount = keptWhile(
  ACCOUNTED,
  async (communeCode: string, period: DayInterval, leftOut: LeftOut) =>
    accountCohort(await listAccountedSites(period, communeCode, leftOut), period),
)

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
