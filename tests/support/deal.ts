import { addDays, isoDayOf } from '~/core/days'
import type { Actor, Role } from '~/features/organisations/model/permissions'
import type { Database } from '~/platform/db.server'
import { withTx } from '~/platform/transaction.server'
import { makeLot as lotRow } from '~db/seed/factories/lot'
import { makeNeed as needRow } from '~db/seed/factories/need'
import { insertRows } from '~db/seed/factories/rows'
import { makeInventory, makeInventoryLine, makeSite as siteRow } from '~db/seed/factories/site'
import { createActor } from './actors'
import { setupDatabase } from './database'

export type TestDatabase = Database & { remove: () => void }

/** A new database on disk with the schema and the 130 communes, as a started server has it. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const { database, cleanup } = await setupDatabase()
  return { ...database, remove: cleanup }
}

export const TODAY = isoDayOf(Date.parse('2026-09-15T10:00:00Z'))

/** An organisation with one member, who is returned as the actor. */
export function makeActor(role: Extract<Role, 'giver' | 'taker'>, communeCode = '93066'): Promise<Actor> {
  return createActor(role, { communeCode })
}

type SiteOptions = { communeCode?: string; endsOn?: string; inventoryG?: number | null }

/** A site of a giver; with `inventoryG`, surveyed, half of the mass being reusable. */
export async function makeSite(owner: Actor, options: SiteOptions = {}): Promise<string> {
  const { communeCode = '93066', endsOn = '2026-11-30', inventoryG = 10_000_000 } = options
  const { organisationId } = owner
  const site = siteRow({ organisationId, communeCode, startsOn: '2026-02-01', endsOn })
  const inventory = makeInventory({ siteId: site.id })
  const masses = { massG: inventoryG ?? 0, reusableMassG: (inventoryG ?? 0) / 2 }
  const line = makeInventoryLine({ inventoryId: inventory.id, ...masses })
  const survey = inventoryG === null ? {} : { inventories: [inventory], inventoryLines: [line] }
  await withTx((tx) => insertRows(tx, { sites: [site], ...survey }))
  return site.id
}

const BRICKS = { material: 'brick', unit: 'u' } as const
const LONG_AGO = addDays(TODAY, -10)
const FAR_AHEAD = addDays(TODAY, 3650)

/** An open lot of `units` pieces of 2 kg of brick. */
export async function makeLot(owner: Actor, siteId: string, units: number): Promise<string> {
  const lot = lotRow({
    ...BRICKS,
    organisationId: owner.organisationId,
    siteId,
    communeCode: '93066',
    title: 'Briques pleines',
    quantityMilli: units * 1000,
    massG: units * 2000,
    condition: 4,
    availableFrom: LONG_AGO,
    availableUntil: FAR_AHEAD,
  })
  await withTx((tx) => insertRows(tx, { lots: [lot] }))
  return lot.id
}

/** An open need of `units` pieces of brick in Montreuil. */
export async function makeNeed(owner: Actor, units: number): Promise<string> {
  const need = needRow({
    ...BRICKS,
    organisationId: owner.organisationId,
    communeCode: '93048',
    title: 'Briques pour un mur',
    quantityMilli: units * 1000,
    openMilli: units * 1000,
    neededFrom: LONG_AGO,
    neededUntil: FAR_AHEAD,
    radiusKm: 30,
    minCondition: 2,
  })
  await withTx((tx) => insertRows(tx, { needs: [need] }))
  return need.id
}

/** Tells the caches that any lot or need may have changed, after a test wrote to the tables itself. */
export function noteAll({ writer }: TestDatabase): void {
  writer.exec(`
    INSERT INTO changes (entity, entity_id, at_ms) SELECT 'lot', id, 0 FROM lots;
    INSERT INTO changes (entity, entity_id, at_ms) SELECT 'need', id, 0 FROM needs;
  `)
}
