import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import type { Actor } from '~/features/organisations/model/permissions'
import { findInventory } from '~/features/sites/queries.server'
import { reader } from '~/platform/db.server'
import { loader as recordLoader } from '~/routes/closing-record/route'
import { loader as csvLoader } from '~/routes/closing-csv/route'
import { loader as movesLoader } from '~/routes/closing-moves-csv/route'
import { loader as pdfLoader } from '~/routes/closing-pdf/route'
import { loader as rowLoader } from '~/routes/closing-row/route'
import { loader as xlsxLoader } from '~/routes/closing-xlsx/route'
import { action as lineAction } from '~/routes/inventory-line/route'
import { closingEntries, closingRecords } from '~db/sqlite/sites'
import { events } from '~db/sqlite/platform'
import { createActor } from '~tests/support/actors'
import { inventories, opensSite } from '~tests/support/answers'
import {
  entryAnswers,
  gapAnswers,
  handsDoorsOver,
  postsRecord,
  postsRow,
  recordAnswers,
  revisionOf,
} from '~tests/support/closing'
import { openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

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

async function page(actor = giver, query = '') {
  return recordLoader(argsOf(await requestAs(actor, `/chantiers/${siteId}/recolement${query}`), { siteId }))
}
async function rowPage(rowId = lineId, actor = giver) {
  const request = await requestAs(actor, `/chantiers/${siteId}/recolement/${rowId}`)
  return rowLoader(argsOf(request, { siteId, rowId }))
}
const handsOver = (more: Record<string, unknown> = { inventoryLineId: lineId }) =>
  handsDoorsOver([giver, taker], siteId, more)
const onRecord = (form: Record<string, string>) => postsRecord(giver, siteId, form)
const onRow = (form: Record<string, string>, rowId = lineId, actor: Actor | null = giver) =>
  postsRow(actor, { siteId, rowId }, form)
const revision = () => revisionOf(siteId)
const entry = (more: Record<string, string> = {}) => entryAnswers(siteId, more)
const gap = (gapG: number) => gapAnswers(siteId, gapG)
const record = (more: Record<string, string> = {}) => recordAnswers(siteId, more)

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
    const remove = { intent: 'remove', revision: await revision(), entryId: form.id! }
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
      const answer = await onRow(form, lineId, actor)
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
