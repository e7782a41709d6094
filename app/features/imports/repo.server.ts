import { and, count, eq, inArray, isNotNull, isNull, lt, max, notInArray, or, sql } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { importMappings, importRows, imports, stagedLines, stagedWastes } from '~db/sqlite/imports'
import { lotDrafts, lots } from '~db/sqlite/lots'
import { closingEntries, inventories, inventoryLines, inventoryWastes, sites } from '~db/sqlite/sites'

export type ImportRow = typeof imports.$inferSelect
export type StoredRowInsert = typeof importRows.$inferInsert
export type StagedLine = typeof stagedLines.$inferInsert
export type StagedWaste = typeof stagedWastes.$inferInsert

/** Rows of one insert statement, far below the limit of parameters. */
const CHUNK = 400

async function inChunks<Row>(rows: readonly Row[], insert: (chunk: Row[]) => PromiseLike<unknown>) {
  for (let start = 0; start < rows.length; start += CHUNK) await insert(rows.slice(start, start + CHUNK))
}

/** Whether this organisation owns the site. */
export async function ownsSite(tx: Tx, organisationId: string, siteId: string): Promise<boolean> {
  const owned = and(eq(sites.id, siteId), eq(sites.organisationId, organisationId))
  return (await tx.select({ id: sites.id }).from(sites).where(owned).limit(1)).length === 1
}

export async function insertImport(tx: Tx, row: typeof imports.$inferInsert): Promise<void> {
  await tx.insert(imports).values(row)
}

/** An import whoever asks: the caller holds it against its organisation. */
export async function findImportRow(tx: Tx, id: string): Promise<ImportRow | null> {
  return (await tx.select().from(imports).where(eq(imports.id, id)).limit(1))[0] ?? null
}

/** Imports of an organisation that are not written yet. */
export async function countOpenImports(tx: Tx, organisationId: string): Promise<number> {
  const open = and(
    eq(imports.organisationId, organisationId),
    inArray(imports.status, ['checking', 'running']),
  )
  return (await tx.select({ total: count() }).from(imports).where(open))[0]?.total ?? 0
}

/**
 * Changes an organisation's import while it is in the state and revision that the change was made for; says whether it
 * was. The revision grows unless the change sets it.
 */
export async function updateImport(
  tx: Tx,
  at: Pick<ImportRow, 'id' | 'organisationId' | 'status' | 'revision'>,
  change: Partial<Omit<ImportRow, 'id' | 'organisationId'>>,
): Promise<boolean> {
  const changed = await tx
    .update(imports)
    .set({ revision: at.revision + 1, ...change })
    .where(
      and(
        eq(imports.id, at.id),
        eq(imports.organisationId, at.organisationId),
        eq(imports.status, at.status),
        eq(imports.revision, at.revision),
      ),
    )
    .returning({ id: imports.id })
  return changed.length === 1
}

export async function insertRows(tx: Tx, rows: readonly StoredRowInsert[]): Promise<void> {
  await inChunks(rows, (chunk) => tx.insert(importRows).values(chunk))
}

/** Removes the rows of an import. */
export async function removeRows(tx: Tx, importId: string): Promise<void> {
  await tx.delete(importRows).where(eq(importRows.importId, importId))
}

export async function findStoredRow(tx: Tx, importId: string, row: number) {
  const at = and(eq(importRows.importId, importId), eq(importRows.row, row))
  return (await tx.select().from(importRows).where(at).limit(1))[0] ?? null
}

export async function updateStoredRow(
  tx: Tx,
  importId: string,
  row: number,
  change: Pick<typeof importRows.$inferSelect, 'corrections' | 'isSkipped'>,
): Promise<void> {
  await tx
    .update(importRows)
    .set(change)
    .where(and(eq(importRows.importId, importId), eq(importRows.row, row)))
}

/** Removes an import that nothing was written from, with all it holds. */
export async function removeImport(tx: Tx, importId: string): Promise<void> {
  await removeRows(tx, importId)
  await tx.delete(imports).where(eq(imports.id, importId))
}

export async function writeMapping(tx: Tx, mapping: typeof importMappings.$inferInsert): Promise<void> {
  const { mapping: columns, updatedAtMs } = mapping
  await tx
    .insert(importMappings)
    .values(mapping)
    .onConflictDoUpdate({
      target: [importMappings.organisationId, importMappings.headsKey],
      set: { mapping: columns, updatedAtMs },
    })
}

/** Adds what a running import made ready of some of its rows; false when it runs no more, or another run was faster. */
export async function stage(
  tx: Tx,
  at: { importId: string; revision: number; from: number; to: number },
  ready: { lines: readonly StagedLine[]; wastes: readonly StagedWaste[] },
): Promise<boolean> {
  const moved = await tx
    .update(imports)
    .set({ doneCount: at.to })
    .where(
      and(
        eq(imports.id, at.importId),
        eq(imports.status, 'running'),
        eq(imports.revision, at.revision),
        eq(imports.doneCount, at.from),
      ),
    )
    .returning({ id: imports.id })
  if (moved.length === 0) return false
  await inChunks(ready.lines, (chunk) => tx.insert(stagedLines).values(chunk))
  await inChunks(ready.wastes, (chunk) => tx.insert(stagedWastes).values(chunk))
  return true
}

/** The inventory of a site; made from `inventory` when there is none. */
export async function openInventory(tx: Tx, inventory: typeof inventories.$inferInsert): Promise<string> {
  await tx.insert(inventories).values(inventory).onConflictDoNothing()
  const own = eq(inventories.siteId, inventory.siteId)
  return (await tx.select({ id: inventories.id }).from(inventories).where(own).limit(1))[0]!.id
}

export async function lastPosition(tx: Tx, inventoryId: string): Promise<number> {
  const own = eq(inventoryLines.inventoryId, inventoryId)
  return (
    (
      await tx
        .select({ last: max(inventoryLines.position) })
        .from(inventoryLines)
        .where(own)
    )[0]?.last ?? 0
  )
}

/** Moves all that an import made ready into an inventory, by two statements whatever their number. */
export async function takeStaged(
  tx: Tx,
  { importId, inventoryId, after }: { importId: string; inventoryId: string; after: number },
): Promise<void> {
  const inventory = sql<string>`${inventoryId}`
  await tx.insert(inventoryLines).select(
    tx
      .select({
        id: stagedLines.id,
        inventoryId: inventory.as('inventory_id'),
        material: stagedLines.material,
        product: stagedLines.product,
        quantityMilli: stagedLines.quantityMilli,
        unit: stagedLines.unit,
        massG: stagedLines.massG,
        massEstimated: stagedLines.massEstimated,
        reusableMassG: stagedLines.reusableMassG,
        position: sql<number>`${stagedLines.position} + ${after}`.as('position'),
        dimensions: stagedLines.dimensions,
        assembly: stagedLines.assembly,
        condition: stagedLines.condition,
        location: stagedLines.location,
        reusability: stagedLines.reusability,
        precautions: stagedLines.precautions,
        importId: stagedLines.importId,
      })
      .from(stagedLines)
      .where(eq(stagedLines.importId, importId)),
  )
  await tx.insert(inventoryWastes).select(
    tx
      .select({
        id: stagedWastes.id,
        inventoryId: inventory.as('inventory_id'),
        family: stagedWastes.family,
        wasteCode: stagedWastes.wasteCode,
        label: stagedWastes.label,
        massG: stagedWastes.massG,
        outlet: stagedWastes.outlet,
        importId: stagedWastes.importId,
      })
      .from(stagedWastes)
      .where(eq(stagedWastes.importId, importId)),
  )
}

/** Drops some of what an import made ready; says whether there was any. */
export async function dropStaged(tx: Tx, importId: string, most = 1000): Promise<boolean> {
  let dropped = 0
  for (const table of [stagedLines, stagedWastes]) {
    const ids = tx.select({ id: table.id }).from(table).where(eq(table.importId, importId)).limit(most)
    dropped += (await tx.delete(table).where(inArray(table.id, ids)).returning({ id: table.id })).length
  }
  return dropped > 0
}

/**
 * Takes out of an inventory what an import added: lines and wastes that no lot and no closing entry refers to, and drafts
 * that nobody wrote in since. Says how many of each went.
 */
export async function removeImported(tx: Tx, importId: string) {
  const ofLots = tx.select({ id: lots.inventoryLineId }).from(lots).where(isNotNull(lots.inventoryLineId))
  const ofClosing = (
    column: typeof closingEntries.inventoryLineId | typeof closingEntries.inventoryWasteId,
  ) => tx.select({ id: column }).from(closingEntries).where(isNotNull(column))
  const drafts = await tx
    .delete(lotDrafts)
    .where(and(eq(lotDrafts.importId, importId), eq(lotDrafts.updatedAtMs, lotDrafts.createdAtMs)))
    .returning({ id: lotDrafts.id })
  const lines = await tx
    .delete(inventoryLines)
    .where(
      and(
        eq(inventoryLines.importId, importId),
        notInArray(inventoryLines.id, ofLots),
        notInArray(inventoryLines.id, ofClosing(closingEntries.inventoryLineId)),
      ),
    )
    .returning({ id: inventoryLines.id })
  const wastes = await tx
    .delete(inventoryWastes)
    .where(
      and(
        eq(inventoryWastes.importId, importId),
        notInArray(inventoryWastes.id, ofClosing(closingEntries.inventoryWasteId)),
      ),
    )
    .returning({ id: inventoryWastes.id })
  return { lines: lines.length, wastes: wastes.length, drafts: drafts.length }
}

/** Removes the inventory that an import opened, under its own id, once nothing is in it. */
export async function removeEmptyInventory(tx: Tx, id: string): Promise<void> {
  const lines = tx
    .select({ id: inventoryLines.inventoryId })
    .from(inventoryLines)
    .where(eq(inventoryLines.inventoryId, id))
  const wastes = tx
    .select({ id: inventoryWastes.inventoryId })
    .from(inventoryWastes)
    .where(eq(inventoryWastes.inventoryId, id))
  await tx
    .delete(inventories)
    .where(and(eq(inventories.id, id), notInArray(inventories.id, lines), notInArray(inventories.id, wastes)))
}

/** Imports left unfinished since a moment, and finished ones whose rows are kept no longer. */
export async function listStale(
  tx: Tx,
  { openBeforeMs, doneBeforeMs }: { openBeforeMs: number; doneBeforeMs: number },
): Promise<ImportRow[]> {
  const withRows = tx.select({ id: importRows.importId }).from(importRows)
  return tx
    .select()
    .from(imports)
    .where(
      or(
        and(inArray(imports.status, ['checking', 'failed']), lt(imports.createdAtMs, openBeforeMs)),
        and(
          inArray(imports.status, ['done', 'undone']),
          lt(imports.finishedAtMs, doneBeforeMs),
          inArray(imports.id, withRows),
        ),
        // A sending that broke off before all rows were stored.
        and(isNull(imports.finishedAtMs), eq(imports.rowCount, 0), lt(imports.createdAtMs, doneBeforeMs)),
      ),
    )
    .limit(100)
}
