import { afterAll, beforeAll, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import type { Actor } from '~/features/organisations/model/permissions'
import { changeNeedStatus } from '~/features/needs/commands/change-need-status.server'
import { env, setEnv } from '~/platform/env.server'
import { withTx } from '~/platform/transaction.server'
import { loader as suggestions } from '~/routes/need-suggestions/route'
import { loader as page, meta } from '~/routes/needs/route'
import { loader as atom } from '~/routes/needs-atom/route'
import { loader as geojson } from '~/routes/needs-geojson/route'
import { loader as rss } from '~/routes/needs-rss/route'
import { makeNeed, type NeedRow } from '~db/seed/factories/need'
import { insertRows } from '~db/seed/factories/rows'
import { createActor } from '~tests/support/actors'
import { noteRawWrites, setupDatabase, type TestSetup } from '~tests/support/database'
import { answerOf, argsOf, requestAs } from '~tests/support/requests'

const TODAY = '2026-09-15'
const FEEDS = { atom, rss, geojson }
type Format = keyof typeof FEEDS
const FORMATS = Object.keys(FEEDS) as Format[]
const HOSTILE = 'Portes <script>alert(1)</script> & "vitrées" ]]>, appeler le 06 12 34 56 78'

let setup: TestSetup
let taker: Actor
let doors: NeedRow
let bricks: NeedRow

async function addNeed(title: string, need: Partial<NeedRow> = {}): Promise<NeedRow> {
  const row = makeNeed({ organisationId: taker.organisationId, communeCode: '93048', title, ...need })
  await withTx((tx) => insertRows(tx, { needs: [row] }))
  return row
}

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  setup = await setupDatabase()
  setEnv({ ...env(), publicUrl: 'https://gisement.test' })
  taker = await createActor('taker')
  doors = await addNeed(HOSTILE, { material: 'door' })
  bricks = await addNeed('Briques pleines', { material: 'brick', communeCode: '94028' })
  await addNeed('Portes prises', { material: 'door', status: 'closed' })
  noteRawWrites(setup.database)
})
afterAll(() => {
  setClock()
  setup.cleanup()
})

async function get(format: Format, query = '', headers: Record<string, string> = {}): Promise<Response> {
  const request = await requestAs(null, `/besoins.${format}${query}`)
  for (const [name, value] of Object.entries(headers)) request.headers.set(name, value)
  return FEEDS[format](argsOf(request))
}

it('is what the page of needs shows, and its search', async () => {
  for (const format of FORMATS) {
    const all = await (await get(format)).text()
    expect(all, format).toContain(bricks.id)
    expect(all, format).toContain(doors.id)
    expect(all, format).not.toContain('Portes prises')
    const some = await (await get(format, '?materiau=brick')).text()
    expect(some, format).toContain(`https://gisement.test/besoins/${bricks.id}`)
    expect(some, format).not.toContain(doors.id)
  }
})

it('holds neither markup nor a way to reach a person', async () => {
  for (const format of FORMATS) {
    const body = await (await get(format, '?materiau=door')).text()
    expect(body, format).not.toMatch(/06 12/)
    if (format !== 'geojson') expect(body, format).not.toContain('<script>')
  }
})

it('places each need at the point of its town, and says what is wanted', async () => {
  const { features } = (await (await get('geojson', '?materiau=brick')).json()) as {
    features: { geometry: { coordinates: number[] }; properties: Record<string, unknown> }[]
  }
  expect(features).toHaveLength(1)
  expect(features[0]?.geometry.coordinates[0]).toBeCloseTo(2.47, 1)
  expect(features[0]?.properties).toMatchObject({
    quantity: bricks.openMilli / 1000,
    unit: bricks.unit,
    neededUntil: bricks.neededUntil,
  })
})

it('is not sent again while nothing has changed', async () => {
  const first = await get('atom')
  const tag = first.headers.get('ETag') ?? ''
  expect(tag).not.toBe('')
  expect((await get('atom', '', { 'If-None-Match': tag })).status).toBe(304)
  await changeNeedStatus({ actor: taker, needId: bricks.id, status: 'paused' })
  expect((await get('atom', '', { 'If-None-Match': tag })).status).toBe(200)
  await changeNeedStatus({ actor: taker, needId: bricks.id, status: 'open' })
})

it.each(['?q=%00%FF&rayon=x', '?commune=99999', '?page=-1'])('reads any address: %s', async (query) => {
  for (const format of FORMATS) expect((await get(format, query)).status).toBe(200)
})

it('is named in the head of the page, for programs that look for it', async () => {
  const data = await answerOf(page(argsOf(await requestAs(null, '/besoins?materiau=door'))))
  const told = meta({ data, matches: [] } as unknown as Parameters<typeof meta>[0])
  expect(told).toContainEqual({
    tagName: 'link',
    rel: 'alternate',
    type: 'application/atom+xml',
    href: '/besoins.atom?materiau=door',
  })
})

it('suggests what the text may become, with the needs that it finds', async () => {
  const ask = async (query: string) => {
    const answer = (await answerOf(
      suggestions(argsOf(await requestAs(null, `/besoins/suggestions${query}`))),
    )) as Response
    return (await answer.json()) as { suggestions: { text: string; count: number }[] }
  }
  expect((await ask('?q=bri')).suggestions).toContainEqual({ text: 'brique', count: 1 })
  expect(await ask('?q=b')).toEqual({ suggestions: [] })
  expect(await ask(`?q=${'%F0%9F%92%A5'.repeat(60)}`)).toEqual({ suggestions: [] })
})
