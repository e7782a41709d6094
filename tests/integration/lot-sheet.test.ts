import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import type { Actor } from '~/features/organisations/model/permissions'
import { withTx } from '~/platform/transaction.server'
import { loader } from '~/routes/lot-pdf/route'
import { makeLot } from '~db/seed/factories/lot'
import { insertRows } from '~db/seed/factories/rows'
import { makeSite } from '~db/seed/factories/site'
import { createActor } from '~tests/support/actors'
import { opensSite, publishes } from '~tests/support/answers'
import { setupDatabase, type TestSetup } from '~tests/support/database'
import { TODAY } from '~tests/support/deal'
import { nodesOf, readPdfStructure, textOf, type ReadPdf } from '~tests/support/pdf-structure'

let setup: TestSetup
let giver: Actor

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  setup = await setupDatabase()
  giver = await createActor('giver')
})
afterAll(() => {
  setup.cleanup()
  setClock()
})

async function sheetFor(actor: Actor | null, lotId: string, locale = 'fr'): Promise<Response> {
  const request = await requestAs(actor, `/lots/${lotId}.pdf`)
  request.headers.set('Accept-Language', locale)
  return (await answerOf(loader(argsOf(request, { lotId })))) as Response
}

async function addLot(lot: Parameters<typeof makeLot>[0] extends infer Row ? Partial<Row> : never) {
  const { organisationId } = giver
  const site = makeSite({ organisationId, communeCode: '93048', address: '4 rue du Préau-Secret' })
  const row = makeLot({
    organisationId,
    siteId: site.id,
    communeCode: '93048',
    availableFrom: TODAY,
    availableUntil: addDays(TODAY, 30),
    ...lot,
  })
  await withTx((tx) => insertRows(tx, { sites: [site], lots: [row] }))
  return row
}

describe('the sheet of a lot on paper', () => {
  let read: ReadPdf
  let reply: Response

  beforeAll(async () => {
    const siteId = await opensSite(giver, { address: '4 rue du Préau-Secret' })
    const lotId = await publishes(giver, siteId, { title: 'Portes de L’Haÿ → couloir ≥ 2 m' })
    reply = await sheetFor(null, lotId)
    read = await readPdfStructure(new Uint8Array(await reply.arrayBuffer()))
  })

  it('is a PDF that a browser shows and keeps under the reference', () => {
    expect(reply.headers.get('Content-Type')).toBe('application/pdf')
    expect(reply.headers.get('Content-Disposition')).toMatch(
      /^inline; filename="fiche-GIS-\w+\.pdf"; filename\*=UTF-8''fiche-GIS-\w+\.pdf$/,
    )
    expect(reply.headers.get('X-Robots-Tag')).toBe('noindex')
  })

  it('says its language, its title, that it is tagged, and that it follows PDF/UA', () => {
    expect(read.lang).toBe('fr')
    expect(read.title).toMatch(/^Portes de L’Haÿ → couloir ≥ 2 m – fiche GIS-/)
    expect(read.isMarked).toBe(true)
    expect(read.raw).toMatch(/DisplayDocTitle true/)
    expect(read.raw).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/)
  })

  it('has its title as the first heading, and levels that skip none', () => {
    const headings = nodesOf(read).filter(({ role }) => /^H\d$/.test(role))
    expect(headings[0]?.role).toBe('H1')
    expect(textOf(headings[0]!).trim()).toBe('Portes de L’Haÿ → couloir ≥ 2 m')
    expect(headings.filter(({ role }) => role === 'H1')).toHaveLength(1)
    expect(headings.slice(1).every(({ role }) => role === 'H2')).toBe(true)
    expect(headings.length).toBeGreaterThan(3)
  })

  it('heads every row of its tables', () => {
    const rows = nodesOf(read).filter(({ role }) => role === 'TR')
    expect(rows.length).toBeGreaterThan(8)
    for (const row of rows) expect(row.children.map(({ role }) => role)).toEqual(['TH', 'TD'])
    const facts = rows.map(({ children }) => children.map((cell) => textOf(cell).trim()))
    expect(facts).toContainEqual(['Commune', 'Montreuil'])
  })

  it('says in words what its figures show: the code, the photo', () => {
    const alts = nodesOf(read)
      .filter(({ role }) => role === 'Figure')
      .map(({ alt }) => alt ?? '')
    expect(alts.some((alt) => alt.startsWith('Scannez pour ouvrir'))).toBe(true)
    expect(alts.some((alt) => alt.startsWith('Photo 1 sur 1'))).toBe(true)
    expect(alts.every((alt) => alt.length > 10)).toBe(true)
    expect(read.images).toBe(1)
  })

  it('embeds every font that it uses, and those only', () => {
    expect(read.fonts.map(({ name }) => name.replace(/^.*\+/, '')).sort()).toEqual([
      'AtkinsonHyperlegibleNext-Bold',
      'AtkinsonHyperlegibleNext-Regular',
      'BricolageGrotesque-ExtraBold',
    ])
    expect(read.fonts.every(({ isEmbedded }) => isEmbedded)).toBe(true)
    expect(read.raw).not.toMatch(/BaseFont \/Helvetica/)
  })

  it('leaves the feet of its pages out of what is read', () => {
    expect(read.artifacts).toMatch(/fiche établie le 15.septembre.2026/)
    expect(nodesOf(read).map(textOf).join(' ')).not.toMatch(/fiche établie/)
  })

  it('ASVS 8.2.3: leads to the lot’s page, and never tells the address of the site', () => {
    expect(read.links).toEqual([expect.stringMatching(/\/lots\/[0-9a-f-]{36}$/)])
    expect(read.text).not.toMatch(/Préau-Secret/)
  })
})

describe('what the sheet says', () => {
  it('tells dangers, a gift and a missing mass, and claims no emission then', async () => {
    const lot = await addLot({ hazards: ['lead-paint'], unitPriceCents: 0, massG: null, material: 'door' })
    const read = await readPdfStructure(new Uint8Array(await (await sheetFor(null, lot.id)).arrayBuffer()))
    expect(read.text).toMatch(/Dangers déclarés/)
    expect(read.text).toMatch(/À titre gratuit/)
    expect(read.text).toMatch(/masse manquante/)
    expect(read.text).toMatch(/aucune émission évitée n’est annoncée/)
  })

  it('draws the piece beside a person, and says so in words', async () => {
    const attributes = { leafWidth: 830, leafHeight: 2040 }
    const lot = await addLot({ material: 'door', attributes })
    const read = await readPdfStructure(new Uint8Array(await (await sheetFor(null, lot.id)).arrayBuffer()))
    const sketch = nodesOf(read).find(({ alt }) => alt?.startsWith('Croquis'))
    expect(sketch?.alt).toMatch(/une personne de 1,70 m.*830 mm.*2.040 mm/)
  })

  it('runs over pages when a description is long, and stays tagged', async () => {
    const lot = await addLot({ description: 'Portes pleines, paumelles comprises. '.repeat(120) })
    const read = await readPdfStructure(new Uint8Array(await (await sheetFor(null, lot.id)).arrayBuffer()))
    expect(read.pages).toBeGreaterThan(1)
    expect(read.structure).toHaveLength(read.pages)
    expect(read.artifacts).toMatch(new RegExp(`${read.pages} / ${read.pages}`))
  })

  it('speaks English to who reads English', async () => {
    const lot = await addLot({ title: 'Doors' })
    const read = await readPdfStructure(
      new Uint8Array(await (await sheetFor(null, lot.id, 'en')).arrayBuffer()),
    )
    expect(read.lang).toBe('en')
    expect(read.text).toMatch(/The lot in short/)
  })
})

describe('who gets the sheet', () => {
  it('is as for the page: nobody but its organisation while the lot is not public', async () => {
    const lot = await addLot({ publicFrom: addDays(TODAY, 5) })
    const stranger = await createActor('taker')
    expect((await sheetFor(null, lot.id)).status).toBe(404)
    expect((await sheetFor(stranger, lot.id)).status).toBe(404)
    expect((await sheetFor(giver, lot.id)).status).toBe(200)
  })

  it('is a plain 404 for a lot that does not exist', async () => {
    expect((await sheetFor(giver, 'nothing')).status).toBe(404)
  })
})
