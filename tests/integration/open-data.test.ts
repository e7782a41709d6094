import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'csv-parse/sync'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import { newId } from '~/core/ids'
import { getTotals } from '~/features/accounting/queries.server'
import { changeLotStatus } from '~/features/lots/commands/change-lot-status.server'
import { countLots } from '~/features/lots/queries.server'
import { countNeeds } from '~/features/needs/queries.server'
import { DATASETS, FACTS, type DatasetId } from '~/features/open-data/model/datasets'
import { RECORD_SCHEMAS, eachPageOf } from '~/features/open-data/datasets.server'
import { answerApi } from '~/http/api/answer.server'
import { dcatCatalogue } from '~/http/dcat.server'
import { robotsText, sitemapOf } from '~/http/sitemap.server'
import { fieldsOf } from '~/http/table-schema.server'
import { hasSentence } from '~/messages/catalogue'
import { openDataFields } from '~/messages/open-data-fields'
import { loader as file } from '~/routes/open-data-file/route'
import { withTx } from '~/platform/transaction.server'
import { makeLot, makeLotDraft } from '~db/seed/factories/lot'
import { makeNeed } from '~db/seed/factories/need'
import { insertRows } from '~db/seed/factories/rows'
import { makeSite } from '~db/seed/factories/site'
import { createActor } from '~tests/support/actors'
import { noteRawWrites, type TestSetup } from '~tests/support/database'
import { setupDemo } from '~tests/support/demo'
import { argsOf } from '~tests/support/requests'
import type { Actor } from '~/features/organisations/model/permissions'

const TODAY = '2026-11-23'
/** What must not leave by any door, wherever it was written. */
const CANARY = 'canarigris'

let setup: TestSetup
let giver: Actor

beforeAll(async () => {
  setup = await setupDemo(TODAY)
  giver = await createActor('giver', { name: 'Curage Public' })
}, 120_000)
afterAll(() => {
  setClock()
  setup.cleanup()
})

async function get(name: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  const request = new Request(`http://localhost/donnees-ouvertes/${name}`, { headers, method })
  return file(argsOf(request, { file: name }))
}

type Table = Record<string, string>[]
const table = async (dataset: DatasetId): Promise<Table> =>
  parse(await (await get(`${dataset}.csv`)).text(), { columns: true })

type Json = Record<string, unknown>
type Graph = { '@graph': Json[] }
type Features = { features: { id: string; geometry: { coordinates: number[] }; properties: Json }[] }

describe('the files', () => {
  it('hold every open lot and need, as many as the search counts, in each format', async () => {
    const counts = { lots: await countLots({}), besoins: await countNeeds({}) }
    for (const dataset of ['lots', 'besoins'] as const) {
      const rows = await table(dataset)
      const geo = (await (await get(`${dataset}.geojson`)).json()) as Features
      const linked = (await (await get(`${dataset}.jsonld`)).json()) as Graph
      expect(rows).toHaveLength(counts[dataset])
      expect(geo.features.map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
      expect(linked['@graph'].map((node) => node['@id'])).toEqual(rows.map(({ url }) => url))
      const [lon = 0, lat = 0] = geo.features[0]!.geometry.coordinates
      expect([lon, lat].map(String)).toEqual([rows[0]!.lon, rows[0]!.lat])
    }
  })

  it('hold records of the shape that is published, each field with its meaning', async () => {
    for (const dataset of DATASETS) {
      let rows = 0
      for await (const page of eachPageOf(dataset)) {
        for (const record of page) expect(RECORD_SCHEMAS[dataset].safeParse(record).error).toBeUndefined()
        rows += page.length
      }
      expect(rows, dataset).toBeGreaterThan(4)
      for (const { name } of fieldsOf(dataset, 'fr'))
        expect(hasSentence(openDataFields, name), name).toBe(true)
    }
  })

  it('add up to what the ledger holds, to the gram, but the few handovers of a commune’s year', async () => {
    const { massG, handovers, claims } = await getTotals({ from: '0000-01-01', until: '9999-01-01' })
    const few = setup.database.writer
      .prepare(
        `select sum(mass_g) as massG, sum(handovers) as handovers, sum(claims) as claims from (
          select sum(mass_g) as mass_g, count(*) as handovers, count(net_avoided_g_co2e) as claims from ledger_entries
          group by from_commune_code, substr(handed_over_on, 1, 4) having count(*) < 3) few`,
      )
      .get() as Record<'massG' | 'handovers' | 'claims', number>
    expect(few.handovers).toBeGreaterThan(0)
    const rows = await table('remises')
    const sum = (field: string) => rows.reduce((all, row) => all + Number(row[field]), 0)
    expect(Math.round(sum('handed_over_kg') * 1000)).toBe(massG - few.massG)
    expect(sum('handovers')).toBe(handovers - few.handovers)
    expect(sum('claims')).toBe(claims - few.claims)
  })

  it('describe a lot as a product that search engines read', async () => {
    const linked = (await (await get('lots.jsonld')).json()) as Graph & Json
    expect(linked['@context']).toBe('https://schema.org')
    expect(linked['@graph'][0]).toMatchObject({
      '@type': 'Product',
      offers: { '@type': 'Offer', priceCurrency: 'EUR', availability: 'https://schema.org/InStock' },
    })
  })

  it('carry a table schema that says each column of the CSV', async () => {
    for (const dataset of DATASETS) {
      const schema = (await (await get(`${dataset}.schema.json`)).json()) as { fields: { name: string }[] }
      const text = await (await get(`${dataset}.csv`)).text()
      expect(text.split('\r\n')[0]).toBe(schema.fields.map(({ name }) => name).join(','))
    }
  })

  it.each(['lots.xml', 'comptes.csv', 'unites.geojson', 'lots.csv.csv', '../lots.csv'])(
    'are no others: %s',
    async (name) => {
      const missing = await get(name).catch((thrown: unknown) => thrown)
      expect((missing as Response).status).toBe(404)
    },
  )

  it('are fetched again only when something changed', async () => {
    const lot = await addLot()
    const first = await get('lots.csv')
    const tag = first.headers.get('ETag')!
    expect(first.headers.get('Cache-Control')).toContain('public')
    expect((await get('lots.csv', { 'If-None-Match': tag })).status).toBe(304)
    expect((await get('lots.geojson', { 'If-None-Match': tag })).status).toBe(200)
    await changeLotStatus({ actor: giver, lotId: lot.id, status: 'paused' })
    const later = await get('lots.csv', { 'If-None-Match': tag })
    expect(later.status).toBe(200)
    expect(await later.text()).not.toContain(lot.id)
    setClock({ now: () => Date.parse(`${addDays(TODAY, 1)}T10:00:00Z`) })
    expect((await get('lots.csv', { 'If-None-Match': later.headers.get('ETag')! })).status).toBe(200)
    setClock({ now: () => Date.parse(`${TODAY}T10:00:00Z`) })
    expect(await (await get('lots.csv', {}, 'HEAD')).text()).toBe('')
  })

  it('cannot be run as formulas', async () => {
    await addLot({ title: '=HYPERLINK("http://a")', description: '@SUM(1)' })
    const row = (await table('lots')).find(({ title }) => title?.includes('HYPERLINK'))
    expect(row?.title).toBe('\'=HYPERLINK("http://a")')
    expect(row?.description).toBe("'@SUM(1)")
  })
})

async function addLot(lot: Partial<Parameters<typeof makeLot>[0]> = {}) {
  const site = makeSite({ organisationId: giver.organisationId, communeCode: '93048' })
  const row = makeLot({
    organisationId: giver.organisationId,
    siteId: site.id,
    communeCode: '93048',
    ...lot,
  })
  await withTx((tx) => insertRows(tx, { sites: [site], lots: [row] }))
  noteRawWrites(setup.database)
  return row
}

describe('nothing leaves that the public pages do not show', () => {
  it('ASVS 8.2.3, 15.3.1: not an address, a person, a way to reach one, or a lot that not everyone may see', async () => {
    const closed = await createActor('giver', { name: `Fermée ${CANARY}`, suspendedAtMs: 1 })
    const hidden = [
      { publicFrom: addDays(TODAY, 1), title: `à venir ${CANARY}` },
      { status: 'paused' as const, title: `en pause ${CANARY}` },
      { status: 'withdrawn' as const, title: `retiré ${CANARY}` },
      { availableUntil: TODAY, title: `parti ${CANARY}` },
      { availableMilli: 0, title: `tout réservé ${CANARY}` },
      { organisationId: closed.organisationId, title: `fermée ${CANARY}` },
    ]
    for (const lot of hidden) await addLot(lot)
    const shown = await addLot({
      title: 'Portes du canari public',
      description: `Demander ${CANARY}@exemple.fr ou le 06 12 34 56 78.`,
      access: `Code 1234, 12 rue ${CANARY}`,
      provenance: `Chez ${CANARY}`,
    })
    const site = makeSite({
      organisationId: giver.organisationId,
      communeCode: '93048',
      name: `Chantier ${CANARY}`,
      address: `12 rue ${CANARY}`,
    })
    const draft = makeLotDraft({
      organisationId: giver.organisationId,
      authorUserId: giver.userId,
      answers: { title: `brouillon ${CANARY}` },
    })
    const need = { organisationId: giver.organisationId, communeCode: '93048' }
    const needs = [
      makeNeed({ ...need, siteId: site.id, title: 'Besoin du canari public' }),
      makeNeed({ ...need, status: 'paused', title: `en pause ${CANARY}` }),
      makeNeed({ ...need, status: 'closed', title: `fermé ${CANARY}` }),
      makeNeed({ ...need, organisationId: closed.organisationId, title: `fermée ${CANARY}` }),
    ]
    await withTx((tx) => insertRows(tx, { sites: [site], lotDrafts: [draft], needs }))
    setup.database.writer
      .prepare("update users set name = ?, email = 'p' || id || ?, phone = ?")
      .run(`Personne ${CANARY}`, `@${CANARY}.fr`, '0612345678')
    setup.database.writer
      .prepare('update sites set name = ?, address = ?')
      .run(`Chantier ${CANARY}`, `12 rue ${CANARY}`)
    noteRawWrites(setup.database)

    const texts: string[] = []
    for (const dataset of DATASETS) {
      for (const format of FACTS[dataset].formats) {
        texts.push(await (await get(`${dataset}.${format}`)).text())
      }
    }
    const lots = texts.join('')
    expect(lots).toContain('Portes du canari public')
    expect(lots).toContain('Besoin du canari public')
    texts.push(JSON.stringify(await dcatCatalogue()), robotsText(), await mapText())
    texts.push(await walk('lots'), await walk('needs'), await api(`/lots/${shown.id}`))
    texts.push(await api('/communes/93048/figures'))
    for (const lot of hiddenIds()) texts.push(await api(`/lots/${lot}`))
    const all = texts.join('\n')
    expect(all).not.toContain(CANARY)
    expect(all).not.toContain('06 12 34')
    expect(all).not.toContain('0612345678')
    for (const lot of hiddenIds()) expect(await mapText()).not.toContain(lot)
  })

  function hiddenIds(): string[] {
    const rows = setup.database.writer.prepare('select id from lots where title like ?').all(`%${CANARY}%`)
    return (rows as { id: string }[]).map(({ id }) => id)
  }

  async function api(path: string): Promise<string> {
    const request = new Request(`http://localhost/api/v1${path}`)
    return (await answerApi(request, new URL(request.url).pathname.replace('/api/v1/', ''), newId())).text()
  }

  async function walk(list: 'lots' | 'needs'): Promise<string> {
    let text = ''
    for (let cursor = ''; ;) {
      const page = await api(`/${list}?limit=100${cursor && `&cursor=${cursor}`}`)
      text += page
      const next = (JSON.parse(page) as { next_cursor: string | null }).next_cursor
      if (next === null) return text
      cursor = next
    }
  }
})

async function mapText(): Promise<string> {
  let text = ''
  for await (const one of (await sitemapOf(null))!) text += one
  return text
}

describe('the catalogue for portals', () => {
  it('describes each dataset and file with its licence, in DCAT-AP', async () => {
    const { '@graph': graph } = (await dcatCatalogue()) as unknown as Graph
    const ofType = (type: string) => graph.filter((node) => node['@type'] === type)
    expect(ofType('dcat:Catalog')).toHaveLength(1)
    expect(ofType('dcat:DataService')).toHaveLength(1)
    expect(ofType('dcat:Dataset').map((node) => node['dct:identifier'])).toEqual(
      DATASETS.map((dataset) => `gisement-${dataset}`),
    )
    for (const dataset of ofType('dcat:Dataset')) {
      for (const key of [
        'dct:title',
        'dct:description',
        'dct:publisher',
        'dcat:contactPoint',
        'dcat:theme',
      ]) {
        expect(dataset, key).toHaveProperty([key])
      }
      const files = dataset['dcat:distribution'] as Record<string, { '@id': string }>[]
      for (const one of files) {
        expect(one['dct:license']?.['@id']).toMatch(/^https:/)
        const name = one['dcat:downloadURL']!['@id'].split('/').at(-1)!
        const answer = await get(name)
        expect(answer.headers.get('Content-Type')).toContain(
          one['dcat:mediaType']!['@id'].split('media-types/')[1],
        )
      }
    }
  })

  it('names a target for every reference within', async () => {
    const { '@graph': graph } = (await dcatCatalogue()) as unknown as Graph
    const ids = new Set(graph.map((node) => node['@id']))
    const catalogue = graph.find((node) => node['@type'] === 'dcat:Catalog')!
    const refs = [
      ...(catalogue['dcat:dataset'] as { '@id': string }[]),
      catalogue['dct:publisher'] as { '@id': string },
      catalogue['dcat:service'] as { '@id': string },
    ]
    for (const { '@id': id } of refs) expect(ids).toContain(id)
  })
})
