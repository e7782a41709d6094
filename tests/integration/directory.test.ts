import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { decidePlace } from '~/features/directory/commands/decide-place.server'
import { editPlace } from '~/features/directory/commands/edit-place.server'
import { proposePlace } from '~/features/directory/commands/propose-place.server'
import { MOST_WAITING } from '~/features/directory/model/limits'
import { handlingNear } from '~/features/directory/nearby.server'
import { findPlace, listPublishedPlaces } from '~/features/directory/queries.server'
import { editPlaceSchema, proposePlaceSchema } from '~/features/directory/schema'
import type { Actor } from '~/features/organisations/model/permissions'
import { runOnce } from '~/jobs/worker.server'
import { loader as adminLoader } from '~/routes/admin-place/route'
import { loader as csvLoader } from '~/routes/places-csv/route'
import { loader as geoJsonLoader } from '~/routes/places-geojson/route'
import { loader as pageLoader } from '~/routes/place/route'
import { action as newAction } from '~/routes/place-new/route'
import { createActor, createActors, type ActorKind } from '~tests/support/actors'
import { setupDatabase, type TestSetup } from '~tests/support/database'

let setup: TestSetup
let actors: Record<ActorKind, Actor>
let now = Date.parse('2026-09-15T08:00:00Z')

beforeAll(async () => {
  setup = await setupDatabase()
  setClock({ now: () => now })
  actors = await createActors()
})
afterAll(() => {
  setClock()
  setup.cleanup()
})

const HALL = {
  kind: 'storage',
  name: 'Halle des Trois Ponts',
  communeCode: '93048',
  lat: '48,86449',
  lon: '2,44351',
  services: ['storage'],
  website: 'halle.example',
  phone: '01 99 00 12 34',
}

async function proposes(actor: Actor, more: Record<string, unknown> = {}) {
  const answers = proposePlaceSchema.parse({ id: newId(), ...HALL, ...more })
  return { id: answers.id, result: await proposePlace({ actor, ...answers }) }
}

const eventsOf = (id: string) =>
  setup.database.writer
    .prepare("select kind from events where entity = 'place' and entity_id = ? order by rowid")
    .pluck()
    .all(id)

async function statusFor(actor: Actor | null, id: string): Promise<number> {
  const request = await requestAs(actor, `/annuaire/${id}`)
  const answer = await answerOf(pageLoader(argsOf(request, { placeId: id })))
  return answer instanceof Response ? answer.status : 200
}

async function mails(): Promise<string> {
  while (await runOnce('directory-test'));
  const folder = path.join(setup.dir, 'mail')
  if (!fs.existsSync(folder)) return ''
  return fs
    .readdirSync(folder)
    .map((file) => fs.readFileSync(path.join(folder, file), 'utf8').replace(/=\r\n/g, ''))
    .join('\n')
}

describe('an entry', () => {
  it('is public once the Métropole has checked it, and its proposer is told', async () => {
    const { id } = await proposes(actors.giver)
    expect((await listPublishedPlaces()).map((place) => place.id)).not.toContain(id)
    expect(await statusFor(null, id)).toBe(404)
    expect(await statusFor(actors.taker, id)).toBe(404)
    expect(await statusFor(actors.giver, id)).toBe(200)
    expect(await statusFor(actors.admin, id)).toBe(200)
    expect(await decidePlace({ actor: actors.giver, placeId: id, decision: 'publish' })).toMatchObject({
      error: { code: 'forbidden' },
    })
    expect((await decidePlace({ actor: actors.admin, placeId: id, decision: 'publish' })).ok).toBe(true)
    expect(await statusFor(null, id)).toBe(200)
    expect(await findPlace(id)).toMatchObject({
      state: 'published',
      checkedOn: '2026-09-15',
      position: { lat: 48.864, lon: 2.444 },
      website: 'https://halle.example',
      phone: '0199001234',
    })
    expect(eventsOf(id)).toEqual(['proposed', 'published'])
    const sent = await mails()
    expect(sent).toContain(actors.giver.email)
    expect(sent).toContain(`/annuaire/${id}`)
  })

  it('is published at once when the Métropole enters it, without a mail to itself', async () => {
    const before = await mails()
    const { id } = await proposes(actors.admin, { name: 'Cour Neuve' })
    expect(await findPlace(id)).toMatchObject({ state: 'published', checkedOn: '2026-09-15' })
    expect(await mails()).toBe(before)
  })

  it('is stored once when it is sent twice, and not under an id of someone else', async () => {
    const id = newId()
    await Promise.all([proposes(actors.giver, { id }), proposes(actors.giver, { id })])
    expect(eventsOf(id)).toEqual(['proposed'])
    expect((await proposes(actors.taker, { id })).result).toMatchObject({ error: { code: 'not-found' } })
  })

  it('that is refused says why to its proposer alone, who corrects it and sends it again', async () => {
    const { id } = await proposes(actors.agent)
    const reason = 'L’adresse est celle d’un logement.'
    await decidePlace({ actor: actors.admin, placeId: id, decision: 'refuse', reason })
    expect(await statusFor(null, id)).toBe(404)
    expect(await findPlace(id)).toMatchObject({ state: 'refused', reason })
    const answers = editPlaceSchema.parse({ ...HALL, address: '2 rue du Port' })
    const foreign = await editPlace({ actor: actors.giver, placeId: id, ...answers })
    expect(foreign).toMatchObject({ error: { code: 'not-found' } })
    expect((await editPlace({ actor: actors.agent, placeId: id, ...answers })).ok).toBe(true)
    expect(await findPlace(id)).toMatchObject({ state: 'proposed', reason: '', address: '2 rue du Port' })
    expect(eventsOf(id)).toEqual(['proposed', 'refused', 'proposed'])
  })

  it('that is published is changed by the Métropole alone', async () => {
    const { id } = await proposes(actors.giver)
    await decidePlace({ actor: actors.admin, placeId: id, decision: 'publish' })
    const answers = editPlaceSchema.parse({ ...HALL, name: 'Halle neuve' })
    expect(await editPlace({ actor: actors.giver, placeId: id, ...answers })).toMatchObject({
      error: { code: 'place-checked' },
    })
    expect((await editPlace({ actor: actors.admin, placeId: id, ...answers })).ok).toBe(true)
    expect(await findPlace(id)).toMatchObject({ name: 'Halle neuve', state: 'published' })
  })

  it('asks for another check after a year, and gets one', async () => {
    const { id } = await proposes(actors.admin, { name: 'Halle ancienne' })
    now += 366 * 86_400_000
    const page = async () => {
      const request = await requestAs(actors.admin, `/administration/annuaire/${id}`)
      return (await adminLoader(argsOf(request, { id }))).state
    }
    expect(await page()).toBe('a-revoir')
    expect(await statusFor(null, id)).toBe(200)
    expect((await decidePlace({ actor: actors.admin, placeId: id, decision: 'recheck' })).ok).toBe(true)
    expect(await page()).toBe('publie')
    const again = await decidePlace({ actor: actors.admin, placeId: id, decision: 'publish' })
    expect(again).toMatchObject({ error: { code: 'conflict' } })
  })
})

describe('what cannot be', () => {
  it.each([
    ['a commune outside the Métropole', { communeCode: '13055' }, 'invalid'],
    ['a position outside', { lat: '45,75', lon: '4,85' }, 'outside-area'],
    ['a position far from its commune', { lat: '48,72', lon: '2,25' }, 'far-position'],
  ])('%s is refused and nothing is stored', async (_what, more, code) => {
    const { id, result } = await proposes(actors.giver, more)
    expect(result).toMatchObject({ error: { code } })
    expect(await findPlace(id)).toBeNull()
  })

  it('an address that is not confirmed proposes nothing', async () => {
    const { result } = await proposes({ ...actors.taker, isConfirmed: false })
    expect(result).toMatchObject({ error: { code: 'email-unconfirmed' } })
  })

  it('one organisation fills the Métropole’s desk no further than a limit', async () => {
    const actor = await createActor('taker')
    for (let round = 0; round < MOST_WAITING; round++) expect((await proposes(actor)).result.ok).toBe(true)
    expect((await proposes(actor)).result).toMatchObject({ error: { code: 'place-limit' } })
  })

  it.each([
    ['javascript:alert(1)', 'website'],
    ['http://localhost:3000/', 'website'],
  ])('a website such as %s is a fault at its field', (website, field) => {
    const parsed = proposePlaceSchema.safeParse({ id: newId(), ...HALL, website })
    expect(parsed.error?.issues.map(({ path: at }) => at[0])).toEqual([field])
  })

  it('a form without a name answers 400 in the reader’s language and stores nothing', async () => {
    const id = newId()
    const request = await requestAs(actors.giver, '/annuaire/proposer', { id, kind: 'storage', name: '' })
    const answer = (await answerOf(newAction(argsOf(request)))) as { init: { status: number } }
    expect(answer.init.status).toBe(400)
    expect(await findPlace(id)).toBeNull()
  })
})

it('names who can store a material near a commune, published entries alone', async () => {
  await proposes(actors.admin, { name: 'Briques de Montreuil', materials: ['brick'] })
  await proposes(await createActor('giver'), { name: 'Cachée' })
  const { storage, transport } = await handlingNear('93048', 'brick')
  expect(storage.length).toBeGreaterThan(0)
  expect(storage.map(({ name }) => name)).not.toContain('Cachée')
  expect(transport).toEqual([])
  const doors = await handlingNear('93048', 'door')
  expect(doors.storage.map(({ name }) => name)).not.toContain('Briques de Montreuil')
})

it('exports the same entries as CSV and GeoJSON, nothing of who proposed them', async () => {
  const query = '?q=briques+montreuil'
  const csv = await (await csvLoader(argsOf(await requestAs(null, `/annuaire.csv${query}`)))).text()
  expect(csv).toContain('Briques de Montreuil')
  expect(csv.trim().split('\r\n')).toHaveLength(2)
  const reply = await geoJsonLoader(argsOf(await requestAs(null, `/annuaire.geojson${query}`)))
  expect(reply.headers.get('Content-Type')).toContain('application/geo+json')
  const text = await reply.text()
  const [feature] = (JSON.parse(text) as { features: { geometry: { coordinates: number[] } }[] }).features
  expect(feature?.geometry.coordinates).toEqual([2.444, 48.864])
  expect(csv + text).not.toContain(actors.admin.organisationName)
})
