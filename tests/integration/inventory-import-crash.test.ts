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
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { undoImport } from '~/features/imports/commands/end-import.server'
import { launchImport } from '~/features/imports/commands/launch-import.server'
import { writeImport } from '~/features/imports/commands/write-import.server'
import { findImport } from '~/features/imports/queries.server'
import { listDraftsOf } from '~/features/lots/queries/drafts.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { findInventory } from '~/features/sites/queries.server'
import { reader } from '~/platform/db.server'
import { events } from '~db/sqlite/platform'
import { opensSite, publishes } from '~tests/support/answers'
import { makeActor, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

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

async function imports(more: Record<string, string> = {}): Promise<string> {
  const id = await sendsSurvey(giver, siteId, SURVEY)
  expect(await acts(id, await launchAnswers(giver, id, more))).toMatchObject({ status: 302 })
  await runsJobs()
  return id
}

describe('a crash in the middle', () => {
  const MANY = `Produit;Quantité;Unité;Masse (kg)\n${Array.from({ length: 900 }, (_, at) => `Porte ${at};1;u;40`).join('\n')}`

  async function launched() {
    const id = await sendsSurvey(giver, siteId, MANY)
    const { revision } = await view(id)
    const choices = { kind: 'pemd', surveyedOn: TODAY, surveyor: '', skipsKnown: false } as const
    await launchImport({ actor: giver, importId: id, revision, choices, withDrafts: false, again: false })
    return { importId: id, revision: revision + 1 }
  }
  const dieAt = (done: number) => (doneCount: number) => {
    if (doneCount >= done) throw new Error('the process ended')
  }

  it.each([200, 600, 900])(
    'after %d rows shows nothing, and the next run goes on from there',
    async (done) => {
      const job = await launched()
      await expect(writeImport(job, dieAt(done))).rejects.toThrow('ended')
      expect(await lines()).toEqual([])
      expect(await view(job.importId)).toMatchObject({ status: 'running', doneCount: done })
      await writeImport(job)
      expect(await lines()).toHaveLength(900)
      expect(new Set((await lines()).map(({ product }) => product)).size).toBe(900)
      expect(await stagedCount()).toBe(0)
    },
  )

  it('and two workers on the same import write it once', async () => {
    const job = await launched()
    await Promise.all([writeImport(job), writeImport(job), writeImport(job)])
    await writeImport(job)
    expect(await lines()).toHaveLength(900)
    expect(await stagedCount()).toBe(0)
  })

  it('and a stop in the middle leave nothing; it can be started again', async () => {
    const job = await launched()
    await expect(writeImport(job, dieAt(400))).rejects.toThrow('ended')
    expect(await acts(job.importId, { intent: 'stop' })).toMatchObject({ status: 302 })
    expect(await stagedCount()).toBe(0)
    await writeImport(job)
    expect(await lines()).toEqual([])
    await acts(job.importId, await launchAnswers(giver, job.importId))
    await runsJobs()
    expect(await lines()).toHaveLength(900)
  })
})

describe('undoing', () => {
  it('takes all of it back, with the inventory that it opened, and the history says so', async () => {
    const id = await imports({ withDrafts: 'on' })
    expect(await acts(id, { intent: 'undo' })).toMatchObject({ status: 302 })
    expect(await findInventory(siteId)).toBeNull()
    expect(await listDraftsOf(giver.organisationId)).toEqual([])
    expect(await view(id)).toMatchObject({ status: 'undone' })
    const told = and(eq(events.entityId, siteId), eq(events.kind, 'inventory-import-undone'))
    expect((await reader().select().from(events).where(told))[0]?.detail).toMatchObject({
      ...{ importId: id, lines: 4, wastes: 1, drafts: 3 },
    })
  })

  it('keeps the lines that lots were published from, and tells which', async () => {
    const id = await imports()
    const line = (await lines()).find(({ material }) => material === 'door')!
    const lotId = await publishes(giver, siteId, { inventoryLineId: line.id })
    expect((await runPage(id)).lots).toMatchObject([{ id: lotId, product: 'Bloc-porte coupe-feu' }])
    await acts(id, { intent: 'undo' })
    expect((await lines()).map((one) => one.id)).toEqual([line.id])
    expect((await runPage(id)).imported).toMatchObject({ lines: 1, wastes: 0 })
  })

  it('beside a publication leaves a lot and its line, or neither', async () => {
    const id = await imports()
    const line = (await lines()).find(({ material }) => material === 'door')!
    await Promise.all([
      publishes(giver, siteId, { inventoryLineId: line.id }),
      undoImport({ actor: giver, importId: id }),
    ])
    expect((await lines()).length).toBeLessThanOrEqual(1)
  })

  it('is refused after a day, twice, and of another organisation', async () => {
    const id = await imports()
    expect(await acts(id, { intent: 'undo' }, await makeActor('giver'))).toMatchObject({ status: 404 })
    setClock({ now: () => NOON + 24 * 3_600_000 + 1 })
    expect(await acts(id, { intent: 'undo' })).toMatchObject({ init: { status: 409 } })
    setClock({ now: () => NOON })
    await acts(id, { intent: 'undo' })
    expect(await acts(id, { intent: 'undo' })).toMatchObject({ init: { status: 409 } })
  })
})
