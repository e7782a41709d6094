import { and, asc, count, desc, eq, gt, ne, sum } from 'drizzle-orm'
import { reader } from '~/platform/db.server'
import { importMappings, importRows, imports, stagedLines } from '~db/sqlite/imports'
import { lotDrafts, lots } from '~db/sqlite/lots'
import { inventories, inventoryLines, inventoryWastes } from '~db/sqlite/sites'
import { lineKey } from './model/read-rows'
import type { StoredRow } from './model/read-row'

export type ImportView = typeof imports.$inferSelect
export type ImportChoices = NonNullable<ImportView['choices']>

/** An import of an organisation's own; null when it is someone else's or does not exist. */
export async function findImport(organisationId: string, id: string): Promise<ImportView | null> {
  const own = and(eq(imports.id, id), eq(imports.organisationId, organisationId))
  return (await reader().select().from(imports).where(own).limit(1))[0] ?? null
}

/** An import whoever asks, for the job that writes it. */
export async function findAnyImport(id: string): Promise<ImportView | null> {
  return (await reader().select().from(imports).where(eq(imports.id, id)).limit(1))[0] ?? null
}

const MOST_LISTED = 100

/** The imports of a site, the last first. */
export async function listImportsOf(organisationId: string, siteId: string): Promise<ImportView[]> {
  return reader()
    .select()
    .from(imports)
    .where(and(eq(imports.organisationId, organisationId), eq(imports.siteId, siteId)))
    .orderBy(desc(imports.createdAtMs))
    .limit(MOST_LISTED)
}

/** The rows of an import in the order of the sheet. */
export async function listRows(importId: string): Promise<StoredRow[]> {
  return reader()
    .select({
      row: importRows.row,
      cells: importRows.cells,
      corrections: importRows.corrections,
      isSkipped: importRows.isSkipped,
    })
    .from(importRows)
    .where(eq(importRows.importId, importId))
    .orderBy(asc(importRows.row))
}

/** An earlier import of the same file to the same site that was written and not undone. */
export async function findSameFile({ id, siteId, sha256 }: ImportView): Promise<ImportView | null> {
  const same = and(
    eq(imports.siteId, siteId),
    eq(imports.sha256, sha256),
    eq(imports.status, 'done'),
    ne(imports.id, id),
  )
  return (await reader().select().from(imports).where(same).limit(1))[0] ?? null
}

/** The mapping that an organisation chose for sheets with these heads. */
export async function findMapping(
  organisationId: string,
  headsKey: string,
): Promise<Record<string, number> | null> {
  const own = and(eq(importMappings.organisationId, organisationId), eq(importMappings.headsKey, headsKey))
  const rows = await reader()
    .select({ mapping: importMappings.mapping })
    .from(importMappings)
    .where(own)
    .limit(1)
  return rows[0]?.mapping ?? null
}

/** What the lines of a site's inventory are known by. */
export async function listLineKeys(siteId: string): Promise<Set<string>> {
  const rows = await reader()
    .select({
      material: inventoryLines.material,
      product: inventoryLines.product,
      quantityMilli: inventoryLines.quantityMilli,
      unit: inventoryLines.unit,
      location: inventoryLines.location,
    })
    .from(inventoryLines)
    .innerJoin(inventories, eq(inventories.id, inventoryLines.inventoryId))
    .where(eq(inventories.siteId, siteId))
  return new Set(rows.map(lineKey))
}

/** What an import added that is still there. */
export async function countImported(importId: string) {
  const [lines, wastes, drafts] = await Promise.all([
    reader()
      .select({
        total: count(),
        massG: sum(inventoryLines.massG).mapWith(Number),
        reusableMassG: sum(inventoryLines.reusableMassG).mapWith(Number),
      })
      .from(inventoryLines)
      .where(eq(inventoryLines.importId, importId)),
    reader().select({ total: count() }).from(inventoryWastes).where(eq(inventoryWastes.importId, importId)),
    reader().select({ total: count() }).from(lotDrafts).where(eq(lotDrafts.importId, importId)),
  ])
  return {
    lines: lines[0]?.total ?? 0,
    massG: lines[0]?.massG ?? 0,
    reusableMassG: lines[0]?.reusableMassG ?? 0,
    wastes: wastes[0]?.total ?? 0,
    drafts: drafts[0]?.total ?? 0,
  }
}

/** Lots published from lines that an import added. */
export async function listLotsOfImport(
  importId: string,
): Promise<{ id: string; title: string; reference: string; product: string }[]> {
  return reader()
    .select({ id: lots.id, title: lots.title, reference: lots.reference, product: inventoryLines.product })
    .from(lots)
    .innerJoin(inventoryLines, eq(inventoryLines.id, lots.inventoryLineId))
    .where(eq(inventoryLines.importId, importId))
    .orderBy(asc(lots.id))
}

/** Lines of a written import of which the draft of a lot is still to be made. */
export async function countDraftsLeft({ id, status, withDrafts }: ImportView): Promise<number> {
  if (status !== 'done' || !withDrafts) return 0
  const left = and(eq(stagedLines.importId, id), gt(stagedLines.reusableMassG, 0))
  return (await reader().select({ total: count() }).from(stagedLines).where(left))[0]?.total ?? 0
}
