import { aliasedTable, and, asc, desc, eq } from 'drizzle-orm'
import { reader, type Db } from '~/platform/db.server'
import { haulChoices, ledgerCorrections, ledgerEntries, ledgerRows } from '~db/sqlite/accounting'
import { users } from '~db/sqlite/identity'
import { lots } from '~db/sqlite/lots'
import { handovers, reservations } from '~db/sqlite/reservations'
import type { NewLedgerRow } from '../model/chained-row'
import type { ChainRowView, CorrectionView } from '../model/correction'

export type HaulChoice = Pick<typeof haulChoices.$inferSelect, 'truck' | 'emptyReturnPct'>

/** What was said of the vehicle of a collection; null when nobody said anything. */
export async function findHaulChoice(reservationId: string): Promise<HaulChoice | null> {
  const rows = await reader()
    .select({ truck: haulChoices.truck, emptyReturnPct: haulChoices.emptyReturnPct })
    .from(haulChoices)
    .where(eq(haulChoices.reservationId, reservationId))
    .limit(1)
  return rows[0] ?? null
}

/** Whose handover it is, and where it left from. */
export async function findHandoverParties(handoverId: string, db: Db = reader()) {
  const rows = await db
    .select({
      handoverId: handovers.id,
      reservationId: reservations.id,
      lotId: lots.id,
      giverOrganisationId: reservations.giverOrganisationId,
      takerOrganisationId: reservations.takerOrganisationId,
      fromCommuneCode: lots.communeCode,
    })
    .from(handovers)
    .innerJoin(reservations, eq(reservations.id, handovers.reservationId))
    .innerJoin(lots, eq(lots.id, reservations.lotId))
    .where(eq(handovers.id, handoverId))
    .limit(1)
  return rows[0] ?? null
}

/** The row of a handover that is in effect; null before its entry, and once nothing is left of it. */
export async function findEffectiveRow(
  handoverId: string,
  db: Db = reader(),
): Promise<(NewLedgerRow & { seq: number }) | null> {
  const rows = await db
    .select()
    .from(ledgerEntries)
    .where(eq(ledgerEntries.handoverId, handoverId))
    .orderBy(desc(ledgerEntries.seq))
    .limit(1)
  return rows[0] ?? null
}

/** Every row that the chain has of a handover, oldest first. */
export async function listRowsOfHandover(handoverId: string): Promise<ChainRowView[]> {
  return reader()
    .select({
      seq: ledgerRows.seq,
      kind: ledgerRows.kind,
      massG: ledgerRows.massG,
      netAvoidedGCo2e: ledgerRows.netAvoidedGCo2e,
      netLowGCo2e: ledgerRows.netLowGCo2e,
      netHighGCo2e: ledgerRows.netHighGCo2e,
      factorVersion: ledgerRows.factorVersion,
      truck: ledgerRows.truck,
      emptyReturnPct: ledgerRows.emptyReturnPct,
      recordedAtMs: ledgerRows.recordedAtMs,
      correctsSeq: ledgerRows.correctsSeq,
      reason: ledgerRows.reason,
      decidedBy: ledgerRows.decidedBy,
      hash: ledgerRows.hash,
    })
    .from(ledgerRows)
    .where(eq(ledgerRows.handoverId, handoverId))
    .orderBy(asc(ledgerRows.seq))
}

/** The corrections of a handover, oldest first. */
export async function listCorrections(handoverId: string, db: Db = reader()): Promise<CorrectionView[]> {
  return selectCorrections(db)
    .where(eq(ledgerCorrections.handoverId, handoverId))
    .orderBy(asc(ledgerCorrections.askedAtMs))
}

/** The corrections that wait for an answer, oldest first. */
export async function listOpenCorrections(): Promise<CorrectionView[]> {
  return selectCorrections(reader())
    .where(eq(ledgerCorrections.state, 'asked'))
    .orderBy(asc(ledgerCorrections.askedAtMs))
    .limit(200)
}

export async function findCorrection(id: string, db: Db = reader()): Promise<CorrectionView | null> {
  const rows = await selectCorrections(db).where(eq(ledgerCorrections.id, id)).limit(1)
  return rows[0] ?? null
}

/** The correction of a handover that waits for an answer; null without one. */
export async function findOpenCorrection(
  handoverId: string,
  db: Db = reader(),
): Promise<CorrectionView | null> {
  const rows = await selectCorrections(db)
    .where(and(eq(ledgerCorrections.handoverId, handoverId), eq(ledgerCorrections.state, 'asked')))
    .limit(1)
  return rows[0] ?? null
}

function selectCorrections(db: Db) {
  const asker = aliasedTable(users, 'asker')
  const decider = aliasedTable(users, 'decider')
  return db
    .select({
      id: ledgerCorrections.id,
      handoverId: ledgerCorrections.handoverId,
      correctsSeq: ledgerCorrections.correctsSeq,
      massG: ledgerCorrections.massG,
      reason: ledgerCorrections.reason,
      note: ledgerCorrections.note,
      askedBy: ledgerCorrections.askedBy,
      askedByName: asker.name,
      askedAtMs: ledgerCorrections.askedAtMs,
      state: ledgerCorrections.state,
      decidedByName: decider.name,
      decidedAtMs: ledgerCorrections.decidedAtMs,
      answer: ledgerCorrections.answer,
    })
    .from(ledgerCorrections)
    .leftJoin(asker, eq(asker.id, ledgerCorrections.askedByUserId))
    .leftJoin(decider, eq(decider.id, ledgerCorrections.decidedByUserId))
}
