import { nowMs } from '~/core/clock'
import { addDays, isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import type { inventories, inventoryLines, sites } from '~db/sqlite/sites'

export type SiteRow = typeof sites.$inferSelect
export type SiteKind = SiteRow['kind']
export type InventoryRow = typeof inventories.$inferSelect
export type InventoryLineRow = typeof inventoryLines.$inferSelect

/** A site: by default a strip-out under way, from 30 days ago to 60 days ahead, at its commune's point. */
export function makeSite(site: Pick<SiteRow, 'organisationId' | 'communeCode'> & Partial<SiteRow>): SiteRow {
  const today = isoDayOf(nowMs())
  return {
    id: newId(),
    name: 'Immeuble de bureaux',
    kind: 'strip-out',
    address: '1 rue de la Mairie',
    access: '',
    contactName: '',
    contactPhone: '',
    lat: null,
    lon: null,
    startsOn: addDays(today, -30),
    endsOn: addDays(today, 60),
    createdAtMs: nowMs(),
    ...site,
  }
}

/** The survey of a site, without lines: by default a diagnostic PEMD of today. */
export function makeInventory(inventory: Pick<InventoryRow, 'siteId'> & Partial<InventoryRow>): InventoryRow {
  const surveyedOn = isoDayOf(nowMs())
  return { id: newId(), kind: 'pemd', surveyedOn, surveyor: '', createdAtMs: nowMs(), ...inventory }
}

/** A line of a survey: by default 10 t of bricks, of which 2 t reusable. */
export function makeInventoryLine(
  line: Pick<InventoryLineRow, 'inventoryId'> & Partial<InventoryLineRow>,
): InventoryLineRow {
  return {
    id: newId(),
    material: 'brick',
    product: 'Maçonnerie de briques pleines',
    quantityMilli: 4_000_000,
    unit: 'u',
    massG: 10_000_000,
    reusableMassG: 2_000_000,
    massEstimated: false,
    position: 0,
    dimensions: '',
    assembly: '',
    condition: null,
    location: '',
    reusability: '',
    precautions: '',
    importId: null,
    ...line,
  }
}
