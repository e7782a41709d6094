import { and, eq } from 'drizzle-orm'
import type { Tx } from '~/platform/transaction.server'
import { lots } from '~db/sqlite/lots'
import { inventories, inventoryLines, sites } from '~db/sqlite/sites'

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
