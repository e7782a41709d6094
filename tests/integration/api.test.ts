import { Ajv2020 } from 'ajv/dist/2020'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { addDays, isIsoDay } from '~/core/days'
import { newId } from '~/core/ids'
import { searchLots } from '~/features/lots/queries.server'
import { filtersOf, readSearch } from '~/features/lots/search.server'
import { lotSearchFields } from '~/features/lots/schema'
import { bodyOf, SENT_EVENTS } from '~/features/webhooks/payload-schema'
import { ENDPOINTS } from '~/http/api/endpoints.server'
import { lotsQuery, PAGE_NAMES } from '~/http/api/query'
import { env, setEnv } from '~/platform/env.server'
import { withTx } from '~/platform/transaction.server'
import { makeLot } from '~db/seed/factories/lot'
import { insertRows } from '~db/seed/factories/rows'
import { makeSite } from '~db/seed/factories/site'
import { createActor } from '~tests/support/actors'
import { askApi as ask, type ApiReply } from '~tests/support/ask-api'
import type { TestSetup } from '~tests/support/database'
import { setupDemo } from '~tests/support/demo'
import { openWebhooks } from '~tests/support/webhook-receiver'
import type { Actor } from '~/features/organisations/model/permissions'

const TODAY = '2026-11-23'
let setup: TestSetup
let giver: Actor
let clock = 0

beforeAll(async () => {
  setup = await setupDemo(TODAY)
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

/** What the formats of the description hold texts to. */
const FORMATS = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  date: (text: string) => isIsoDay(text),
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
  uri: (text: string) => URL.canParse(text),
}

/** Checks answers against the description alone, with a validator that shares no code with what wrote them. */
async function validator() {
  const described = await description()
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  for (const [name, format] of Object.entries(FORMATS)) ajv.addFormat(name, format)
  ajv.addSchema({ $id: 'all', components: described.components })
  return (path: string, reply: ApiReply) => {
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

  it('tells what webhooks carry, once the operator has opened them, as the product writes it', async () => {
    type Told = { post: { requestBody: { content: { 'application/json': { schema: Schema } } } } }
    type WithWebhooks = { webhooks?: Record<string, Told> }
    const told = async () => ((await description()) as unknown as WithWebhooks).webhooks
    expect(await told()).toBeUndefined()
    const before = env()
    openWebhooks(['recepteur.example'])
    const events = (await told().finally(() => setEnv(before)))!
    expect(Object.keys(events).sort()).toEqual([...SENT_EVENTS].sort())
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    for (const [name, format] of Object.entries(FORMATS)) ajv.addFormat(name, format)
    const check = ajv.compile(events['webhook.test']!.post.requestBody.content['application/json'].schema)
    const body = JSON.parse(bodyOf('webhook.test', 0, { webhook_id: newId() })) as Schema
    expect(check(body) ? [] : check.errors).toEqual([])
    expect(check({ ...body, more: 1 })).toBe(false)
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

  it('ASVS 15.3.1: describes every answer: each address, and each kind of refusal', async () => {
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
    ['q=parquet', 'q=parquet&tri=recents'],
    ['material=wood-floor', 'materiau=wood-floor'],
    ['commune=93048', 'commune=93048'],
    ['commune=93048&radius_km=10', 'commune=93048&rayon=10'],
    ['from=2026-12-01&until=2026-12-20', 'du=2026-12-01&au=2026-12-20'],
    ['quantity=10&unit=m2', 'quantite=10&unite=m2'],
    ['min_condition=4', 'etat=4'],
    ['gift=true', 'don=oui'],
    ['gift=false', ''],
    ['family=fit-out', 'famille=fit-out'],
    ['available_now=true', 'dispo=oui'],
    ['max_price=12.5', 'prix=12,50'],
    ['trip=van', 'trajet=van'],
    ['hazards=health', 'dangers=health'],
    ['hazards=any&trip=truck', 'dangers=any&trajet=truck'],
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

  it.each(['family=fit-out', 'available_now=true', 'max_price=12.5', 'trip=van', 'hazards=any'])(
    '%s leaves lots out',
    async (asked) => {
      const idsOf = (reply: ApiReply) => reply.body.data.map(({ id }) => id)
      const some = idsOf(await ask(`/lots?limit=100&${asked}`))
      expect(some.length).toBeGreaterThan(0)
      expect(some).not.toEqual(idsOf(await ask('/lots?limit=100')))
    },
  )

  it('are all those of the search page, its orders aside', () => {
    const reached = Object.entries(PAGE_NAMES).flatMap(([name, page]) =>
      name in lotsQuery.shape ? [page] : [],
    )
    const asked = Object.keys(lotSearchFields).filter((name) => name !== 'tri')
    expect(reached).toEqual(expect.arrayContaining(asked))
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
    ['/lots?max_price=-1', ['max_price']],
    ['/lots?max_price=1.234', ['max_price']],
    ['/lots?trip=bike', ['trip']],
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
