import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import { newId } from '~/core/ids'
import { recordHandover } from '~/features/accounting/commands/record-handover.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { findInventory } from '~/features/sites/queries.server'
import { reader } from '~/platform/db.server'
import { parseTable } from '~/platform/tables/parse-table'
import { action as recordAction, loader as recordLoader } from '~/routes/closing-record/route'
import { loader as csvLoader } from '~/routes/closing-csv/route'
import { loader as movesLoader } from '~/routes/closing-moves-csv/route'
import { loader as pdfLoader } from '~/routes/closing-pdf/route'
import { action as rowAction, loader as rowLoader } from '~/routes/closing-row/route'
import { loader as xlsxLoader } from '~/routes/closing-xlsx/route'
import { action as lineAction } from '~/routes/inventory-line/route'
import { closingEntries, closingRecords } from '~db/sqlite/sites'
import { events } from '~db/sqlite/platform'
import { createActor } from '~tests/support/actors'
import { accepts, inventories, opensSite, publishes, requests, signs } from '~tests/support/answers'
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

/** Fifty doors of the line, 1,900 kg, signed by both sides and in the ledger. */
async function handsOver(more: Record<string, unknown> = { inventoryLineId: lineId }): Promise<string> {
  const lotId = await publishes(giver, siteId, { quantity: '50', massKg: '2 000', ...more })
  const reservation = await requests(taker, lotId, 50)
  await accepts(giver, reservation)
  await signs(giver, reservation, 1_900 * KG)
  await recordHandover((await signs(taker, reservation, 1_900 * KG))!)
  return reservation
}

async function page(actor = giver, query = '') {
  return recordLoader(argsOf(await requestAs(actor, `/chantiers/${siteId}/recolement${query}`), { siteId }))
}
async function rowPage(rowId = lineId, actor = giver) {
  const request = await requestAs(actor, `/chantiers/${siteId}/recolement/${rowId}`)
  return rowLoader(argsOf(request, { siteId, rowId }))
}
async function onRecord(form: Record<string, string>, actor = giver) {
  const request = await requestAs(actor, `/chantiers/${siteId}/recolement`, form)
  return answerOf(recordAction(argsOf(request, { siteId })))
}
async function onRow(form: Record<string, string>, rowId = lineId, actor = giver) {
  const request = await requestAs(actor, `/chantiers/${siteId}/recolement/${rowId}`, form)
  return answerOf(rowAction(argsOf(request, { siteId, rowId })))
}
const revision = async () => String((await page()).shown.record.revision)
async function entry(more: Record<string, string> = {}) {
  return {
    ...{ intent: 'entry', revision: await revision(), id: newId(), outcome: 'recycled', massKg: '7 500' },
    ...{ operator: 'Tri Modèle', wasteCode: '17 02 01', evidence: 'Ticket 4412', ...more },
  }
}
async function gap(gapG: number, more: Record<string, string> = {}) {
  return {
    ...{ intent: 'gap', revision: await revision(), gapG: String(gapG), reason: 'left-in-place' },
    note: 'Portes du local technique',
    ...more,
  }
}
const record = async (more: Record<string, string> = {}) => ({
  ...{ intent: 'record', revision: await revision(), client: 'Ville Modèle', author: 'Karim' },
  ...more,
})

describe('the record of a site', () => {
  it('is filled from the handovers, each figure leading to them', async () => {
    const reservation = await handsOver()
    const { shown, mayEdit } = await page()
    expect(mayEdit).toBe(true)
    expect(shown.lines).toMatchObject([
      {
        id: lineId,
        ...{ surveyedG: 10_000 * KG, handedOverG: 1_900 * KG, handovers: 1, gapG: 8_100 * KG, state: 'open' },
      },
    ])
    const { handovers } = await rowPage()
    expect(handovers).toMatchObject([
      {
        reservationId: reservation,
        massG: 1_900 * KG,
        quantityMilli: 50_000,
        takerName: 'Menuiserie Modèle',
      },
    ])
  })

  it('keeps what a lot of no line gave apart from the lines', async () => {
    await handsOver({})
    const { shown } = await page()
    expect(shown.lines[0]).toMatchObject({ handedOverG: 0 })
    expect(shown.outside).toMatchObject([
      { id: 'hors-inventaire', handedOverG: 1_900 * KG, state: 'outside' },
    ])
    expect((await rowPage('hors-inventaire')).handovers).toHaveLength(1)
  })

  it('takes what left otherwise, once for one sending, and tells who typed it', async () => {
    const form = await entry()
    expect(await onRow(form)).toMatchObject({ status: 302 })
    expect(await onRow(form)).toMatchObject({ status: 302 })
    const shown = await rowPage()
    expect(shown.entries).toMatchObject([
      {
        ...{ outcome: 'recycled', massG: 7_500 * KG, operator: 'Tri Modèle', wasteCode: '170201' },
        ...{ evidence: 'Ticket 4412', who: giver.name },
      },
    ])
    expect(shown.row).toMatchObject({ declaredG: 7_500 * KG, gapG: 2_500 * KG })
    const told = await reader().select().from(events).where(eq(events.entityId, siteId))
    expect(told.filter(({ kind }) => kind === 'closing-entry-added')).toHaveLength(1)
    const remove = { intent: 'remove', revision: await revision(), entryId: form.id }
    expect(await onRow(remove)).toMatchObject({ status: 302 })
    expect((await rowPage()).entries).toEqual([])
  })

  it.each([
    ['no destination', { operator: '' }],
    ['a mass that is none', { massKg: 'lourd' }],
    ['a code of waste on reuse', { outcome: 'reused-elsewhere' }],
    ['an outcome that does not exist', { outcome: 'sold' }],
    ['a field that the form does not have', { siteId: 'x' }],
  ])('refuses %s, and nothing changed', async (_what, more) => {
    expect(await onRow(await entry(more))).toMatchObject({ init: { status: 400 } })
    expect((await rowPage()).entries).toEqual([])
    expect(await revision()).toBe('0')
  })

  it('explains a difference for what it is, and asks again when it changes', async () => {
    expect(await onRow(await gap(10_000 * KG))).toMatchObject({ status: 302 })
    expect((await page()).shown).toMatchObject({ unexplained: 0, lines: [{ state: 'explained' }] })
    await handsOver()
    const { shown } = await page()
    expect(shown).toMatchObject({ unexplained: 1, lines: [{ state: 'stale', gapG: 8_100 * KG }] })
    expect(shown.lines[0]).toMatchObject({ surveyedG: 10_000 * KG })
    expect(await onRow(await gap(10_000 * KG))).toMatchObject({ init: { status: 409 } })
    expect(await onRow(await gap(8_100 * KG))).toMatchObject({ status: 302 })
    expect((await page()).shown.unexplained).toBe(0)
  })
})

describe('two people in one record', () => {
  it('do not overwrite each other: the second is told, with the answers kept', async () => {
    const [mine, theirs] = [await entry(), await entry({ massKg: '100' })]
    expect(await onRow(mine)).toMatchObject({ status: 302 })
    const refusal = await onRow(theirs)
    expect(refusal).toMatchObject({
      init: { status: 409 },
      data: { result: { initialValue: { massKg: '100' } } },
    })
    expect(
      await reader().select().from(closingEntries).where(eq(closingEntries.siteId, siteId)),
    ).toHaveLength(1)
  })

  it('at the very same time change it once', async () => {
    const forms = await Promise.all([
      record({ author: 'A' }),
      record({ author: 'B' }),
      record({ author: 'C' }),
    ])
    const answers = await Promise.all(forms.map((form) => onRecord(form)))
    const saved = answers.filter((answer) => answer instanceof Response)
    expect(saved).toHaveLength(1)
    expect(await revision()).toBe('1')
  })
})

describe('a record that is ready', () => {
  const ready = async () => onRecord({ intent: 'ready', revision: await revision() })

  it('needs its differences explained, its client and author, and works that are over', async () => {
    expect(await ready()).toMatchObject({ init: { status: 409 } })
    await onRecord(await record())
    expect(await ready()).toMatchObject({ init: { status: 409 } })
    await onRow(await gap(10_000 * KG))
    expect(await ready()).toMatchObject({ status: 302 })
    expect((await page()).shown.record).toMatchObject({ state: 'ready', client: 'Ville Modèle' })
  })

  it('changes no more until it is opened again', async () => {
    await onRecord(await record())
    await onRow(await gap(10_000 * KG))
    await ready()
    expect(await onRow(await entry())).toMatchObject({ init: { status: 409 } })
    expect(await onRecord(await record({ author: 'X' }))).toMatchObject({ init: { status: 409 } })
    expect(await onRecord({ intent: 'reopen', revision: await revision() })).toMatchObject({ status: 302 })
    expect(await onRow(await entry())).toMatchObject({ status: 302 })
  })

  it('is not there while works go on, nor with a day to come', async () => {
    siteId = await opensSite(giver)
    await inventories(giver, siteId)
    lineId = (await findInventory(siteId))!.lines[0]!.id
    await onRecord(await record())
    await onRow(await gap(10_000 * KG))
    expect(await ready()).toMatchObject({ init: { status: 409 } })
    const ahead = await record({ worksEndedOn: addDays(TODAY, 1) })
    expect(await onRecord(ahead)).toMatchObject({ init: { status: 400 } })
    expect(await onRecord(await record({ worksEndedOn: addDays(TODAY, -1) }))).toMatchObject({ status: 302 })
    expect(await ready()).toMatchObject({ status: 302 })
  })
})

describe('who may do what', () => {
  it('is for the members of the site’s organisation; the Métropole reads', async () => {
    const [other, admin, agent] = await Promise.all([
      createActor('giver'),
      createActor('admin'),
      createActor('agent'),
    ])
    const form = await entry()
    for (const actor of [other, admin, agent, null]) {
      const answer = await onRow(form, lineId, actor as Actor)
      expect((answer as Response).status).not.toBe(200)
      expect([302, 403, 404]).toContain((answer as Response).status)
    }
    expect((await rowPage()).entries).toEqual([])
    expect((await page(admin)).mayEdit).toBe(false)
    for (const actor of [other, agent]) {
      const asked = async (path: string) => argsOf(await requestAs(actor, path), { siteId, rowId: lineId })
      for (const loader of [recordLoader, rowLoader, xlsxLoader, pdfLoader, csvLoader, movesLoader]) {
        const answer = await answerOf(loader(await asked(`/chantiers/${siteId}/recolement`)))
        expect([403, 404]).toContain((answer as Response).status)
      }
    }
  })

  it('never reaches another site’s line', async () => {
    const elsewhere = await opensSite(giver, { name: 'Ailleurs' })
    await inventories(giver, elsewhere)
    const foreign = (await findInventory(elsewhere))!.lines[0]!.id
    expect(await onRow(await entry(), foreign)).toMatchObject({ init: { status: 404 } })
    expect(await answerOf(rowPage(foreign))).toMatchObject({ status: 404 })
    expect(await reader().select().from(closingEntries).where(eq(closingEntries.siteId, siteId))).toEqual([])
    expect(await reader().select().from(closingRecords).where(eq(closingRecords.siteId, siteId))).toEqual([])
  })

  it('keeps a line that the record counts from, and says so', async () => {
    await onRow(await entry())
    const path = `/chantiers/${siteId}/inventaire/${lineId}`
    const remove = async () =>
      answerOf(lineAction(argsOf(await requestAs(giver, path, { intent: 'delete' }), { siteId, lineId })))
    expect(await remove()).toMatchObject({ init: { status: 409 } })
    const id = (await rowPage()).entries[0]!.id
    await onRow({ intent: 'remove', revision: await revision(), entryId: id })
    await onRow(await gap(10_000 * KG))
    expect(await remove()).toMatchObject({ status: 302 })
    expect((await page()).shown.lines).toEqual([])
  })
})

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
