import { asc, eq } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { ledgerEntries } from '~db/sqlite/accounting'
import { communes } from '~db/sqlite/communes'
import { users } from '~db/sqlite/identity'
import { lots } from '~db/sqlite/lots'
import { organisations } from '~db/sqlite/organisations'
import { handovers, reservations } from '~db/sqlite/reservations'
import { closingEntries, closingGaps, closingRecords } from '~db/sqlite/sites'
import type { ClosingEntryView, SiteHandoverView } from './model/closing-views'

export type ClosingRecordView = Omit<typeof closingRecords.$inferSelect, 'siteId'>

/** The record of a site as it is kept; a draft of revision 0 until someone writes in it. */
export async function findClosingRecord(siteId: string): Promise<ClosingRecordView> {
  const rows = await reader().select().from(closingRecords).where(eq(closingRecords.siteId, siteId)).limit(1)
  return (
    rows[0] ?? {
      ...{ worksEndedOn: null, author: '', client: '', comment: '' },
      ...{ state: 'draft', revision: 0, updatedAtMs: 0 },
    }
  )
}

/** What left otherwise than by a handover, in the order in which it was typed. */
export async function listClosingEntries(siteId: string): Promise<ClosingEntryView[]> {
  return reader()
    .select({
      id: closingEntries.id,
      inventoryLineId: closingEntries.inventoryLineId,
      inventoryWasteId: closingEntries.inventoryWasteId,
      outcome: closingEntries.outcome,
      label: closingEntries.label,
      massG: closingEntries.massG,
      operator: closingEntries.operator,
      wasteCode: closingEntries.wasteCode,
      evidence: closingEntries.evidence,
      who: users.name,
      createdAtMs: closingEntries.createdAtMs,
    })
    .from(closingEntries)
    .leftJoin(users, eq(users.id, closingEntries.createdByUserId))
    .where(eq(closingEntries.siteId, siteId))
    .orderBy(asc(closingEntries.createdAtMs), asc(closingEntries.id))
}

export async function listGaps(siteId: string) {
  return reader().select().from(closingGaps).where(eq(closingGaps.siteId, siteId))
}

/** The ledger of a site, oldest first, each handover with its lot, that lot's line, and who took it. */
export async function listSiteHandovers(siteId: string): Promise<SiteHandoverView[]> {
  return reader()
    .select({
      handoverId: handovers.id,
      reservationId: reservations.id,
      lotReference: lots.reference,
      lotTitle: lots.title,
      inventoryLineId: lots.inventoryLineId,
      material: ledgerEntries.material,
      quantityMilli: handovers.quantityMilli,
      unit: lots.unit,
      massG: ledgerEntries.massG,
      handedOverOn: ledgerEntries.handedOverOn,
      legalStatus: handovers.legalStatus,
      takerName: organisations.name,
      toCommuneName: communes.name,
    })
    .from(ledgerEntries)
    .innerJoin(handovers, eq(handovers.id, ledgerEntries.handoverId))
    .innerJoin(reservations, eq(reservations.id, handovers.reservationId))
    .innerJoin(lots, eq(lots.id, reservations.lotId))
    .innerJoin(organisations, eq(organisations.id, reservations.takerOrganisationId))
    .leftJoin(communes, eq(communes.code, ledgerEntries.toCommuneCode))
    .where(eq(ledgerEntries.fromSiteId, siteId))
    .orderBy(asc(ledgerEntries.seq))
}
