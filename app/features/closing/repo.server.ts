import { and, eq } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import {
  closingEntries,
  closingGaps,
  closingRecords,
  inventories,
  inventoryLines,
  inventoryWastes,
  sites,
} from '~db/sqlite/sites'

type RecordRow = typeof closingRecords.$inferSelect
/** What an act may change of a record. */
export type RecordChange = Partial<Omit<RecordRow, 'siteId' | 'revision' | 'updatedAtMs'>>

/** Whether this organisation owns the site. */
export async function ownsSite(tx: Tx, organisationId: string, siteId: string): Promise<boolean> {
  const owned = and(eq(sites.id, siteId), eq(sites.organisationId, organisationId))
  return (await tx.select({ id: sites.id }).from(sites).where(owned).limit(1)).length === 1
}

/** The record of a site; a draft of revision 0 is begun where there is none. */
export async function openRecord(tx: Tx, siteId: string, updatedAtMs: number): Promise<RecordRow> {
  await tx.insert(closingRecords).values({ siteId, updatedAtMs }).onConflictDoNothing()
  return (await tx.select().from(closingRecords).where(eq(closingRecords.siteId, siteId)).limit(1))[0]!
}

/** Changes a record that is still at the revision told, which then grows; says whether it was. */
export async function updateRecord(
  tx: Tx,
  at: { siteId: string; revision: number },
  change: Partial<Omit<RecordRow, 'siteId' | 'revision'>>,
): Promise<boolean> {
  const changed = await tx
    .update(closingRecords)
    .set({ ...change, revision: at.revision + 1 })
    .where(and(eq(closingRecords.siteId, at.siteId), eq(closingRecords.revision, at.revision)))
    .returning({ id: closingRecords.siteId })
  return changed.length === 1
}

export type RowRef = { inventoryLineId: string | null; inventoryWasteId: string | null }

/** The line or the foreseen waste of a site's survey that an id names; null when it is neither. */
export async function findRowRef(tx: Tx, siteId: string, id: string): Promise<RowRef | null> {
  const ofSite = eq(inventories.siteId, siteId)
  const lines = await tx
    .select({ id: inventoryLines.id })
    .from(inventoryLines)
    .innerJoin(inventories, eq(inventories.id, inventoryLines.inventoryId))
    .where(and(ofSite, eq(inventoryLines.id, id)))
    .limit(1)
  if (lines.length > 0) return { inventoryLineId: id, inventoryWasteId: null }
  const wastes = await tx
    .select({ id: inventoryWastes.id })
    .from(inventoryWastes)
    .innerJoin(inventories, eq(inventories.id, inventoryWastes.inventoryId))
    .where(and(ofSite, eq(inventoryWastes.id, id)))
    .limit(1)
  return wastes.length > 0 ? { inventoryLineId: null, inventoryWasteId: id } : null
}

export async function findEntry(tx: Tx, id: string) {
  return (await tx.select().from(closingEntries).where(eq(closingEntries.id, id)).limit(1))[0] ?? null
}

export async function insertEntry(tx: Tx, entry: typeof closingEntries.$inferInsert): Promise<void> {
  await tx.insert(closingEntries).values(entry)
}

export async function deleteEntry(tx: Tx, id: string): Promise<void> {
  await tx.delete(closingEntries).where(eq(closingEntries.id, id))
}

/** Keeps why a row's difference is what it is, in place of what was said before. */
export async function writeGap(tx: Tx, gap: typeof closingGaps.$inferInsert): Promise<void> {
  const own = gap.inventoryLineId
    ? eq(closingGaps.inventoryLineId, gap.inventoryLineId)
    : eq(closingGaps.inventoryWasteId, gap.inventoryWasteId ?? '')
  await tx.delete(closingGaps).where(own)
  await tx.insert(closingGaps).values(gap)
}
