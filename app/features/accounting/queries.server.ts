import { and, asc, count, countDistinct, eq, gte, inArray, lt, sql, sum } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { DayInterval } from '~/core/days'
import { SERVING_STATUSES } from '~/core/reservation-status'
import { reader } from '~/platform/db.server'
import { keptWhile } from '~/platform/kept-answers.server'
import { ledgerEntries, ledgerRows } from '~db/sqlite/accounting'
import { communes } from '~db/sqlite/communes'
import { lots } from '~db/sqlite/lots'
import { handovers, reservations } from '~db/sqlite/reservations'
import { sites } from '~db/sqlite/sites'
import type { LedgerRow } from './model/ledger-row'
import { among, without, withoutParts } from './queries/withheld.server'

const origins = alias(communes, 'origins')

/** The numbers of rows that a figure leaves out because its reader may not be told them; none for who sees all. */
export type LeftOut = readonly { seq: number }[]

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
