import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import { HAZARDS, VEHICLES } from '~/core/lot-terms'
import { MATERIAL_FAMILIES } from '~/core/material-families'
import { HAZARD_LIMITS, TRIP_NAMES } from '~/core/trips'
import { communesWithin } from '~/features/communes/model/nearby'
import { loadReferenceCommunes } from '~/features/communes/commands/load-reference.server'
import { listCommunes } from '~/features/communes/queries.server'
import { heldLots } from '~/features/lots/held-lots.server'
import { countInMemoryByCommune, findLotsInMemory } from '~/features/lots/memory-search.server'
import { LOT_SORTINGS } from '~/features/lots/model/lot-search-query'
import { VISITOR, type LotViewer } from '~/features/lots/model/visibility'
import { countInDatabaseByCommune, findLotsInDatabase } from '~/features/lots/queries/database-search.server'
import { countFacets } from '~/features/lots/queries/facets.server'
import { searchLots } from '~/features/lots/queries.server'
import type { LotFilters } from '~/features/lots/queries/lot-filters.server'
import { setMeanwhile } from '~/features/vocabulary/queries/meanwhile.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { openPostgres } from '~/platform/db.server'
import { readEnv, setEnv } from '~/platform/env.server'
import { migratePostgres } from '~/platform/postgres/migrate.server'
import type { PostgresDatabase } from '~/platform/postgres/open.server'
import { withTx } from '~/platform/transaction.server'
import { isOpen as isOpenNeed } from '~/features/needs/queries.server'
import { findNeedsInDatabase } from '~/features/needs/queries/database-search.server'
import type { NeedFilters } from '~/features/needs/queries/need-filters.server'
import type { LotRow } from '~db/seed/factories/lot'
import { makeNeed, type NeedRow } from '~db/seed/factories/need'
import { makePhoto } from '~db/seed/factories/photo'
import { insertRows } from '~db/seed/factories/rows'
import { createActor } from '~tests/support/actors'
import { addLotOf, ALL, MONTREUIL } from '~tests/support/add-lot'
import { expectNeighbours } from '~tests/support/neighbours'
import { hasPostgres, makeDatabase, startPostgres } from '~tests/support/postgres/server'
import type { LocalServer } from '../../scripts/postgres/local-server'

const TODAY = '2026-09-15'

let server: LocalServer
let room: string
let open: PostgresDatabase
let giver: Actor
let taker: Actor

/** The same product over a database without PostGIS, and over one that has it. */
describe.skipIf(!hasPostgres).each([
  ['plain columns', []],
  ['PostGIS', ['create extension postgis']],
])('a search that PostgreSQL answers, places by %s', (_place, statements) => {
  beforeAll(async () => {
    setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
    room = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-search-'))
    setEnv(readEnv({ NODE_ENV: 'test', DATA_DIR: room, LOG_LEVEL: 'silent' }))
    server = await startPostgres()
    open = await openPostgres(server.urlOf(await makeDatabase(server)))
    for (const text of statements) await open.connections.writers.query(text)
    expect((await migratePostgres(open)).missing).toEqual([])
    await loadReferenceCommunes()
    giver = await createActor('giver')
    taker = await createActor('taker')
  })
  afterAll(async () => {
    setMeanwhile('wait')
    setClock()
    await open?.close()
    await server?.stop()
    fs.rmSync(room, { recursive: true, force: true })
  })
  beforeEach(async () => {
    setMeanwhile('wait')
    await open.connections.writers.query("update lots set status = 'withdrawn'")
  })

  const startAgain = async () => open.close().then(async () => (open = await openPostgres(open.place.url)))
  const addLot = (title: string, lot: Partial<LotRow> = {}) =>
    addLotOf(giver, title, { description: '', ...lot })
  const titles = async (text: string, filters: LotFilters = {}, viewer = VISITOR) => {
    const found = await findLotsInDatabase({ text, ...filters }, viewer, { most: 50 })
    const { rows } = await open.connections.readers.query<{ id: string; title: string }>(
      'select id, title from lots',
    )
    return found.ids.map((id) => rows.find((row) => row.id === id)!.title)
  }

  it('reads French: accents, plurals, capitals, slips, words of the trade, materials, figures', async () => {
    await addLot('Fenêtres en chêne', { material: 'window' })
    await addLot('Radiateurs en fonte', { material: 'hvac-plumbing' })
    await addLot('Plaques de plâtre BA13', { material: 'insulation' })
    await addLot('Lot du 3e étage 83x204', { material: 'door', attributes: { leafWidth: 830 } })
    for (const [text, title] of [
      ['fenetre', 'Fenêtres en chêne'],
      ['FENÊTRES', 'Fenêtres en chêne'],
      ['fenetres chene', 'Fenêtres en chêne'],
      ['radiateur', 'Radiateurs en fonte'],
      ['raditeur', 'Radiateurs en fonte'],
      ['radiatuer fonte', 'Radiateurs en fonte'],
      ['placo', 'Plaques de plâtre BA13'],
      ['porte 83', 'Lot du 3e étage 83x204'],
      ['porte 830 mm', 'Lot du 3e étage 83x204'],
    ] as const)
      expect([text, await titles(text)]).toEqual([text, [title]])
    expect(await titles('lavabo')).toEqual([])
    expect(await titles("'); drop table lots; --")).toEqual([])
    expect(await titles("l'étage & | ! <-> :*")).toEqual(['Lot du 3e étage 83x204'])
  })

  it('puts what says all first, and completes a short list with what says a good part', async () => {
    await addLot('Parquet pin massif')
    await addLot('Parquet chêne massif')
    expect(await titles('parquet chêne massif')).toEqual(['Parquet chêne massif', 'Parquet pin massif'])
    const asked = { text: 'parquet chêne massif' }
    const { whole, total } = await findLotsInDatabase(asked, VISITOR, { most: 5 })
    expect([whole, total]).toEqual([1, 2])
    const alone = await findLotsInDatabase(asked, VISITOR, { most: 5, words: 'whole' })
    expect([alone.whole, alone.total]).toEqual([1, 1])
  })

  it('puts a word of the title before one of the description', async () => {
    await addLot('Divers', { description: 'avec un radiateur' })
    await addLot('Radiateur acier')
    expect(await titles('radiateur')).toEqual(['Radiateur acier', 'Divers'])
  })

  it('shows nothing that the viewer may not see, nor lets it decide what others are shown', async () => {
    await addLot('Raditeur caché', { publicFrom: addDays(TODAY, 5) })
    await addLot('Radiateur retiré', { status: 'hidden' })
    await addLot('Radiateur tenu', { availableMilli: 0 })
    await addLot('Radiateur passé', { availableFrom: addDays(TODAY, -9), availableUntil: TODAY })
    await addLot('Radiateur du territoire', {
      ...{ publicFrom: addDays(TODAY, 5), territory: 'commune' as const },
      ...{ territoryCode: MONTREUIL, territoryFrom: addDays(TODAY, -1) },
    })
    await addLot('Radiateur offert')
    const own = { organisationId: giver.organisationId, territoryCodes: [], seesAll: false }
    const near = { organisationId: taker.organisationId, territoryCodes: [MONTREUIL], seesAll: false }
    expect(await titles('raditeur')).toEqual(['Radiateur offert'])
    expect(await titles('radiateur')).toEqual(['Radiateur offert'])
    expect((await titles('radiateur', {}, near)).sort()).toEqual([
      'Radiateur du territoire',
      'Radiateur offert',
    ])
    expect(await titles('raditeur', {}, own)).toEqual(['Raditeur caché'])
    await open.connections.writers.query('update organisations set suspended_at_ms = 1 where id = $1', [
      giver.organisationId,
    ])
    expect(await titles('radiateur', {}, near)).toEqual([])
    await open.connections.writers.query('update organisations set suspended_at_ms = null')
  })

  it('finds, counts, pages and orders the lots of the memory, for any filters, place, viewer and stage', async () => {
    const communes = await listCommunes()
    const materials = ['door', 'window', 'insulation'] as const
    for (let index = 0; index < 60; index += 1) {
      const row = await addLot(`Porte ${String.fromCharCode(97 + (index % 26))}${index}`, {
        material: materials[index % 3]!,
        communeCode: communes[(index * 13) % communes.length]!.code,
        availableFrom: addDays(TODAY, (index % 9) - 4),
        availableUntil: addDays(TODAY, 1 + (index % 13)),
        unit: (['t', 'kg', 'u', 'm2'] as const)[index % 4]!,
        quantityMilli: 1000 * (1 + (index % 10)),
        availableMilli: index % 11 === 0 ? 0 : 1000 * (1 + (index % 10)),
        condition: 1 + (index % 5),
        unitPriceCents: index % 3 === 0 ? 0 : 100,
        massG: index % 8 === 0 ? null : index * 300_000,
        volumeL: index % 6 === 0 ? null : index * 500,
        vehicle: index % 4 === 0 ? null : VEHICLES[index % VEHICLES.length]!,
        hazards: index % 3 === 0 ? [] : [HAZARDS[index % (HAZARDS.length - 1)]!],
        publicFrom: addDays(TODAY, (index % 6) - 4),
        territory: index % 5 === 0 ? 'commune' : null,
        territoryCode: index % 5 === 0 ? MONTREUIL : null,
        territoryFrom: index % 5 === 0 ? addDays(TODAY, -5) : null,
        publishedAtMs: Date.parse(`${TODAY}T08:00:00Z`) + index,
        attributes: index % 3 === 0 ? { leafWidth: index % 2 === 0 ? 730 : 830 } : {},
      })
      if (index % 7 === 0) {
        const photo = makePhoto({ organisationId: giver.organisationId, lotId: row.id })
        await withTx((tx) => insertRows(tx, { photos: [photo] }))
      }
    }
    const around = (commune: string, km: number): Partial<LotFilters> => {
      const near = [...communesWithin(communes, commune, km)!].sort(([, a], [, b]) => a - b)
      return {
        ...{ communeCodes: near.map(([code]) => code), nearKm: new Map(near), radiusKm: km },
        around: { commune, km },
      }
    }
    const day = fc.integer({ min: -5, max: 20 }).map((days) => addDays(TODAY, days))
    const filters = fc
      .record(
        {
          material: fc.constantFrom(...materials),
          from: day,
          until: day,
          quantity: fc.record({
            milli: fc.constantFrom(500, 3000),
            unit: fc.constantFrom('kg' as const, 't' as const),
          }),
          minCondition: fc.integer({ min: 1, max: 5 }),
          isGift: fc.constant(true),
          family: fc.constantFrom(...MATERIAL_FAMILIES),
          thereOn: day,
          mostCents: fc.constantFrom(0, 99, 100),
          trip: fc.constantFrom(...TRIP_NAMES),
          without: fc.constantFrom(...HAZARD_LIMITS),
          hasPhoto: fc.constant(true),
          wanted: fc.constant({ leafWidth: { kind: 'number' as const, value: 830, tolerance: 5 } }),
          text: fc.constantFrom('porte', 'portes door'),
          sorting: fc.constantFrom(...LOT_SORTINGS.filter((sorting) => sorting !== 'pertinence')),
          place: fc.tuple(fc.nat(communes.length - 1), fc.constantFrom(0, 2, 5, 10, 30)),
        },
        { requiredKeys: ['sorting'] },
      )
      .map(({ place, ...asked }): LotFilters => ({
        ...asked,
        ...(place && around(communes[place[0]]!.code, place[1])),
      }))
    const viewer = fc.constantFrom<LotViewer>(
      VISITOR,
      { organisationId: giver.organisationId, territoryCodes: [], seesAll: false },
      { organisationId: taker.organisationId, territoryCodes: [MONTREUIL], seesAll: false },
      { organisationId: null, territoryCodes: [], seesAll: true },
    )
    await fc.assert(
      fc.asyncProperty(filters, viewer, async (asked, who) => {
        for (const most of [0, 3, Infinity]) {
          const expected = await findLotsInMemory(asked, who, { most })
          const found = await findLotsInDatabase(asked, who, { most })
          expect({ ...found, byMaterial: [...found.byMaterial].sort() }).toEqual({
            ...expected,
            byMaterial: [...expected.byMaterial].sort(),
          })
        }
        const counted = await countInDatabaseByCommune(asked, who)
        expect([...counted].sort()).toEqual([...(await countInMemoryByCommune(asked, who))].sort())
      }),
      { numRuns: 100 },
    )
  })

  it('finds needs by the same reading, open ones alone, and where they are', async () => {
    const made = (title: string, need: Partial<NeedRow> = {}) =>
      makeNeed({ organisationId: taker.organisationId, communeCode: MONTREUIL, title, ...need })
    const needs = [
      made('Plaques de plâtre'),
      made('Plaques de plâtre', { status: 'paused' }),
      made('Moquette bouclée', { communeCode: '92012' }),
    ]
    await withTx((tx) => insertRows(tx, { needs }))
    const found = async (text: string, more: NeedFilters = {}) => {
      const { ids, whole } = await findNeedsInDatabase({ text, ...more }, isOpenNeed())
      return [ids.map((id) => needs.findIndex((need) => need.id === id)), whole]
    }
    expect(await found('placo')).toEqual([[0], 1])
    expect(await found('platre')).toEqual([[0], 1])
    expect(await found('moquete boucle')).toEqual([[2], 1])
    expect(await found('moquette', { around: { commune: MONTREUIL, km: 5 } })).toEqual([[], 0])
    expect(await found('moquette', { around: { commune: MONTREUIL, km: 30 } })).toEqual([[2], 1])
    expect(await found('moquette', { material: 'door' })).toEqual([[], 0])
  })

  it('finds the communes around any other that the memory finds, for any radius', async () => {
    const communes = await listCommunes()
    for (const { code } of communes) await addLot('Pavés', { communeCode: code })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...communes),
        fc.integer({ min: 0, max: 400 }),
        async (centre, hundreds) => {
          const km = hundreds / 10
          const asked = { around: { commune: centre.code, km }, sorting: 'proches' as const }
          const { rows } = await open.connections.readers.query<{ id: string; code: string }>(
            'select id, commune_code as code from lots',
          )
          const { ids } = await findLotsInDatabase(asked, VISITOR, { most: Infinity })
          const codes = ids.map((id) => rows.find((row) => row.id === id)!.code)
          expectNeighbours(codes, communes, { centre: centre.code, km })
        },
      ),
      { numRuns: 60 },
    )
  })

  it('is taken over by the memory when that is there, without a restart', async () => {
    await addLot('Fenêtres PVC', { material: 'window' })
    await startAgain()
    setMeanwhile('hold')
    const asked = { text: 'fenetre', around: { commune: MONTREUIL, km: 5 } }
    const before = await searchLots(asked, ALL)
    expect([before.isSimpler, before.total]).toEqual([true, 1])
    const facets = await countFacets({ text: 'fenetre' }, VISITOR, TODAY)
    await heldLots()
    const after = await searchLots({ text: 'fenetre' }, ALL)
    expect([after.isSimpler, after.total]).toEqual([false, 1])
    expect(after.lots).toEqual(before.lots)
    expect(await countFacets({ text: 'fenetre' }, VISITOR, TODAY)).toEqual(facets)
  })

  it('lets the index be built by itself, and waits for it where it is told to', async () => {
    await addLot('Fenêtres PVC')
    await startAgain()
    expect((await searchLots({ text: 'fenetre' }, ALL)).isSimpler).toBe(false)
    await startAgain()
    setMeanwhile('answer')
    expect((await searchLots({ text: 'fenetre' }, ALL)).isSimpler).toBe(true)
    await expect.poll(() => heldLots.isReady(), { timeout: 20_000 }).toBe(true)
    expect((await searchLots({ text: 'fenetre' }, ALL)).isSimpler).toBe(false)
  })
})
