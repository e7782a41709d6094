import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { getCommuneAccount } from '~/features/accounting/queries/accounts.server'
import { recordHandover } from '~/features/accounting/commands/record-handover.server'
import { listLotsOfSite } from '~/features/lots/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { findInventory } from '~/features/sites/queries.server'
import { reader } from '~/platform/db.server'
import { action as lineAction, loader as lineLoader } from '~/routes/inventory-line/route'
import { loader as newLotLoader } from '~/routes/lot-new/route'
import { action as siteAction, loader as siteLoader } from '~/routes/site/route'
import { loader as csvLoader } from '~/routes/inventory-csv/route'
import { events } from '~db/sqlite/platform'
import { accepts, inventories, opensSite, publishes, requests, signs } from '~tests/support/answers'
import { createActor } from '~tests/support/actors'
import { makeActor, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

const YEAR = { from: '2026-01-01', until: '2027-01-01' }
const KG = 1000
let open: TestDatabase
let giver: Actor
let other: Actor
let siteId: string

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  open = await openTestDatabase()
})
afterAll(() => {
  open.remove()
  setClock()
})
beforeEach(async () => {
  giver = await makeActor('giver')
  other = await makeActor('giver')
  siteId = await opensSite(giver)
  await inventories(giver, siteId)
})

async function theLine() {
  return (await findInventory(siteId))!.lines[0]!
}

async function postLine(actor: Actor, lineId: string, form: Record<string, string>) {
  const request = await requestAs(actor, `/chantiers/${siteId}/inventaire/${lineId}`, form)
  return answerOf(lineAction(argsOf(request, { siteId, lineId })))
}

const EDIT = {
  intent: 'edit',
  material: 'door',
  product: 'Portes coupe-feu',
  quantity: '200',
  unit: 'u',
  massKg: '8 000',
  reusableKg: '2 000',
}

async function denominatorG() {
  return (await getCommuneAccount('93048', YEAR)).localReuse.denominatorG
}

describe('a line from which nothing is published', () => {
  it('changes as a whole, and the denominator of the rate with it', async () => {
    const before = await denominatorG()
    const line = await theLine()
    expect(await postLine(giver, line.id, EDIT)).toMatchObject({ status: 302 })
    expect(await theLine()).toMatchObject({ product: 'Portes coupe-feu', quantityMilli: 200_000 })
    expect((await denominatorG()) - before).toBe(-2_000 * KG)
    const rows = await reader().select().from(events)
    expect(
      rows.find(({ kind, entityId }) => kind === 'inventory-line-edited' && entityId === siteId)?.detail,
    ).toMatchObject({ lineId: line.id, before: { massG: 10_000 * KG }, after: { massG: 8_000 * KG } })
  })

  it('keeps what else the survey says of it, and leaves it unsaid where nothing is typed', async () => {
    const { id } = await theLine()
    const more = {
      dimensions: '93 × 204 cm',
      condition: '4',
      location: 'R+1',
      precautions: 'Garder les ferme-portes',
    }
    expect(await postLine(giver, id, { ...EDIT, ...more })).toMatchObject({ status: 302 })
    expect(await theLine()).toMatchObject({ ...more, condition: 4, assembly: '', reusability: '' })
    expect(await postLine(giver, id, { ...EDIT, condition: '6' })).toMatchObject({ init: { status: 400 } })
    expect(await postLine(giver, id, EDIT)).toMatchObject({ status: 302 })
    expect(await theLine()).toMatchObject({ dimensions: '', condition: null, location: '' })
  })

  it('goes, and the denominator falls by its mass', async () => {
    const before = await denominatorG()
    expect(await postLine(giver, (await theLine()).id, { intent: 'delete' })).toMatchObject({ status: 302 })
    expect((await findInventory(siteId))?.lines).toEqual([])
    expect(before - (await denominatorG())).toBe(10_000 * KG)
  })

  it('is refused at its field when more is reusable than there is, and nothing changes', async () => {
    const line = await theLine()
    const reply = await postLine(giver, line.id, { ...EDIT, reusableKg: '8 000,001' })
    expect(reply).toMatchObject({ init: { status: 400 } })
    expect(JSON.stringify(reply)).toContain('"reusableKg":["Indiquez au plus la masse totale."]')
    expect(JSON.stringify(reply)).toContain('8 000,001')
    expect(await theLine()).toEqual(line)
  })

  it('takes the mass that a source gives when none is typed, marked as an estimate', async () => {
    const line = await theLine()
    const bricks = { ...EDIT, material: 'brick', quantity: '1 000', massKg: '', reusableKg: '2 300' }
    expect(await postLine(giver, line.id, bricks)).toMatchObject({ status: 302 })
    expect(await theLine()).toMatchObject({ massG: 2_300 * KG, massEstimated: true })
    const more = JSON.stringify(await postLine(giver, line.id, { ...bricks, reusableKg: '2 301' }))
    expect(more).toContain('Indiquez au plus la masse totale.')
    const doors = JSON.stringify(await postLine(giver, line.id, { ...EDIT, massKg: '' }))
    expect(doors).toContain('aucune source ne la donne')
  })
})

describe('a line from which a lot is published', () => {
  let lineId: string
  beforeEach(async () => {
    lineId = (await theLine()).id
    await publishes(giver, siteId, { inventoryLineId: lineId })
  })

  it('neither goes nor changes', async () => {
    const line = await theLine()
    for (const form of [{ intent: 'delete' }, EDIT]) {
      const reply = await postLine(giver, lineId, form)
      expect(reply).toMatchObject({ init: { status: 409 } })
      expect(JSON.stringify(reply)).toContain('Des lots sont publiés depuis cette ligne')
    }
    expect(await theLine()).toEqual(line)
  })

  it('has its masses corrected with a reason that the history keeps, and the denominator follows', async () => {
    const before = await denominatorG()
    const masses = { intent: 'correct', massKg: '9 000', reusableKg: '4 000' }
    const bare = await postLine(giver, lineId, masses)
    expect(JSON.stringify(bare)).toContain('"reason":["Renseignez ce champ."]')
    expect(await denominatorG()).toBe(before)
    const reason = 'Pesée sur place'
    expect(await postLine(giver, lineId, { ...masses, reason })).toMatchObject({ status: 302 })
    expect(await theLine()).toMatchObject({ massG: 9_000 * KG, reusableMassG: 4_000 * KG })
    expect((await denominatorG()) - before).toBe(-1_000 * KG)
    const rows = await reader().select().from(events)
    const kept = rows.find(({ kind, entityId }) => kind === 'inventory-line-corrected' && entityId === siteId)
    expect(kept?.detail).toMatchObject({
      reason,
      before: { massG: 10_000 * KG },
      after: { massG: 9_000 * KG },
    })
  })

  it('shows what of it is published and handed over, on the page and in the file', async () => {
    const taker = await createActor('taker')
    const lots = await listLotsOfSite(siteId)
    const reservation = await requests(taker, lots[0]!.id, 5)
    await accepts(giver, reservation)
    await signs(giver, reservation, 190 * KG)
    await recordHandover((await signs(taker, reservation, 190 * KG))!)
    const page = await siteLoader(argsOf(await requestAs(giver, `/chantiers/${siteId}`), { siteId }))
    expect(page.inventory?.lines[0]).toMatchObject({ publishedG: 480 * KG, handedOverG: 190 * KG })
    expect(page.unlinked).toBeNull()
    const file = await csvLoader(
      argsOf(await requestAs(giver, `/chantiers/${siteId}/inventaire.csv`), { siteId }),
    )
    expect(await file.text()).toMatch(/;10000;non;5000;;;;;;;1;480;0;190;0;9810;/)
  })

  it('offers what is left of its reusable part to the next lot', async () => {
    const start = await newLotLoader(argsOf(await requestAs(giver, `/lots/publier?ligne=${lineId}`)))
    expect(start.answers).toMatchObject({
      inventoryLineId: lineId,
      siteId,
      material: 'door',
      title: 'Blocs-portes à âme pleine',
      quantity: '113',
      unit: 'u',
      massKg: '4520',
    })
  })
})

describe('a lot of another site', () => {
  it('is published without the line', async () => {
    const elsewhere = await opensSite(giver, { name: 'Ailleurs' })
    const lineId = (await theLine()).id
    await publishes(giver, elsewhere, { inventoryLineId: lineId })
    const foreign = await opensSite(other)
    await publishes(other, foreign, { inventoryLineId: lineId })
    for (const site of [elsewhere, foreign]) {
      expect((await listLotsOfSite(site))[0]).toMatchObject({ inventoryLineId: null })
    }
    expect(await postLine(giver, lineId, { intent: 'delete' })).toMatchObject({ status: 302 })
  })
})

describe('the survey', () => {
  const post = async (actor: Actor, form: Record<string, string>) =>
    answerOf(siteAction(argsOf(await requestAs(actor, `/chantiers/${siteId}`, form), { siteId })))

  it('says its day and who made it, never a day to come', async () => {
    const survey = { intent: 'survey', kind: 'resources', surveyedOn: '2026-05-04', surveyor: 'Atelier Diag' }
    expect(await post(giver, survey)).toMatchObject({ status: 302 })
    expect(await findInventory(siteId)).toMatchObject({
      kind: 'resources',
      surveyedOn: '2026-05-04',
      surveyor: 'Atelier Diag',
    })
    const ahead = await post(giver, { ...survey, surveyedOn: '2026-09-16' })
    expect(JSON.stringify(ahead)).toContain('aujourd’hui au plus tard')
    expect(await findInventory(siteId)).toMatchObject({ surveyedOn: '2026-05-04' })
  })
})

it('is for its own organisation', async () => {
  const line = await theLine()
  const admin = await createActor('admin')
  for (const [actor, status] of [
    [other, 404],
    [admin, 403],
  ] as const) {
    const path = `/chantiers/${siteId}/inventaire/${line.id}`
    const read = lineLoader(argsOf(await requestAs(actor, path), { siteId, lineId: line.id }))
    expect(await answerOf(read)).toMatchObject({ status })
    expect(await postLine(actor, line.id, { intent: 'delete' })).toMatchObject({ status })
    expect(await postLine(actor, line.id, EDIT)).toMatchObject({ status })
  }
  const foreign = newLotLoader(argsOf(await requestAs(other, `/lots/publier?ligne=${line.id}`)))
  expect(await answerOf(foreign)).toMatchObject({ status: 404 })
  const unknown = lineLoader(argsOf(await requestAs(giver, '/x'), { siteId: newId(), lineId: line.id }))
  expect(await answerOf(unknown)).toMatchObject({ status: 404 })
  expect(await theLine()).toEqual(line)
})
