import { and, count, eq } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { lots } from '~db/sqlite/lots'
import { closingEntries, inventories, inventoryLines, sites } from '~db/sqlite/sites'

export async function insertSite(tx: Tx, site: typeof sites.$inferInsert): Promise<boolean> {
  const inserted = await tx.insert(sites).values(site).onConflictDoNothing().returning({ id: sites.id })
  return inserted.length === 1
}

/** A site, if this organisation owns it. */
export async function findOwnedSite(tx: Tx, organisationId: string, siteId: string) {
  const rows = await tx
    .select()
    .from(sites)
    .where(and(eq(sites.id, siteId), eq(sites.organisationId, organisationId)))
    .limit(1)
  return rows[0] ?? null
}

export async function updateSite(
  tx: Tx,
  id: string,
  change: Partial<typeof sites.$inferInsert>,
): Promise<void> {
  await tx.update(sites).set(change).where(eq(sites.id, id))
}

/** Whether lots were ever published from a site. */
export async function hasLots(tx: Tx, siteId: string): Promise<boolean> {
  const rows = await tx.select({ id: lots.id }).from(lots).where(eq(lots.siteId, siteId)).limit(1)
  return rows.length > 0
}

/** The inventory of a site; created with the given id when there is none yet. */
export async function ensureInventory(tx: Tx, inventory: typeof inventories.$inferInsert): Promise<string> {
  await tx.insert(inventories).values(inventory).onConflictDoNothing()
  const rows = await tx
    .select({ id: inventories.id })
    .from(inventories)
    .where(eq(inventories.siteId, inventory.siteId))
    .limit(1)
  return rows[0]!.id
}

export async function insertInventoryLine(tx: Tx, line: typeof inventoryLines.$inferInsert): Promise<void> {
  await tx.insert(inventoryLines).values(line).onConflictDoNothing()
}

export type InventoryLineRow = typeof inventoryLines.$inferSelect

/** A line of the inventory of a site that this organisation owns. */
export async function findOwnedLine(
  tx: Tx,
  owner: { organisationId: string; siteId: string },
  lineId: string,
): Promise<InventoryLineRow | null> {
  const rows = await tx
    .select({ line: inventoryLines })
    .from(inventoryLines)
    .innerJoin(inventories, eq(inventories.id, inventoryLines.inventoryId))
    .innerJoin(sites, eq(sites.id, inventories.siteId))
    .where(
      and(
        eq(inventoryLines.id, lineId),
        eq(sites.id, owner.siteId),
        eq(sites.organisationId, owner.organisationId),
      ),
    )
    .limit(1)
  return rows[0]?.line ?? null
}

/** How many lots were ever published from a line, and how many departures its closing record counts from it. */
export async function countUsesOfLine(
  tx: Tx,
  lineId: string,
): Promise<{ lots: number; closingEntries: number }> {
  const ofLots = await tx.select({ total: count() }).from(lots).where(eq(lots.inventoryLineId, lineId))
  const ofClosing = await tx
    .select({ total: count() })
    .from(closingEntries)
    .where(eq(closingEntries.inventoryLineId, lineId))
  return { lots: ofLots[0]?.total ?? 0, closingEntries: ofClosing[0]?.total ?? 0 }
}

export async function updateInventoryLine(
  tx: Tx,
  id: string,
  change: Partial<Omit<typeof inventoryLines.$inferInsert, 'id' | 'inventoryId'>>,
): Promise<void> {
  await tx.update(inventoryLines).set(change).where(eq(inventoryLines.id, id))
}

export async function deleteInventoryLine(tx: Tx, id: string): Promise<void> {
  await tx.delete(inventoryLines).where(eq(inventoryLines.id, id))
}

/** Says of a site's inventory what survey it is; says whether there is one. */
export async function updateInventory(
  tx: Tx,
  siteId: string,
  change: Pick<typeof inventories.$inferInsert, 'kind' | 'surveyedOn' | 'surveyor'>,
): Promise<boolean> {
  const changed = await tx
    .update(inventories)
    .set(change)
    .where(eq(inventories.siteId, siteId))
    .returning({ id: inventories.id })
  return changed.length === 1
}
