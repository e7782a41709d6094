import { and, eq, gte, inArray, isNotNull, lt, sql, sum } from 'drizzle-orm'
import type { DayInterval } from '~/core/days'
import type { MaterialType } from '~/core/material-types'
import { REUSE_OUTCOMES } from '~/core/waste-terms'
import { reader } from '~/platform/db.server'
import { ledgerEntries } from '~db/sqlite/accounting'
import { closingEntries, inventories, inventoryLines } from '~db/sqlite/sites'
import type { DeclaredReuse } from '../model/indicators'
import type { LeftOut } from '../queries.server'
import { without } from './withheld.server'

type MassOf = { material: MaterialType; massG: number }

/** What the inventories of sites count, by material. */
export async function sumInventoried(siteIds: readonly string[]): Promise<MassOf[]> {
  if (siteIds.length === 0) return []
  return reader()
    .select({ material: inventoryLines.material, massG: sum(inventoryLines.massG).mapWith(Number) })
    .from(inventoryLines)
    .innerJoin(inventories, eq(inventories.id, inventoryLines.inventoryId))
    .where(inArray(inventories.siteId, [...siteIds]))
    .groupBy(inventoryLines.material)
    .orderBy(inventoryLines.material)
}

/** What sites handed over, whenever, by material. */
export async function sumHandedOver(siteIds: readonly string[], leftOut: LeftOut = []): Promise<MassOf[]> {
  if (siteIds.length === 0) return []
  return reader()
    .select({ material: ledgerEntries.material, massG: sum(ledgerEntries.massG).mapWith(Number) })
    .from(ledgerEntries)
    .where(and(inArray(ledgerEntries.fromSiteId, [...siteIds]), without(leftOut)))
    .groupBy(ledgerEntries.material)
    .orderBy(ledgerEntries.material)
}

/** The reuse that the closing records of sites declare, apart from every handover. */
export async function sumDeclared(siteIds: readonly string[]): Promise<DeclaredReuse> {
  const none = { inPlaceG: 0, elsewhereG: 0, withoutEvidenceG: 0 }
  if (siteIds.length === 0) return none
  const of = (condition: ReturnType<typeof sql>) =>
    sql<number>`coalesce(sum(case when ${condition} then ${closingEntries.massG} end), 0)`.mapWith(Number)
  const rows = await reader()
    .select({
      inPlaceG: of(sql`${closingEntries.outcome} = 'reused-in-place'`),
      elsewhereG: of(sql`${closingEntries.outcome} = 'reused-elsewhere'`),
      withoutEvidenceG: of(sql`trim(${closingEntries.evidence}) = ''`),
    })
    .from(closingEntries)
    .where(
      and(inArray(closingEntries.siteId, [...siteIds]), inArray(closingEntries.outcome, [...REUSE_OUTCOMES])),
    )
  return rows[0] ?? none
}

/** Handovers of a period as proximity and emissions see them; of one commune, or of all. */
export async function listAccountedHandovers(
  period: DayInterval,
  communeCode?: string,
  leftOut: LeftOut = [],
) {
  return reader()
    .select({
      massG: ledgerEntries.massG,
      fromCommune: ledgerEntries.fromCommuneCode,
      toCommune: ledgerEntries.toCommuneCode,
      straightM: ledgerEntries.straightM,
      netAvoidedGCo2e: ledgerEntries.netAvoidedGCo2e,
      netLowGCo2e: ledgerEntries.netLowGCo2e,
      netHighGCo2e: ledgerEntries.netHighGCo2e,
      factorVersion: ledgerEntries.factorVersion,
    })
    .from(ledgerEntries)
    .where(
      and(
        inPeriod(period),
        communeCode ? eq(ledgerEntries.fromCommuneCode, communeCode) : undefined,
        without(leftOut),
      ),
    )
}

/** Grams that the projects of a territory took in during a period: of one commune, or of all. */
export async function sumIncoming(
  period: DayInterval,
  communeCode?: string,
  leftOut: LeftOut = [],
): Promise<number> {
  const to = communeCode
    ? eq(ledgerEntries.toCommuneCode, communeCode)
    : isNotNull(ledgerEntries.toCommuneCode)
  const rows = await reader()
    .select({ massG: sum(ledgerEntries.massG).mapWith(Number) })
    .from(ledgerEntries)
    .where(and(inPeriod(period), to, without(leftOut)))
  return rows[0]?.massG ?? 0
}

function inPeriod({ from, until }: DayInterval) {
  return and(gte(ledgerEntries.handedOverOn, from), lt(ledgerEntries.handedOverOn, until))
}

/** Handovers of a period with what their estimate was reckoned from. */
export async function listEstimatedRows(period: DayInterval) {
  return reader()
    .select({
      material: ledgerEntries.material,
      massG: ledgerEntries.massG,
      straightM: ledgerEntries.straightM,
      netAvoidedGCo2e: ledgerEntries.netAvoidedGCo2e,
      truck: ledgerEntries.truck,
      emptyReturnPct: ledgerEntries.emptyReturnPct,
    })
    .from(ledgerEntries)
    .where(inPeriod(period))
}
