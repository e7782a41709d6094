import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { addDays, isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import { loadReferenceCommunes } from '~/features/communes/commands/load-reference.server'
import type { Actor, Role } from '~/features/organisations/model/permissions'
import { migrateDatabase, openDatabase, type Database } from '~/platform/db.server'
import { withTx } from '~/platform/transaction.server'
import { users } from '~db/sqlite/identity'
import { lots } from '~db/sqlite/lots'
import { needs } from '~db/sqlite/needs'
import { memberships, organisations } from '~db/sqlite/organisations'
import { inventories, inventoryLines, sites } from '~db/sqlite/sites'

export type TestDatabase = Database & { remove: () => void }

/** A new database on disk with the schema and the 130 communes, as a started server has it. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-test-'))
  const open = openDatabase(path.join(folder, 'gisement.sqlite'))
  migrateDatabase(open)
  await loadReferenceCommunes()
  return {
    ...open,
    remove: () => {
      open.close()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const TODAY = isoDayOf(Date.parse('2026-09-15T10:00:00Z'))

/** An organisation with one member, who is returned as the actor. */
export async function makeActor(role: Role, communeCode = '93066'): Promise<Actor> {
  const userId = newId()
  const organisationId = newId()
  const name = `Personne ${userId.slice(-6)}`
  const email = `${userId}@example.org`
  const organisationName = `Organisation ${organisationId.slice(-6)}`
  await withTx(async (tx) => {
    await tx.insert(organisations).values({
      id: organisationId,
      name: organisationName,
      kind: 'company',
      isGiver: role === 'giver',
      isTaker: role === 'taker',
      communeCode,
      createdAtMs: 0,
    })
    await tx.insert(users).values({ id: userId, email, name, createdAtMs: 0 })
    await tx.insert(memberships).values({ userId, organisationId, role: 'owner' })
  })
  return { userId, name, email, organisationId, organisationName, roles: [role], communeCode }
}

type SiteOptions = { communeCode?: string; endsOn?: string; inventoryG?: number | null }

/** A site of a giver; with `inventoryG`, surveyed, half of the mass being reusable. */
export async function makeSite(owner: Actor, options: SiteOptions = {}): Promise<string> {
  const { communeCode = '93066', endsOn = '2026-11-30', inventoryG = 10_000_000 } = options
  const id = newId()
  await withTx(async (tx) => {
    await tx.insert(sites).values({
      id,
      organisationId: owner.organisationId,
      name: 'Ancien atelier',
      kind: 'strip-out',
      communeCode,
      address: '3 rue de la Fonderie',
      startsOn: '2026-02-01',
      endsOn,
      createdAtMs: 0,
    })
    if (inventoryG === null) return
    const inventoryId = newId()
    await tx
      .insert(inventories)
      .values({ id: inventoryId, siteId: id, kind: 'pemd', surveyedOn: '2026-01-10', createdAtMs: 0 })
    await tx.insert(inventoryLines).values({
      id: newId(),
      inventoryId,
      material: 'brick',
      product: 'Briques pleines',
      quantityMilli: 1_000_000,
      unit: 'u',
      massG: inventoryG,
      reusableMassG: inventoryG / 2,
    })
  })
  return id
}

/** An open lot of `units` pieces of 2 kg of brick. */
export async function makeLot(owner: Actor, siteId: string, units: number): Promise<string> {
  const id = newId()
  await withTx(async (tx) => {
    await tx.insert(lots).values({
      id,
      reference: `GIS-${id.slice(-12)}`,
      organisationId: owner.organisationId,
      siteId,
      communeCode: '93066',
      material: 'brick',
      title: 'Briques pleines',
      searchText: 'briques pleines',
      unit: 'u',
      quantityMilli: units * 1000,
      availableMilli: units * 1000,
      massG: units * 2000,
      condition: 4,
      availableFrom: addDays(TODAY, -10),
      availableUntil: addDays(TODAY, 3650),
      status: 'published',
      materialSource: 'person',
      publishedAtMs: 0,
      createdAtMs: 0,
    })
  })
  return id
}

/** An open need of `units` pieces of brick in Montreuil. */
export async function makeNeed(owner: Actor, units: number): Promise<string> {
  const id = newId()
  await withTx(async (tx) => {
    await tx.insert(needs).values({
      id,
      organisationId: owner.organisationId,
      communeCode: '93048',
      material: 'brick',
      title: 'Briques pour un mur',
      unit: 'u',
      quantityMilli: units * 1000,
      openMilli: units * 1000,
      neededFrom: addDays(TODAY, -10),
      neededUntil: addDays(TODAY, 3650),
      radiusKm: 30,
      minCondition: 2,
      status: 'open',
      createdAtMs: 0,
    })
  })
  return id
}
