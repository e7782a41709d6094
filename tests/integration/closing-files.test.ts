import { argsOf, requestAs } from '~tests/support/requests'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import type { Actor } from '~/features/organisations/model/permissions'
import { findInventory } from '~/features/sites/queries.server'
import { parseTable } from '~/platform/tables/parse-table'
import { loader as csvLoader } from '~/routes/closing-csv/route'
import { loader as movesLoader } from '~/routes/closing-moves-csv/route'
import { loader as pdfLoader } from '~/routes/closing-pdf/route'
import { loader as xlsxLoader } from '~/routes/closing-xlsx/route'
import { createActor } from '~tests/support/actors'
import { inventories, opensSite } from '~tests/support/answers'
import {
  entryAnswers,
  gapAnswers,
  handsDoorsOver,
  postsRecord,
  postsRow,
  recordAnswers,
} from '~tests/support/closing'
import { openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'
import { nodesOf, readPdfStructure, textOf } from '~tests/support/pdf-structure'

const KG = 1000
let open: TestDatabase
let giver: Actor
let taker: Actor
let siteId: string
let lineId: string

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  open = await openTestDatabase()
})
afterAll(() => {
  open.remove()
  setClock()
})
beforeEach(async () => {
  giver = await createActor('giver')
  taker = await createActor('taker')
  const dates = { startsOn: addDays(TODAY, -60), endsOn: addDays(TODAY, -5) }
  siteId = await opensSite(giver, { ...dates, address: '4 rue du Préau-Secret' })
  await inventories(giver, siteId)
  lineId = (await findInventory(siteId))!.lines[0]!.id
})

const handsOver = (more: Record<string, unknown> = { inventoryLineId: lineId }) =>
  handsDoorsOver([giver, taker], siteId, more)
const onRecord = (form: Record<string, string>) => postsRecord(giver, siteId, form)
const onRow = (form: Record<string, string>) => postsRow(giver, { siteId, rowId: lineId }, form)
const entry = (more: Record<string, string> = {}) => entryAnswers(siteId, more)
const gap = (gapG: number) => gapAnswers(siteId, gapG)
const record = (more: Record<string, string> = {}) => recordAnswers(siteId, more)

describe('the record as files', () => {
  beforeEach(async () => {
    await handsOver()
    await onRow(await entry())
    await onRow(await entry({ outcome: 'reused-in-place', massKg: '200', wasteCode: '', operator: '' }))
    await onRow(await gap(400 * KG))
    await onRecord(await record())
  })
  const ask = async (path: string, locale = 'fr') => {
    const request = await requestAs(giver, `/chantiers/${siteId}/${path}`)
    request.headers.set('Accept-Language', locale)
    return argsOf(request, { siteId })
  }

  it('are a workbook whose sheets hold every figure', async () => {
    const reply = await xlsxLoader(await ask('recolement.xlsx'))
    expect(reply.headers.get('Content-Disposition')).toMatch(/recolement-.*\.xlsx/)
    const bytes = new Uint8Array(await reply.arrayBuffer())
    const sheet = async (name: string) => {
      const read = await parseTable({ bytes, name: 'r.xlsx' }, { maxRows: 100, sheet: name })
      if (!read.ok) throw new Error(read.error.code)
      return read.value
    }
    const first = await sheet('Récolement')
    expect(first.sheets).toEqual([
      'Récolement',
      'Produits',
      'Déchets prévus',
      'Familles',
      'Réemploi',
      'Déchets sortis',
    ])
    const facts = new Map(first.rows.map(([term, value]) => [term, value]))
    expect(facts.get('Maître d’ouvrage')).toBe('Ville Modèle')
    expect(facts.get('Adresse')).toBe('4 rue du Préau-Secret')
    expect(facts.get('Masse recensée (kg)')).toBe('10000')
    expect(facts.get('Réemployé par la plateforme (kg)')).toBe('1900')
    expect(facts.get('Autre réemploi (kg)')).toBe('200')
    expect(facts.get('Déchets sortis (kg)')).toBe('7500')
    const lines = await sheet('Produits')
    const cell = (name: string) => lines.rows[1]![lines.rows[0]!.indexOf(name)]
    expect(cell('Recyclage (kg)')).toBe('7500')
    expect(cell('Remis par la plateforme (kg)')).toBe('1900')
    expect(cell('Écart (kg)')).toBe('400')
    expect(cell('Explication')).toBe('Finalement laissé en place')
    const left = await sheet('Déchets sortis')
    expect(left.rows[1]).toEqual(expect.arrayContaining(['7500', 'Tri Modèle', '170201', 'Ticket 4412']))
    const reused = await sheet('Réemploi')
    expect(reused.rows).toHaveLength(3)
    expect(reused.rows[1]).toEqual(expect.arrayContaining(['1900', 'Menuiserie Modèle', '50', 'u']))
  })

  it('are a tagged document in the reader’s language, which claims to have filed nothing', async () => {
    const reply = await pdfLoader(await ask('recolement.pdf'))
    expect(reply.headers.get('Content-Type')).toBe('application/pdf')
    const read = await readPdfStructure(new Uint8Array(await reply.arrayBuffer()))
    expect(read).toMatchObject({ lang: 'fr', isMarked: true, title: 'Récolement – École Jean-Macé' })
    expect(read.raw).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/)
    expect(read.fonts.every(({ isEmbedded }) => isEmbedded)).toBe(true)
    const nodes = nodesOf(read)
    const headings = nodes.filter(({ role }) => /^H\d$/.test(role))
    expect(headings[0]?.role).toBe('H1')
    expect(headings.slice(1).every(({ role }) => role === 'H2')).toBe(true)
    expect(headings.length).toBeGreaterThan(5)
    for (const { children } of nodes.filter(({ role }) => role === 'TR')) {
      expect(children[0]?.role).toBe('TH')
    }
    const tables = nodes.filter(({ role }) => role === 'Table')
    expect(tables.length).toBeGreaterThanOrEqual(5)
    const rows = nodes
      .filter(({ role }) => role === 'TR')
      .map(({ children }) => children.map((one) => textOf(one).replace(/\s+/g, ' ').trim()))
    expect(rows).toContainEqual(['Total', '10 000', '1 900', '200', '7 500', '400'])
    expect(rows.some((cells) => cells.includes('Ticket 4412') && cells.includes('170201'))).toBe(true)
    expect(rows.some((cells) => cells.includes('Finalement laissé en place'))).toBe(true)
    const said = read.text.replace(/\s+/g, ' ')
    expect(said).toMatch(/prêt à être recopié sur la plateforme PEMD de l’État/)
    expect(said).toMatch(/Gisement ne dépose rien/)
    expect(said).toMatch(/Document en préparation/)
    expect(read.artifacts).toMatch(/1 \/ \d/)
    expect(nodes.map(textOf).join(' ')).not.toMatch(/1 \/ \d/)
  })

  it('speak English to who reads English', async () => {
    const read = await readPdfStructure(
      new Uint8Array(await (await pdfLoader(await ask('recolement.pdf', 'en'))).arrayBuffer()),
    )
    expect(read.lang).toBe('en')
    expect(read.text).toMatch(/ready to be copied to the State’s PEMD platform/)
  })

  it('are tables of rows, of families and of what left', async () => {
    const rows = await (await csvLoader(await ask('recolement.csv'))).text()
    expect(rows.split('\r\n')[1]).toMatch(
      /^Blocs-portes à âme pleine;.*;250;u;10000;1900;200;0;0;7500;0;0;0;400;/,
    )
    const families = await (await csvLoader(await ask('recolement.csv?par=famille'))).text()
    expect(families.split('\r\n')[1]).toMatch(/;10000;1900;200;0;0;7500;0;0;0;400$/)
    const moves = async (query: string) =>
      (await (await movesLoader(await ask(`recolement/mouvements.csv${query}`))).text()).trim().split('\r\n')
    expect(await moves('')).toHaveLength(4)
    expect(await moves(`?ligne=${lineId}`)).toHaveLength(4)
    expect(await moves('?ligne=hors-inventaire')).toHaveLength(1)
  })

  it('never tell the Métropole the address', async () => {
    const admin = await createActor('admin')
    const request = await requestAs(admin, `/chantiers/${siteId}/recolement.pdf`)
    const read = await readPdfStructure(
      new Uint8Array(await (await pdfLoader(argsOf(request, { siteId }))).arrayBuffer()),
    )
    expect(read.text).not.toMatch(/Préau-Secret/)
  })
})
