import { argsOf, requestAs } from '~tests/support/requests'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import { findCommune } from '~/features/communes/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { env, setEnv } from '~/platform/env.server'
import { loader as atom } from '~/routes/lots-atom/route'
import { loader as geojson } from '~/routes/lots-geojson/route'
import { loader as ics } from '~/routes/lots-ics/route'
import { loader as rss } from '~/routes/lots-rss/route'
import { changesLot, offersLot, workIsDone } from '~tests/support/alert-market'
import { createActor } from '~tests/support/actors'
import { makeSite, noteAll, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

const FEEDS = { atom, rss, geojson, ics }
type Format = keyof typeof FEEDS
const HOSTILE = 'Portes <script>alert(1)</script> & "vitrées" ]]>'

let open: TestDatabase
let giver: Actor
let now = Date.parse(`${TODAY}T12:00:00Z`)
let doorId = ''
let brickId = ''

beforeAll(async () => {
  setClock({ now: () => now })
  open = await openTestDatabase()
  setEnv({ ...env(), publicUrl: 'https://gisement.test' })
  giver = await createActor('giver')
  const siteId = await makeSite(giver, { communeCode: '93048' })
  open.writer.prepare('update sites set address = ? where id = ?').run('4 rue du Secret', siteId)
  doorId = await offersLot(giver, siteId, { title: HOSTILE, access: 'Code 4321', unitPriceCents: 1250 })
  brickId = await offersLot(giver, siteId, { title: 'Briques', material: 'brick', communeCode: '94028' })
  const stages = { territory: 'commune', territoryCode: '93048', territoryFrom: TODAY } as const
  await offersLot(giver, siteId, { title: 'Portes réservées', ...stages, publicFrom: addDays(TODAY, 5) })
  noteAll(open)
})
afterAll(() => {
  setClock()
  open.remove()
})

async function get(
  format: Format,
  query = '',
  headers: Record<string, string> = {},
  actor: Actor | null = null,
) {
  const request = await requestAs(actor, `/lots.${format}${query}`)
  for (const [name, value] of Object.entries(headers)) request.headers.set(name, value)
  return FEEDS[format](argsOf(request))
}

const text = async (format: Format, query?: string) => (await get(format, query)).text()

it('is what every visitor sees, whoever asks: no lot of an earlier stage, no address', async () => {
  for (const format of Object.keys(FEEDS) as Format[]) {
    const body = await (await get(format, '', {}, giver)).text()
    expect(body, format).toContain(brickId)
    expect(body, format).not.toMatch(/réservées|Secret|4321/)
  }
})

it('takes the filters of the page', async () => {
  for (const format of Object.keys(FEEDS) as Format[]) {
    const body = await text(format, '?materiau=brick&commune=94028&rayon=5')
    expect(body, format).toContain(brickId)
    expect(body, format).not.toContain(doorId)
  }
})

it('writes Atom that holds hostile titles as text, with its links, dates and points', async () => {
  const answer = await get('atom', '?materiau=door')
  expect(answer.headers.get('Content-Type')).toBe('application/atom+xml; charset=utf-8')
  const body = await answer.text()
  expect(body).toContain(
    '<title>Portes &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;vitrées&quot; ]]&gt;</title>',
  )
  expect(body).toContain(`<id>urn:uuid:${doorId}</id>`)
  expect(body).toContain(`href="https://gisement.test/lots/${doorId}"`)
  expect(body).toContain('rel="self" href="https://gisement.test/lots.atom?materiau=door"')
  expect(body).toContain('rel="alternate" href="https://gisement.test/lots?materiau=door"')
  const commune = (await findCommune('93048'))!
  expect(body).toContain(`<georss:point>${commune.lat} ${commune.lon}</georss:point>`)
  expect(body).toMatch(/<updated>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ<\/updated>/)
})

it('ASVS 1.1.2: keeps a title as it was typed, and encodes it once for each form', async () => {
  const typed = 'Portes <script>alert(1)</script> & "vitrées" ]]>'
  expect(open.writer.prepare('select title from lots where id = ?').pluck().get(doorId)).toBe(typed)
  const xml = 'Portes &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;vitrées&quot; ]]&gt;'
  for (const format of ['atom', 'rss'] as const) {
    expect(await text(format, '?materiau=door'), format).toContain(`<title>${xml}</title>`)
    expect(await text(format, '?materiau=door'), format).not.toContain('&amp;lt;')
  }
  const map = JSON.parse(await text('geojson', '?materiau=door')) as {
    features: { properties: { title: string } }[]
  }
  expect(map.features[0]!.properties.title).toBe(typed)
})

it('writes RSS that holds the same', async () => {
  const body = await text('rss', '?materiau=door')
  expect(body).toContain('<rss version="2.0"')
  expect(body).toContain(`<guid isPermaLink="false">urn:uuid:${doorId}</guid>`)
  expect(body).not.toContain('<script>')
  expect(body.match(/<item>/g)).toHaveLength(1)
})

it('places lots at the point of their town in GeoJSON', async () => {
  const answer = await get('geojson')
  expect(answer.headers.get('Content-Type')).toBe('application/geo+json; charset=utf-8')
  const map = (await answer.json()) as {
    type: string
    numberMatched: number
    features: { id: string; geometry: { coordinates: number[] }; properties: Record<string, unknown> }[]
  }
  expect(map).toMatchObject({ type: 'FeatureCollection', numberMatched: 2 })
  const commune = (await findCommune('94028'))!
  expect(map.features.find(({ id }) => id === brickId)).toMatchObject({
    geometry: { type: 'Point', coordinates: [commune.lon, commune.lat] },
    properties: { title: 'Briques', quantity: 12, unit: 'u', commune: commune.name },
  })
})

it('gives the last day of each lot as a calendar', async () => {
  const lines = (await text('ics', '?materiau=brick')).split('\r\n')
  expect(lines).toContain(`UID:lot-${brickId}@gisement`)
  expect(lines).toContain(`DTSTART;VALUE=DATE:${addDays(TODAY, 89).replaceAll('-', '')}`)
  expect(lines).toContain(`DTEND;VALUE=DATE:${addDays(TODAY, 90).replaceAll('-', '')}`)
  expect(lines).toContain('TRANSP:TRANSPARENT')
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1)
})

it('answers 304 while nothing changed, by tag or by date, the tag first', async () => {
  for (const format of Object.keys(FEEDS) as Format[]) {
    const { headers } = await get(format)
    const [tag, date] = [headers.get('ETag')!, headers.get('Last-Modified')!]
    const held = await get(format, '', { 'If-None-Match': `"other", ${tag.replace('W/', '')}` })
    expect(held.status, format).toBe(304)
    expect(await held.text()).toBe('')
    expect((await get(format, '', { 'If-Modified-Since': date })).status, format).toBe(304)
    const both = { 'If-None-Match': '"other"', 'If-Modified-Since': date }
    expect((await get(format, '', both)).status, format).toBe(200)
  }
})

it('changes its date when a lot changes or leaves, and at midnight, when stages and last days pass', async () => {
  const date = (await get('atom')).headers.get('Last-Modified')!
  const isHeld = async () => (await get('atom', '', { 'If-Modified-Since': date })).status === 304
  expect(await isHeld()).toBe(true)
  now += 60_000
  open.writer.prepare("update lots set status = 'withdrawn' where id = ?").run(brickId)
  open.writer.prepare("insert into changes (entity, entity_id, at_ms) values ('lot', ?, ?)").run(brickId, now)
  expect(await isHeld()).toBe(false)
  open.writer.prepare("update lots set status = 'published' where id = ?").run(brickId)
  await changesLot(brickId)
  await workIsDone()
  const evening = (await get('atom')).headers.get('Last-Modified')!
  now = Date.parse(`${addDays(TODAY, 5)}T00:30:00+02:00`)
  const morning = await get('atom', '', { 'If-Modified-Since': evening })
  expect(morning.status).toBe(200)
  expect(await morning.text()).toContain('Portes réservées')
})

it('changes its date when the words of searches change', async () => {
  const date = (await get('atom', '?q=porte')).headers.get('Last-Modified')!
  now += 60_000
  open.writer.prepare("insert into changes (entity, entity_id, at_ms) values ('vocabulary', 'x', ?)").run(now)
  expect((await get('atom', '?q=porte', { 'If-Modified-Since': date })).status).toBe(200)
})

it('holds no way to reach a person that was typed into a title', async () => {
  const siteId = await makeSite(giver)
  const title = 'Gravats, appeler le 06 12 34 56 78 ou gravats@exemple.fr'
  await offersLot(giver, siteId, { material: 'concrete', title })
  for (const format of Object.keys(FEEDS) as Format[]) {
    const body = (await text(format, '?materiau=concrete')).replaceAll('\r\n ', '')
    expect(body, format).toContain('Gravats')
    expect(body, format).not.toMatch(/06 12|exemple\.fr/)
  }
})

it('tells of what says all of a text, newest first unless another order is asked', async () => {
  const siteId = await makeSite(giver)
  const [soon, late] = [addDays(TODAY, 20), addDays(TODAY, 60)]
  const made = async (title: string, ageMs: number, availableUntil: string) =>
    offersLot(giver, siteId, { title, publishedAtMs: now - ageMs, availableUntil })
  const older = await made('Parquet chêne', 3000, soon)
  await made('Parquet pin', 2000, soon)
  const newer = await made('Lot de lames : parquet en chêne pour un grand bureau', 1000, late)
  const order = async (query: string) => {
    const { features } = (await (await get('geojson', query)).json()) as { features: { id: string }[] }
    return features.map(({ id }) => id)
  }
  expect(await order('?q=parquet+chêne')).toEqual([newer, older])
  expect(await order('?q=parquet+chêne&tri=pertinence')).toEqual([newer, older])
  expect(await order('?q=parquet+chêne&tri=depart')).toEqual([older, newer])
  const counted = (await (await get('geojson', '?q=parquet+chêne')).json()) as { numberMatched: number }
  expect(counted.numberMatched).toBe(2)
})

it('is paged, with links from page to page', async () => {
  const siteId = await makeSite(giver)
  for (let made = 0; made < 55; made++)
    await offersLot(giver, siteId, { material: 'structural-steel', title: `Poutre ${made}` })
  const first = await text('atom', '?materiau=structural-steel')
  expect(first.match(/<entry>/g)).toHaveLength(50)
  const next = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&')
  expect(next).toBe('https://gisement.test/lots.atom?materiau=structural-steel&page=2')
  const second = await text('atom', new URL(next!).search)
  expect(second.match(/<entry>/g)).toHaveLength(5)
  expect(second).toContain('rel="previous" href="https://gisement.test/lots.atom?materiau=structural-steel"')
  expect(second).not.toContain('rel="next"')
})

it.each(['?q=%00%FF&rayon=x', '?commune=99999', '?page=-1', '?attr.width=<>'])(
  'reads any address: %s',
  async (query) => {
    for (const format of Object.keys(FEEDS) as Format[]) expect((await get(format, query)).status).toBe(200)
  },
)
