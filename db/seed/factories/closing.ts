import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import type { closingEntries, closingGaps, closingRecords, inventoryWastes } from '~db/sqlite/sites'

export type InventoryWasteRow = typeof inventoryWastes.$inferSelect
export type ClosingRecordRow = typeof closingRecords.$inferSelect
export type ClosingEntryRow = typeof closingEntries.$inferSelect
export type ClosingGapRow = typeof closingGaps.$inferSelect

/** Waste that a survey foresees: by default 20 t of concrete rubble. */
export function makeInventoryWaste(
  waste: Pick<InventoryWasteRow, 'inventoryId'> & Partial<InventoryWasteRow>,
): InventoryWasteRow {
  return {
    ...{ id: newId(), family: 'inert', wasteCode: '170101', label: 'Gravats de béton', massG: 20_000_000 },
    ...{ outlet: 'Recyclage en granulats', importId: null },
    ...waste,
  }
}

/** The closing record of a site: by default a draft in which its author has written once. */
export function makeClosingRecord(
  record: Pick<ClosingRecordRow, 'siteId'> & Partial<ClosingRecordRow>,
): ClosingRecordRow {
  return {
    ...{ worksEndedOn: null, author: '', client: '', comment: '', state: 'draft', revision: 1 },
    updatedAtMs: nowMs(),
    ...record,
  }
}

/** A quantity that left otherwise than by a handover: by default of no line, recycled. */
export function makeClosingEntry(
  entry: Pick<ClosingEntryRow, 'siteId' | 'massG' | 'createdByUserId'> & Partial<ClosingEntryRow>,
): ClosingEntryRow {
  return {
    ...{ id: newId(), inventoryLineId: null, inventoryWasteId: null, outcome: 'recycled', label: '' },
    ...{ operator: '', wasteCode: '', evidence: '', createdAtMs: nowMs() },
    ...entry,
  }
}

/** Why a row does not add up: by default, that the survey had estimated it. */
export function makeClosingGap(
  gap: Pick<ClosingGapRow, 'siteId' | 'gapG' | 'userId'> & Partial<ClosingGapRow>,
): ClosingGapRow {
  return {
    ...{ id: newId(), inventoryLineId: null, inventoryWasteId: null, reason: 'survey-estimate', note: '' },
    atMs: nowMs(),
    ...gap,
  }
}
