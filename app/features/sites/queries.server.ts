import { and, asc, desc, eq } from 'drizzle-orm'

import { reader } from '~/platform/db.server'
import { communes } from '~db/sqlite/communes'
import { inventories, inventoryLines, inventoryWastes, sites } from '~db/sqlite/sites'

/** A site as anyone who may read it sees it; its address and contacts are in `SitePrivate`. */
export type SiteView = {
  id: string
  organisationId: string
  name: string
  kind: 'demolition' | 'renovation' | 'strip-out' | 'construction'
  communeCode: string
  communeName: string
  startsOn: string
  endsOn: string
}
const siteView = {
  id: sites.id,
  organisationId: sites.organisationId,
  name: sites.name,
  kind: sites.kind,
  communeCode: sites.communeCode,
  communeName: communes.name,
  startsOn: sites.startsOn,
  endsOn: sites.endsOn,
}

export async function findSite(id: string): Promise<SiteView | null> {
  const rows = await reader()
    .select(siteView)
    .from(sites)
    .innerJoin(communes, eq(communes.code, sites.communeCode))
    .where(eq(sites.id, id))
    .limit(1)
  return rows[0] ?? null
}

/** Sites of an organisation, those that end last first. */
export async function listSitesOf(organisationId: string): Promise<SiteView[]> {
  return reader()
    .select(siteView)
    .from(sites)
    .innerJoin(communes, eq(communes.code, sites.communeCode))
    .where(eq(sites.organisationId, organisationId))
    .orderBy(desc(sites.endsOn), asc(sites.name))
}

/** What a site shows to its own organisation only. */
export type SitePrivate = {
  address: string
  lat: number | null
  lon: number | null
  access: string
  contactName: string
  contactPhone: string
}
const sitePrivate = {
  address: sites.address,
  lat: sites.lat,
  lon: sites.lon,
  access: sites.access,
  contactName: sites.contactName,
  contactPhone: sites.contactPhone,
}

/** Address, position, access and contact of a site, for its own organisation; null to everyone else. */
export async function findSitePrivate(id: string, organisationId: string): Promise<SitePrivate | null> {
  const rows = await reader()
    .select(sitePrivate)
    .from(sites)
    .where(and(eq(sites.id, id), eq(sites.organisationId, organisationId)))
    .limit(1)
  return rows[0] ?? null
}

/** The sites of an organisation with what only it may read, for its own export. */
export async function listOwnSites(organisationId: string): Promise<(SiteView & SitePrivate)[]> {
  return reader()
    .select({ ...siteView, ...sitePrivate })
    .from(sites)
    .innerJoin(communes, eq(communes.code, sites.communeCode))
    .where(eq(sites.organisationId, organisationId))
    .orderBy(desc(sites.endsOn), asc(sites.name))
}

export type InventoryView = {
  kind: 'pemd' | 'resources'
  surveyedOn: string
  surveyor: string
  lines: (typeof inventoryLines.$inferSelect)[]
  massG: number
  reusableMassG: number
}

/** The inventory of a site, lines as typed in, with their totals. */
export async function findInventory(siteId: string): Promise<InventoryView | null> {
  const found = await reader().select().from(inventories).where(eq(inventories.siteId, siteId)).limit(1)
  const inventory = found[0]
  if (!inventory) return null
  const lines = await reader()
    .select()
    .from(inventoryLines)
    .where(eq(inventoryLines.inventoryId, inventory.id))
    .orderBy(asc(inventoryLines.position), asc(inventoryLines.id))
  return {
    kind: inventory.kind,
    surveyedOn: inventory.surveyedOn,
    surveyor: inventory.surveyor,
    lines,
    massG: lines.reduce((total, line) => total + line.massG, 0),
    reusableMassG: lines.reduce((total, line) => total + line.reusableMassG, 0),
  }
}

/** The waste that a site's survey foresees, the heaviest first. */
export async function listWastes(siteId: string) {
  return reader()
    .select({
      id: inventoryWastes.id,
      family: inventoryWastes.family,
      wasteCode: inventoryWastes.wasteCode,
      label: inventoryWastes.label,
      massG: inventoryWastes.massG,
      outlet: inventoryWastes.outlet,
    })
    .from(inventoryWastes)
    .innerJoin(inventories, eq(inventories.id, inventoryWastes.inventoryId))
    .where(eq(inventories.siteId, siteId))
    .orderBy(desc(inventoryWastes.massG), asc(inventoryWastes.id))
}

export type InventoryLineView = typeof inventoryLines.$inferSelect & {
  siteId: string
  organisationId: string
}

/** A line of an inventory, with the site that it was surveyed at. */
export async function findInventoryLine(id: string): Promise<InventoryLineView | null> {
  const rows = await reader()
    .select({ line: inventoryLines, siteId: sites.id, organisationId: sites.organisationId })
    .from(inventoryLines)
    .innerJoin(inventories, eq(inventories.id, inventoryLines.inventoryId))
    .innerJoin(sites, eq(sites.id, inventories.siteId))
    .where(eq(inventoryLines.id, id))
    .limit(1)
  const found = rows[0]
  return found ? { ...found.line, siteId: found.siteId, organisationId: found.organisationId } : null
}
