import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { nowMs } from '~/core/clock'
import { addDays, isoDayOf } from '~/core/days'
import { importOutlines } from '~/features/map/commands/import-outlines.server'
import { mapGround } from '~/features/map/ground.server'
import type { MapMarker } from '~/features/map/model/marker'
import type { Actor } from '~/features/organisations/model/permissions'
import { changeLotStatus } from '~/features/lots/commands/change-lot-status.server'
import { env, setEnv } from '~/platform/env.server'
import { withTx } from '~/platform/transaction.server'
import { loader as outlines } from '~/routes/commune-outlines/route'
import { loader as data } from '~/routes/lots-map-data/route'
import { loader as page } from '~/routes/lots-map/route'
import { loader as placeData } from '~/routes/places-map-data/route'
import { createActors, type ActorKind } from '~tests/support/actors'
import { noteRawWrites, setupDatabase, type TestSetup } from '~tests/support/database'
import { makeLot } from '~db/seed/factories/lot'
import { makePlace } from '~db/seed/factories/place'
import { insertRows } from '~db/seed/factories/rows'
import { makeSite } from '~db/seed/factories/site'

let setup: TestSetup
let actors: Record<ActorKind, Actor>
let openId = ''
const ADDRESS = '4 rue très secrète'

beforeAll(async () => {
  setup = await setupDatabase()
  actors = await createActors()
  const organisationId = actors.giver.organisationId
  const site = makeSite({ organisationId, communeCode: '93048', address: ADDRESS, lat: 48.8601, lon: 2.4501 })
  const far = makeSite({ organisationId, communeCode: '92002' })
  const lot = (communeCode: string, more = {}) =>
    makeLot({ organisationId, siteId: communeCode === '92002' ? far.id : site.id, communeCode, ...more })
  const open = lot('93048', { material: 'door', title: 'Portes' })
  openId = open.id
  const later = { publicFrom: addDays(isoDayOf(nowMs()), 5), title: 'Pas encore' }
  const lots = [open, lot('93048'), lot('93048', later), lot('92002'), lot('92002', { status: 'paused' })]
  const place = { proposedByOrganisationId: organisationId, proposedByUserId: actors.giver.userId }
  const places = [
    makePlace({ ...place, name: 'Halle', lat: 48.864, lon: 2.444 }),
    makePlace({ ...place, name: 'Cachée', state: 'proposed', checkedOn: null }),
  ]
  await withTx((tx) => insertRows(tx, { sites: [site, far], lots, places }))
  noteRawWrites(setup.database)
})
afterAll(() => setup.cleanup())

const ALL = 'bbox=2,48.5,3,49.2&zoom=13'

async function markersOf(
  query: string,
  actor: Actor | null = null,
  load: typeof data = data,
): Promise<MapMarker[]> {
  const reply = await load(argsOf(await requestAs(actor, `/lots/carte.json?${query}`)))
  return ((await reply.json()) as { markers: MapMarker[] }).markers
}
const counts = (markers: readonly MapMarker[]) =>
  Object.fromEntries(markers.map(({ names, count }) => [names.join('+'), count]))

describe('the markers of lots', () => {
  it('count what the viewer sees, at the point of the commune and never nearer', async () => {
    const markers = await markersOf(ALL)
    expect(counts(markers)).toEqual({ Montreuil: 2, Antony: 1 })
    const text = JSON.stringify(markers)
    expect(text).not.toContain('48.8601')
    expect(text).not.toContain(ADDRESS)
    expect(counts(await markersOf(ALL, actors.giver))).toEqual({ Montreuil: 3, Antony: 1 })
    expect(counts(await markersOf(ALL, actors.admin))).toEqual({ Montreuil: 3, Antony: 1 })
  })

  it('follow the filters of the list, and the viewport', async () => {
    expect(counts(await markersOf(`${ALL}&materiau=door`))).toEqual({ Montreuil: 1 })
    expect(counts(await markersOf(`${ALL}&commune=92002&rayon=5`))).toEqual({ Antony: 1 })
    expect(counts(await markersOf('bbox=2.4,48.8,2.5,48.9&zoom=13'))).toEqual({ Montreuil: 2 })
    expect(counts(await markersOf('bbox=2,48.5,3,49.2&zoom=6'))).toEqual({ 'Montreuil+Antony': 3 })
  })

  it('lead to the same page around their commune, or open when they are several', async () => {
    const [one] = await markersOf(`${ALL}&materiau=door`)
    expect(one?.to).toBe('/lots/carte?materiau=door&commune=93048')
    const [group] = await markersOf('bbox=2,48.5,3,49.2&zoom=6')
    expect(group?.to).toBeNull()
    expect(group?.bounds[1]).toBeLessThan(group?.bounds[3] ?? 0)
  })

  it('follow changes at once', async () => {
    expect(counts(await markersOf(ALL)).Montreuil).toBe(2)
    await changeLotStatus({ actor: actors.giver, lotId: openId, status: 'paused' })
    expect(counts(await markersOf(ALL)).Montreuil).toBe(1)
    await changeLotStatus({ actor: actors.giver, lotId: openId, status: 'published' })
    expect(counts(await markersOf(ALL)).Montreuil).toBe(2)
  })

  it.each(['', 'bbox=1,2,3&zoom=4', 'bbox=2,48,3,49&zoom=x'])('answer 400 to «%s»', async (query) => {
    const reply = await data(argsOf(await requestAs(null, `/lots/carte.json?${query}`)))
    expect(reply.status).toBe(400)
    expect(await reply.json()).toMatchObject({ error: expect.stringContaining('bbox') as string })
  })
})

it('shows the published directory where it is asked for', async () => {
  expect((await markersOf(ALL)).map(({ layer }) => layer)).not.toContain('places')
  const markers = await markersOf(`${ALL}&annuaire=oui`)
  expect(markers.filter(({ layer }) => layer === 'places').map(({ names }) => names)).toEqual([['Halle']])
  const own = await markersOf(`${ALL}&nature=haulier`, null, placeData)
  expect(own).toEqual([])
})

it('says without a map what the map says: the same counts by commune, and the list', async () => {
  const loaded = await answerOf(page(argsOf(await requestAs(null, '/lots/carte?materiau=door'))))
  expect(loaded).toMatchObject({ total: 1, lots: [{ title: 'Portes', communeName: 'Montreuil' }] })
  const { communes } = loaded as { communes: { name: string; count: number }[] }
  expect(communes.filter(({ count }) => count > 0)).toMatchObject([{ name: 'Montreuil', count: 1 }])
  expect(JSON.stringify(loaded)).not.toContain(ADDRESS)
})

describe('the ground', () => {
  const square = [[[2, 48], [3, 48], [3, 49], [2, 48]]] // prettier-ignore
  const fileOf = (code: string) =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', properties: { code }, geometry: { type: 'Polygon', coordinates: square } },
      ],
    })

  it('is plain before an import, and nothing is served', async () => {
    expect(await mapGround()).toEqual({ outlines: null, bases: [] })
    expect(((await answerOf(outlines())) as Response).status).toBe(404)
  })

  it('has the outlines that were imported, with their source; a bad file leaves them', async () => {
    const done = await importOutlines({ text: fileOf('93048'), source: 'IGN, essai' })
    expect(done).toMatchObject({ communes: 1, foreign: 0 })
    expect(done.missing).toHaveLength(129)
    const { outlines: imported } = await mapGround()
    expect(imported).toMatchObject({ source: 'IGN, essai' })
    await expect(importOutlines({ text: fileOf('13055'), source: '' })).rejects.toThrow('no commune')
    await expect(importOutlines({ text: '{', source: '' })).rejects.toThrow('not JSON')
    const served = (await answerOf(outlines())) as Response
    expect(await served.json()).toMatchObject({ features: [{ properties: { code: '93048' } }] })
    expect(await mapGround()).toMatchObject({ outlines: imported })
  })

  it('has the base layers of the configuration', async () => {
    const before = env()
    const raster = { name: 'Plan', url: 'https://tuiles.example/{z}/{x}/{y}.png', attribution: 'Essai' }
    setEnv({ ...before, mapBases: { rasters: [raster], pmtiles: { name: 'Disque', attribution: '' } } })
    expect((await mapGround()).bases).toEqual([
      { kind: 'raster', ...raster },
      { kind: 'pmtiles', name: 'Disque', attribution: '', url: '/fonds/carte.pmtiles' },
    ])
    setEnv(before)
  })
})

const SHARED = path.resolve('../shared/geo/mgp-communes.topojson')
it.skipIf(!fs.existsSync(SHARED))('takes the outlines of all 130 communes from a real topology', async () => {
  const done = await importOutlines({ text: fs.readFileSync(SHARED, 'utf8'), source: 'IGN' })
  expect(done).toMatchObject({ communes: 130, missing: [], foreign: 0 })
})
