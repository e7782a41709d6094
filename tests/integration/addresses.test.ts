import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { argsOf, requestAs } from '~tests/support/requests'
import { setClock } from '~/core/clock'
import type { Actor } from '~/features/organisations/model/permissions'
import { findAddresses } from '~/features/communes/find-addresses.server'
import { env, setEnv } from '~/platform/env.server'
import { loader } from '~/routes/addresses/route'
import { createActor } from '~tests/support/actors'
import { setupDatabase, type TestSetup } from '~tests/support/database'

type Answer = { status?: number; body?: unknown; waitMs?: number }

let setup: TestSetup
let server: http.Server
let url = ''
let answer: Answer = {}
const asked: URL[] = []
let now = Date.parse('2026-09-15T08:00:00Z')

const feature = (label: string, citycode: string, coordinates: number[]) => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates },
  properties: { label, citycode, score: 0.9 },
})
const PORT_STREET = feature('12 Rue du Port 93100 Montreuil', '93048', [2.4435, 48.8645])

beforeAll(async () => {
  setup = await setupDatabase()
  server = http.createServer((request, response) => {
    asked.push(new URL(request.url ?? '', 'http://here'))
    const { status = 200, body = { features: [] }, waitMs = 0 } = answer
    setTimeout(() => {
      response.writeHead(status, { 'Content-Type': 'application/json' })
      response.end(typeof body === 'string' ? body : JSON.stringify(body))
    }, waitMs)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/geocodage`
})
beforeEach(() => {
  asked.length = 0
  // Beyond what is kept of earlier answers and of the minute's count.
  now += 48 * 3_600_000
  setClock({ now: () => now })
  setEnv({ ...env(), geocoderUrl: url })
})
afterEach(() => setClock())
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
  setup.cleanup()
})

describe('with a service', () => {
  it('finds addresses of the Métropole, and asks the same once', async () => {
    answer = {
      body: { features: [PORT_STREET, feature('12 Rue du Port 69001 Lyon', '69381', [4.83, 45.77])] },
    }
    const found = await findAddresses('12 rue du Port', 'account')
    expect(found).toEqual({
      service: 'found',
      places: [
        {
          label: '12 Rue du Port 93100 Montreuil',
          communeCode: '93048',
          communeName: 'Montreuil',
          position: { lat: 48.8645, lon: 2.4435 },
        },
      ],
    })
    expect(await findAddresses('12 RUE du Port', 'account')).toEqual(found)
    expect(asked.map(({ pathname }) => pathname)).toEqual(['/geocodage/search'])
    expect(asked[0]?.searchParams.get('q')).toBe('12 rue du Port')
  })

  it('knows the arrondissements of Paris as Paris', async () => {
    answer = { body: { features: [feature('3 Rue Neuve 75011 Paris', '75111', [2.37, 48.86])] } }
    const { places } = await findAddresses('3 rue neuve paris', 'account')
    expect(places[0]).toMatchObject({ communeCode: '75056', communeName: 'Paris' })
  })

  it('falls back on communes when it knows none here', async () => {
    answer = { body: { features: [] } }
    const { service, places } = await findAddresses('12 rue inconnue, Montreuil', 'account')
    expect(service).toBe('found')
    expect(places).toMatchObject([{ communeCode: '93048', position: null }])
  })

  it.each([
    ['an error', { status: 500 }],
    ['another page', { body: '<html>Maintenance</html>' }],
    ['another shape', { body: { features: [{ geometry: null }] } }],
    ['too much', { body: { features: [], filler: 'x'.repeat(300_000) } }],
    ['nothing in time', { waitMs: 4000 }],
  ])('that answers %s is told, and communes are found by name', async (_what, given) => {
    answer = given
    const { service, places } = await findAddresses('montreuil', 'account')
    expect(service).toBe('down')
    expect(places[0]).toMatchObject({ communeCode: '93048', position: null })
  })

  it('is not asked more than a limit in a minute', async () => {
    answer = { body: { features: [] } }
    const services = []
    for (let round = 0; round < 125; round++)
      services.push((await findAddresses(`rue ${round}`, 'account')).service)
    expect(services.filter((service) => service === 'busy')).toHaveLength(5)
    expect(asked).toHaveLength(120)
    now += 61_000
    expect((await findAddresses('rue 999', 'account')).service).toBe('found')
  })

  it('keeps half of what may be asked for accounts', async () => {
    answer = { body: { features: [] } }
    const askAs = async (actor: Actor | null, round: number) =>
      (await loader(argsOf(await requestAs(actor, `/lieux?adresse=impasse+${round}`)))).service
    const actor = await createActor('taker')
    for (let round = 0; round < 60; round++) expect(await askAs(null, round)).toBe('found')
    expect(await askAs(null, 60)).toBe('busy')
    for (let round = 60; round < 120; round++) expect(await askAs(actor, round)).toBe('found')
    expect(await askAs(actor, 120)).toBe('busy')
    now += 61_000
    answer = { body: { features: [] }, waitMs: 300 }
    const atOnce = await Promise.all([1000, 1001, 1002, 1003].map((round) => askAs(null, round)))
    expect(atOnce.filter((service) => service === 'busy')).toHaveLength(1)
  })

  it('is not asked for a letter or two', async () => {
    expect(await findAddresses('ru', 'account')).toEqual({ service: 'found', places: [] })
    expect(asked).toEqual([])
  })
})

describe('without a service', () => {
  it.each([
    ['saint-den', '93066'],
    ['93380', '93066'],
    ['pierrefitte', '93066'],
    ['4 place Carnot, montreuil', '93048'],
  ])('«%s» finds a commune and calls nobody', async (text, code) => {
    setEnv({ ...env(), geocoderUrl: null })
    const { service, places } = await findAddresses(text, 'account')
    expect(service).toBe('off')
    expect(places[0]).toMatchObject({ communeCode: code, position: null })
    expect(asked).toEqual([])
  })
})

it('leads to the lots around, with the filters that the search had', async () => {
  answer = { body: { features: [PORT_STREET] } }
  const request = await requestAs(null, '/lieux?adresse=12+rue+du+port+1&materiau=door&rayon=5&commune=75056')
  const page = await loader(argsOf(request))
  expect(page.places[0]?.to).toBe('/lots?materiau=door&commune=93048&rayon=5')
})
