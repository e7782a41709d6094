import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { postedInParts } from '~tests/support/bill'
import {
  actsOnImport,
  launchAnswers,
  linesOf,
  pageOfImport,
  runsJobs,
  sendsSurvey,
  stagedCount,
  SURVEY,
} from '~tests/support/survey'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { getCommuneAccount } from '~/features/accounting/queries/accounts.server'
import { findImport } from '~/features/imports/queries.server'
import { listDraftsOf } from '~/features/lots/queries/drafts.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { findInventory } from '~/features/sites/queries.server'
import { reader } from '~/platform/db.server'
import { action as columnsAction, loader as columnsLoader } from '~/routes/import-columns/route'
import { action as sendAction, loader as sendLoader } from '~/routes/import-new/route'
import { action as rowsAction, loader as rowsLoader } from '~/routes/import-rows/route'
import { inventoryWastes } from '~db/sqlite/sites'
import { opensSite } from '~tests/support/answers'
import { makeActor, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'
import { buildWorkbook } from '~tests/support/workbook'

const KG = 1000
const NOON = Date.parse(`${TODAY}T12:00:00Z`)
let open: TestDatabase
let giver: Actor
let siteId: string

beforeAll(async () => {
  setClock({ now: () => NOON })
  open = await openTestDatabase()
})
afterAll(() => {
  open.remove()
  setClock()
})
beforeEach(async () => {
  setClock({ now: () => NOON })
  giver = await makeActor('giver')
  siteId = await opensSite(giver)
})

const view = async (importId: string) => (await findImport(giver.organisationId, importId))!
const acts = (importId: string, form: Record<string, string>, actor = giver) =>
  actsOnImport(actor, { siteId, importId }, form)
const runPage = (importId: string) => pageOfImport(giver, { siteId, importId })
const lines = () => linesOf(siteId)

async function corrects(importId: string, form: Record<string, string>) {
  const request = await requestAs(giver, `/chantiers/${siteId}/import/${importId}/lignes`, form)
  return answerOf(rowsAction(argsOf(request, { siteId, importId })))
}

async function rowsPage(importId: string) {
  const request = await requestAs(giver, `/chantiers/${siteId}/import/${importId}/lignes`)
  return rowsLoader(argsOf(request, { siteId, importId }))
}

async function imports(text = SURVEY, more: Record<string, string> = {}): Promise<string> {
  const id = await sendsSurvey(giver, siteId, text)
  expect(await acts(id, await launchAnswers(giver, id, more))).toMatchObject({ status: 302 })
  await runsJobs()
  return id
}

describe('a table', () => {
  it('is read, checked and written into the inventory, with its waste apart', async () => {
    const id = await sendsSurvey(giver, siteId)
    expect((await runPage(id)).count).toMatchObject({
      lines: 4,
      wastes: 1,
      faulty: 0,
      titles: 2,
      estimated: 1,
    })
    expect(await lines()).toEqual([])
    const before = (await getCommuneAccount('93048', { from: '2026-01-01', until: '2027-01-01' })).localReuse
    await acts(id, await launchAnswers(giver, id, { withDrafts: 'on' }))
    expect(await view(id)).toMatchObject({ status: 'running' })
    await runsJobs()
    expect(await view(id)).toMatchObject({ status: 'done', doneCount: 9, rowCount: 9 })
    const written = (await findInventory(siteId))!
    expect(written).toMatchObject({ kind: 'pemd', surveyor: 'Diag 93', surveyedOn: TODAY })
    const byProduct = new Map(written.lines.map((line) => [line.product, line]))
    expect(byProduct.get('Cloison amovible vitrée')).toMatchObject({
      ...{ material: 'partition-board', quantityMilli: 48_000, unit: 'm2', massG: 1680 * KG },
      ...{ reusableMassG: 1344 * KG, condition: 3, location: 'R+2', massEstimated: false, importId: id },
    })
    expect(byProduct.get('Bloc-porte coupe-feu')).toMatchObject({
      ...{ material: 'door', quantityMilli: 12_000, unit: 'u', reusableMassG: 720 * KG, condition: 4 },
    })
    expect(byProduct.get('Dalle moquette 50×50')).toMatchObject({ massG: 1610 * KG, massEstimated: true })
    expect(byProduct.get('Radiateur fonte')).toMatchObject({ reusableMassG: 0, condition: 1 })
    const waste = await reader().select().from(inventoryWastes).where(eq(inventoryWastes.importId, id))
    expect(waste).toMatchObject([
      { family: 'inert', wasteCode: '170101', massG: 12_500 * KG, outlet: 'Recyclage' },
    ])
    const after = (await getCommuneAccount('93048', { from: '2026-01-01', until: '2027-01-01' })).localReuse
    expect(after.denominatorG - before.denominatorG).toBe(written.massG)
    const drafts = await listDraftsOf(giver.organisationId)
    expect(drafts).toHaveLength(3)
    const draft = drafts.find(({ answers }) => answers.title === 'Bloc-porte coupe-feu')!
    expect(draft.answers).toMatchObject({
      ...{ inventoryLineId: byProduct.get('Bloc-porte coupe-feu')!.id, siteId, material: 'door' },
      ...{ quantity: '12', unit: 'u', condition: '4' },
    })
    expect(await stagedCount()).toBe(0)
  })

  it('sent twice under one id is read once, and started twice is written once', async () => {
    const id = await sendsSurvey(giver, siteId)
    await sendsSurvey(giver, siteId, SURVEY, id)
    const answers = await launchAnswers(giver, id)
    await Promise.all([acts(id, answers), acts(id, answers)])
    await runsJobs()
    await acts(id, answers)
    await runsJobs()
    expect(await lines()).toHaveLength(4)
  })

  it('of a site that is another organisation’s is not found', async () => {
    const other = await makeActor('giver')
    const id = await sendsSurvey(giver, siteId)
    expect(await acts(id, await launchAnswers(giver, id), other)).toMatchObject({ status: 404 })
    const request = await requestAs(other, `/chantiers/${siteId}/importer`)
    expect(await answerOf(sendLoader(argsOf(request, { siteId })))).toMatchObject({ status: 404 })
  })

  it.each([
    ['nothing', '', 'diag.csv', 400, 'aucun tableau'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'diag.xls', 415, 'ancien format'],
    ['a workbook with a password', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'diag.xlsx', 415, 'mot de passe'],
    ['a text named as a workbook', 'a;b', 'diag.xlsx', 415, 'inventaire'],
    ['too many lines', 'Portes;1\n'.repeat(20_001), 'diag.csv', 413, 'trop de lignes'],
  ])('ASVS 5.2.1, 5.2.2: of %s is refused with its reason', async (_name, content, name, status, words) => {
    const file = new File([content], name)
    const request = await postedInParts(giver, `/chantiers/${siteId}/importer`, { id: newId() }, file)
    const refused = await answerOf(sendAction(argsOf(request, { siteId })))
    expect(refused).toMatchObject({ init: { status } })
    expect(JSON.stringify(refused)).toContain(words)
  })
})

describe('columns', () => {
  const ODD = 'Nom;Nb;Poids\nPortes;12;600\nRadiateur fonte;3;210\n'
  const columns = {
    intent: 'columns',
    c0: 'product',
    c1: 'quantity',
    c2: 'mass',
    massIn: 'kg',
    reusableIn: 'percent',
  }

  async function chooses(importId: string, form: Record<string, string>) {
    const request = await requestAs(giver, `/chantiers/${siteId}/import/${importId}/colonnes`, form)
    return answerOf(columnsAction(argsOf(request, { siteId, importId })))
  }

  it('that a person chose are used for the next table with the same heads', async () => {
    const first = await sendsSurvey(giver, siteId, ODD)
    expect(await chooses(first, columns)).toMatchObject({ status: 302 })
    const next = await sendsSurvey(giver, siteId, ODD.replace('12', '14'))
    expect((await view(next)).mapping).toMatchObject({ product: 0, quantity: 1, mass: 2 })
    const request = await requestAs(giver, `/chantiers/${siteId}/import/${next}/colonnes`)
    expect(await columnsLoader(argsOf(request, { siteId, importId: next }))).toMatchObject({
      isRemembered: true,
    })
  })

  it('need a product, each once', async () => {
    const id = await sendsSurvey(giver, siteId, ODD)
    expect(await chooses(id, { ...columns, c0: '' })).toMatchObject({ init: { status: 400 } })
    const twice = await chooses(id, { ...columns, c1: 'mass' })
    expect(twice).toMatchObject({ init: { status: 400 }, data: { field: 'c2' } })
  })

  it('follow another row of heads, and another sheet', async () => {
    const bytes = buildWorkbook([
      {
        name: 'Inventaire',
        rows: [
          ['Produit', 'Quantité', 'Unité', 'Masse kg'],
          ['Portes', 12, 'u', 600],
          ['Portes', 2, 'u', 90],
        ],
      },
      {
        name: 'Étage',
        rows: [
          ['Désignation', 'Qté', 'U', 'Tonnes'],
          ['Cloison', 4, 'm²', 0.2],
        ],
      },
    ])
    const id = newId()
    const file = new File([bytes], 'diag.xlsx')
    const request = await postedInParts(giver, `/chantiers/${siteId}/importer`, { id }, file)
    await answerOf(sendAction(argsOf(request, { siteId })))
    expect(await view(id)).toMatchObject({ sheet: 'Inventaire', headRow: 1 })
    expect(await chooses(id, { intent: 'sheet', sheet: 'Étage' })).toMatchObject({ status: 302 })
    expect(await view(id)).toMatchObject({
      sheet: 'Étage',
      rowCount: 2,
      heads: ['Désignation', 'Qté', 'U', 'Tonnes'],
    })
    expect((await runPage(id)).count).toMatchObject({ lines: 1, massG: 200 * KG })
    expect(await chooses(id, { intent: 'heads', headRow: 'none' })).toMatchObject({ status: 302 })
    expect(await view(id)).toMatchObject({ headRow: null, heads: [] })
    expect(await chooses(id, { intent: 'sheet', sheet: 'Nulle' })).toMatchObject({ init: { status: 400 } })
  })
})

describe('putting right', () => {
  const WRONG =
    'Produit;Quantité;Unité;Masse (kg)\nModèle XZ;4;u;40\nModèle XZ;5;u;50\nPortes;1;ens;\nPeinture;1;ens;\nPortes;3;u;150\n'

  it('writes nothing while a line is wrong, then all of it', async () => {
    const id = await sendsSurvey(giver, siteId, WRONG)
    expect((await runPage(id)).count).toMatchObject({ lines: 1, faulty: 4 })
    expect(await acts(id, await launchAnswers(giver, id))).toMatchObject({ init: { status: 409 } })
    const page = await rowsPage(id)
    expect(page.wordings).toEqual([
      { wording: 'Modèle XZ', rows: 2 },
      { wording: 'Peinture', rows: 1 },
    ])
    await corrects(id, { intent: 'materials', 'm0.wording': 'Modèle XZ', 'm0.material': 'electrical' })
    await corrects(id, {
      ...{ intent: 'rows', 'r4.shown': 'line', 'r4.product': 'Portes', 'r4.quantity': '2', 'r4.unit': 'u' },
      ...{ 'r4.mass': '90 kg', 'r4.material': 'door', 'r4.reusable': '', 'r4.kind': 'line' },
      ...{ 'r5.shown': 'line', 'r5.leave': 'on' },
    })
    expect((await runPage(id)).count).toMatchObject({ lines: 4, faulty: 0, left: 1 })
    await acts(id, await launchAnswers(giver, id))
    await runsJobs()
    expect((await lines()).map(({ product, massG }) => `${product} ${massG / KG}`).sort()).toEqual([
      'Modèle XZ 40',
      'Modèle XZ 50',
      'Portes 150',
      'Portes 90',
    ])
  })

  it('after the dry run has the dry run seen again', async () => {
    const id = await sendsSurvey(giver, siteId)
    const seen = await launchAnswers(giver, id)
    await corrects(id, { intent: 'rows', 'r3.shown': 'line', 'r3.leave': 'on' })
    expect(await acts(id, seen)).toMatchObject({ init: { status: 409 } })
    expect(await view(id)).toMatchObject({ status: 'checking' })
  })

  it('is refused while the import is being written', async () => {
    const id = await sendsSurvey(giver, siteId)
    await acts(id, await launchAnswers(giver, id))
    expect(await corrects(id, { intent: 'rows', 'r3.shown': 'line', 'r3.leave': 'on' })).toMatchObject({
      init: { status: 409 },
    })
  })
})

describe('what is there already', () => {
  it('is noticed: the file, asked about once, and its lines, left out', async () => {
    await imports()
    const again = await sendsSurvey(giver, siteId)
    const page = await runPage(again)
    expect(page).toMatchObject({ sameDay: TODAY, count: { known: 4 } })
    expect(await acts(again, await launchAnswers(giver, again))).toMatchObject({ data: { field: 'again' } })
    await acts(again, await launchAnswers(giver, again, { again: 'on', skipsKnown: 'on' }))
    await runsJobs()
    expect(await view(again)).toMatchObject({ status: 'done' })
    expect(await lines()).toHaveLength(4)
  })
})

it('an import given up leaves nothing behind', async () => {
  const id = await sendsSurvey(giver, siteId)
  expect(await acts(id, { intent: 'discard' })).toMatchObject({ status: 302 })
  expect(await findImport(giver.organisationId, id)).toBeNull()
})
