import { Ajv2020 } from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { nowMs, setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import { communesWithin } from '~/features/communes/model/nearby'
import { listCommunes } from '~/features/communes/queries.server'
import { searchLots } from '~/features/lots/queries.server'
import { filtersOf, readSearch } from '~/features/lots/search.server'
import { forgetRequests } from '~/features/open-data/commands/count-request.server'
import { REQUESTS_PER_WINDOW } from '~/features/open-data/model/limits'
import { answerApi } from '~/http/api/answer.server'
import { ENDPOINTS } from '~/http/api/endpoints.server'
import { withTx } from '~/platform/transaction.server'
import { makeLot } from '~db/seed/factories/lot'
import { insertRows } from '~db/seed/factories/rows'
import { makeSite } from '~db/seed/factories/site'
import { seedDemo } from '~db/seed/seed-demo'
import { createActor } from '~tests/support/actors'
import { setupDatabase, type TestSetup } from '~tests/support/database'
import type { Actor } from '~/features/organisations/model/permissions'

const TODAY = '2026-11-23'
let setup: TestSetup
let giver: Actor
let clock = 0

beforeAll(async () => {
  setup = await setupDatabase()
  await seedDemo({ baseDay: TODAY, pictures: 'none' })
  clock = Date.parse(`${TODAY}T10:00:00Z`)
  setClock({ now: () => clock })
  giver = await createActor('giver')
}, 120_000)
afterAll(() => {
  setClock()
  setup.cleanup()
})
// Each test in a minute of its own, so that none is counted against another.
beforeEach(() => {
  clock += 60_000
})

type Body = Record<string, unknown> & {
  data: Record<string, unknown>[]
  next_cursor: string | null
  errors: { parameter: string; detail: string }[]
}

async function ask(path: string, headers: Record<string, string> = {}, ip = '203.0.113.7') {
  const url = new URL(`http://localhost/api/v1${path}`)
  const below = url.pathname.replace('/api/v1', '').replace(/^\//, '')
  const reply = await answerApi(new Request(url, { headers }), below, ip)
  const text = await reply.text()
  return { status: reply.status, headers: reply.headers, body: (text ? JSON.parse(text) : null) as Body }
}

type Schema = Record<string, unknown>
type Description = {
  openapi: string
  paths: Record<string, { get: { parameters: { name: string; in: string }[]; responses: Responses } }>
  components: { schemas: Record<string, Schema> }
}
type Responses = Record<string, { content?: Record<string, { schema: Schema }> }>

async function description(): Promise<Description> {
  return (await ask('/openapi.json')).body as unknown as Description
}

/** Checks answers against the description alone, with a validator that shares no code with what wrote them. */
async function validator() {
  const described = await description()
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema({ $id: 'all', components: described.components })
  return (path: string, reply: Awaited<ReturnType<typeof ask>>) => {
    const responses = described.paths[path]?.get.responses[String(reply.status)]
    const [type, content] = Object.entries(responses?.content ?? {})[0] ?? []
    expect(reply.headers.get('Content-Type'), `${path} ${reply.status}`).toContain(type)
    const schema = JSON.parse(JSON.stringify(content!.schema).replaceAll('"#/', '"all#/')) as Schema
    const check = ajv.compile(schema)
    expect(check(reply.body) ? [] : check.errors, `${path} ${reply.status}`).toEqual([])
  }
}

describe('the description of the interface', () => {
  it('is OpenAPI 3.1 and lists each address with its parameters', async () => {
    const { openapi, paths } = await description()
    expect(openapi).toBe('3.1.0')
    expect(Object.keys(paths)).toEqual(ENDPOINTS.map(({ path }) => path))
    const names = paths['/lots']!.get.parameters.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['q', 'material', 'radius_km', 'attributes', 'cursor']))
  })

  it('says every field in the reader’s language, and nothing twice the same', async () => {
    const french = await ask('/openapi.json', { 'Accept-Language': 'fr' })
    const english = await ask('/openapi.json', { 'Accept-Language': 'en' })
    const texts = ({ body }: typeof french) => {
      const { schemas } = (body as unknown as Description).components
      const fields = Object.values(schemas.Lot!.properties as Record<string, { description?: string }>)
      return fields.map(({ description }) => description)
    }
    expect(texts(french)).not.toContain(undefined)
    expect(texts(english)).not.toEqual(texts(french))
    expect(english.headers.get('Content-Language')).toBe('en')
  })

  it('describes every answer: each address, and each kind of refusal', async () => {
    const check = await validator()
    const lots = await ask('/lots?limit=100')
    const needs = await ask('/needs?limit=100')
    check('/lots', lots)
    check('/needs', needs)
    expect(lots.body.data.length).toBeGreaterThan(20)
    expect(needs.body.data.length).toBeGreaterThan(5)
    check('/lots/{id}', await ask(`/lots/${lots.body.data[0]!.id as string}`))
    check('/needs/{id}', await ask(`/needs/${needs.body.data[0]!.id as string}`))
    check('/communes', await ask('/communes'))
    check('/communes/{code}', await ask('/communes/93048'))
    const figures = await ask('/communes/93048/figures?year=2026')
    check('/communes/{code}/figures', figures)
    check('/communes/{code}/figures', await ask('/communes/93048/figures'))
    for (const path of ['/materials', '/units', '/factors']) check(path, await ask(path))
    check('/lots', await ask('/lots?materiau=brick&limit=0'))
    check('/lots/{id}', await ask('/lots/00000000-0000-7000-8000-000000000000'))
    check('/communes/{code}', await ask('/communes/99999'))
  })
})

describe('filters', () => {
  const EXAMPLES = [
    ['q=parquet', 'q=parquet'],
    ['material=wood-floor', 'materiau=wood-floor'],
    ['commune=93048', 'commune=93048'],
    ['commune=93048&radius_km=10', 'commune=93048&rayon=10'],
    ['from=2026-12-01&until=2026-12-20', 'du=2026-12-01&au=2026-12-20'],
    ['quantity=10&unit=m2', 'quantite=10&unite=m2'],
    ['min_condition=4', 'etat=4'],
    ['gift=true', 'don=oui'],
    ['gift=false', ''],
    ['sort=leaving', 'tri=depart'],
    ['commune=93048&radius_km=15&sort=nearest', 'commune=93048&rayon=15&tri=proches'],
    [
      'material=door&attributes[leafWidth]=830&tolerances[leafWidth]=50',
      'materiau=door&largeur-vantail=830&largeur-vantail-tolerance=50',
    ],
  ] as const

  it.each(EXAMPLES)('%s finds what the page finds with %s, in the same order', async (asked, page) => {
    const { search, place } = await readSearch(new URLSearchParams(page))
    const found = await searchLots(filtersOf(search, place), { size: 100, number: 1 })
    const reply = await ask(`/lots?limit=100&${asked}`)
    expect(reply.body.data.map(({ id }) => id)).toEqual(found.lots.map(({ id }) => id))
  })

  it.each([
    ['/lots?materiau=brick', ['materiau']],
    ['/lots?material=gold', ['material']],
    ['/lots?limit=101', ['limit']],
    ['/lots?limit=ten', ['limit']],
    ['/lots?radius_km=5', ['commune']],
    ['/lots?sort=nearest', ['commune']],
    ['/lots?quantity=5', ['unit']],
    ['/lots?commune=75101', ['commune']],
    ['/lots?from=2026-02-30', ['from']],
    ['/lots?from=2026-12-20&until=2026-12-01', ['until']],
    ['/lots?gift=oui', ['gift']],
    ['/lots?q=a&q=b', ['q']],
    ['/lots?attributes[width]=5', ['material']],
    ['/lots?material=brick&attributes[nothing]=5', ['attributes[nothing]']],
    ['/lots?material=door&attributes[leafWidth]=wide', ['attributes[leafWidth]']],
    ['/lots?attributes=5', ['attributes']],
    ['/lots?cursor=!!', ['cursor']],
    ['/needs?gift=true', ['gift']],
    ['/materials?q=a', ['q']],
    ['/communes/93048/figures?year=20', ['year']],
  ])('%s is refused, and %j named', async (path, parameters) => {
    const { status, headers, body } = await ask(path, { 'Accept-Language': 'en' })
    expect(status).toBe(400)
    expect(headers.get('Content-Type')).toContain('application/problem+json')
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(body.errors.map(({ parameter }) => parameter)).toEqual(parameters)
    expect(body.title).toBe('Some parameters cannot be read')
  })

  it('says what is wrong in the reader’s language', async () => {
    const french = await ask('/lots?limit=0', { 'Accept-Language': 'fr' })
    const english = await ask('/lots?limit=0', { 'Accept-Language': 'en' })
    expect(french.body.errors[0]!.detail).not.toBe(english.body.errors[0]!.detail)
  })
})

describe('an address that answers nothing', () => {
  it.each(['/nothing', '/lots/a/b', '/lots/not-an-id', '/communes/1/figures'])('%s is 404', async (path) => {
    expect((await ask(path)).status).toBe(404)
  })

  it('tells a lot that has left from one that never was public', async () => {
    const { publicLot, hidden } = await oneOfEach()
    expect((await ask(`/lots/${publicLot}`)).status).toBe(200)
    expect((await ask(`/lots/${hidden}`)).status).toBe(404)
    setup.database.writer.prepare("update lots set status = 'withdrawn' where id = ?").run(publicLot)
    expect((await ask(`/lots/${publicLot}`)).status).toBe(410)
  })

  async function oneOfEach() {
    const site = makeSite({ organisationId: giver.organisationId, communeCode: '93048' })
    const at = { organisationId: giver.organisationId, siteId: site.id, communeCode: '93048' }
    const open = makeLot(at)
    const staged = makeLot({ ...at, publicFrom: addDays(TODAY, 5) })
    await withTx((tx) => insertRows(tx, { sites: [site], lots: [open, staged] }))
    return { publicLot: open.id, hidden: staged.id }
  }
})

describe('walking through pages', () => {
  const walks = fc.record({
    limit: fc.integer({ min: 4, max: 25 }),
    filters: fc.constantFrom(
      '',
      '&sort=leaving',
      '&commune=93048&radius_km=30&sort=nearest',
      '&material=brick',
    ),
    /** What happens between two pages: a lot comes, or the lot of this rank leaves. */
    events: fc.array(fc.oneof(fc.constant('come' as const), fc.nat({ max: 400 })), { maxLength: 12 }),
  })

  it('never repeats a row, nor skips one that did not change', async () => {
    await fc.assert(
      fc.asyncProperty(walks, async ({ limit, filters, events }) => {
        await addLots(20)
        const before = await idsOf(filters)
        const touched = new Set<string>()
        const seen: string[] = []
        let cursor: string | null = null
        const pending = [...events]
        do {
          clock += 60_000
          const next: string = cursor === null ? '' : `&cursor=${cursor}`
          const { status, body } = await ask(`/lots?limit=${limit}${filters}${next}`)
          expect(status).toBe(200)
          seen.push(...body.data.map(({ id }) => id as string))
          cursor = body.next_cursor
          const event = pending.shift()
          if (event === 'come') await addLots(1)
          else if (event !== undefined) {
            const id = before[event % before.length]!
            touched.add(id)
            setup.database.writer.prepare("update lots set status = 'withdrawn' where id = ?").run(id)
          }
        } while (cursor !== null)
        expect(new Set(seen).size).toBe(seen.length)
        const steady = before.filter((id) => !touched.has(id))
        const known = new Set(before)
        expect(seen.filter((id) => known.has(id) && !touched.has(id))).toEqual(steady)
      }),
      { numRuns: 10 },
    )
  })

  /** Some lots, several of one instant so that ties are walked too. */
  async function addLots(count: number): Promise<void> {
    const codes = ['93048', '93066', '75056', '94028']
    const made = Array.from({ length: count }, (_, index) => {
      const communeCode = codes[index % codes.length]!
      const site = makeSite({ organisationId: giver.organisationId, communeCode })
      const lot = makeLot({
        organisationId: giver.organisationId,
        siteId: site.id,
        communeCode,
        material: index % 2 === 0 ? 'brick' : 'wood-floor',
        publishedAtMs: nowMs() - (index % 3),
        availableUntil: addDays(TODAY, 10 + (index % 4)),
        publicFrom: TODAY,
      })
      return { site, lot }
    })
    await withTx((tx) =>
      insertRows(tx, { sites: made.map(({ site }) => site), lots: made.map(({ lot }) => lot) }),
    )
  }

  async function idsOf(filters: string): Promise<string[]> {
    const page = filters
      .replace('sort=leaving', 'tri=depart')
      .replace('radius_km', 'rayon')
      .replace('sort=nearest', 'tri=proches')
      .replace('material=', 'materiau=')
    const { search, place } = await readSearch(new URLSearchParams(page))
    const { lots } = await searchLots(filtersOf(search, place), { size: 10_000, number: 1 })
    return lots.map(({ id }) => id)
  }

  it('refuses the cursor of another query, and gives the next address', async () => {
    const { body, headers } = await ask('/lots?limit=1&q=parquet')
    const next = /<([^>]+)>; rel="next"/.exec(headers.get('Link') ?? '')?.[1]
    expect(new URL(next!).searchParams.get('cursor')).toBe(body.next_cursor)
    expect((await ask(`/lots?limit=2&q=parquet&cursor=${body.next_cursor}`)).status).toBe(200)
    expect((await ask(`/lots?limit=1&q=porte&cursor=${body.next_cursor}`)).status).toBe(400)
    expect((await ask(`/needs?cursor=${body.next_cursor}`)).status).toBe(400)
  })

  it('goes round the communes near a place, nearest first', async () => {
    const near = communesWithin(await listCommunes(), '93048', 10)
    const { body } = await ask('/lots?commune=93048&radius_km=10&sort=nearest&limit=100')
    const km = body.data.map(({ commune_code }) => near?.get(commune_code as string) ?? Infinity)
    expect(km.length).toBeGreaterThan(2)
    expect(km).toEqual([...km].sort((a, b) => a - b))
  })
})

describe('caches and limits', () => {
  it('answers 304 to whoever holds the state, on lists and on one row', async () => {
    const first = await ask('/communes/93048')
    const tag = first.headers.get('ETag')!
    expect((await ask('/communes/93048', { 'If-None-Match': tag })).status).toBe(304)
    expect((await ask('/communes/93066', { 'If-None-Match': tag })).status).toBe(200)
    expect(first.headers.get('Cache-Control')).toBe('public, max-age=60')
  })

  it('counts each network on its own, tells what is left, refuses beyond, and begins again', async () => {
    const from = (ip: string) => ask('/units', { 'Accept-Language': 'en' }, ip)
    const first = await from('2001:db8:1:2::1')
    expect(first.headers.get('RateLimit')).toBe(`"network";r=${REQUESTS_PER_WINDOW - 1};t=60`)
    expect(first.headers.get('RateLimit-Policy')).toBe(`"network";q=${REQUESTS_PER_WINDOW};w=60`)
    for (let sent = 1; sent < REQUESTS_PER_WINDOW; sent++) {
      expect((await from(`2001:db8:1:2::${sent}`)).status).toBe(200)
    }
    clock += 18_000
    const refused = await from('2001:db8:1:2::9')
    expect(refused.status).toBe(429)
    expect(refused.headers.get('Retry-After')).toBe('42')
    expect(refused.body.detail).toContain('Wait 42 s')
    expect((await from('2001:db8:1:3::1')).status).toBe(200)
    clock += 42_000
    expect((await from('2001:db8:1:2::9')).status).toBe(200)
  })

  it('keeps no address, and forgets windows that are over', async () => {
    await ask('/units', {}, '198.51.100.23')
    const rows = () => setup.database.writer.prepare('select * from api_windows').all()
    expect(JSON.stringify(rows())).not.toContain('198.51')
    expect(rows().length).toBeGreaterThan(0)
    clock += 2 * 3_600_000
    await forgetRequests()
    expect(rows()).toEqual([])
  })
})
