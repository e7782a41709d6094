import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import { changeNeed } from '~/features/needs/commands/change-need.server'
import { findNeed } from '~/features/needs/queries.server'
import { changeNeedSchema } from '~/features/needs/schema'
import type { Actor } from '~/features/organisations/model/permissions'
import { action as listAction, loader as listLoader } from '~/routes/my-needs/route'
import { loader as csvLoader } from '~/routes/my-needs-csv/route'
import { action as needAction } from '~/routes/need/route'
import { accepts, granted, opensSite, publishes, requests, states } from '~tests/support/answers'
import { createActor } from '~tests/support/actors'
import { openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

const UNTIL = addDays(TODAY, 40)
let open: TestDatabase
let giver: Actor
let taker: Actor
let other: Actor
let needId: string

function onDay(day: string) {
  setClock({ now: () => Date.parse(`${day}T12:00:00Z`) })
}
beforeAll(async () => {
  onDay(TODAY)
  open = await openTestDatabase()
  giver = await createActor('giver')
  other = await createActor('taker')
})
afterAll(() => {
  open.remove()
  setClock()
})
beforeEach(async () => {
  onDay(TODAY)
  taker = await createActor('taker')
  needId = await states(taker)
})

async function list(shelf = 'ouverts', actor = taker) {
  return listLoader(argsOf(await requestAs(actor, `/mes-besoins?etat=${shelf}`)))
}

async function sets(status: string, actor = taker) {
  const fromList = await answerOf(
    listAction(argsOf(await requestAs(actor, '/mes-besoins?etat=clos', { needId, status }))),
  )
  const request = await requestAs(actor, `/besoins/${needId}`, { status })
  return { fromList, fromPage: await answerOf(needAction(argsOf(request, { needId }))) }
}

const edited = (more: Record<string, string>) =>
  changeNeedSchema.parse({
    ...{ material: 'door', title: 'Portes', quantity: '8', unit: 'u', communeCode: '93048' },
    ...{ neededFrom: TODAY, neededUntil: UNTIL, radiusKm: '15', minCondition: '3', ...more },
  })

describe('the list of my needs', () => {
  it('says what is covered, what is left and how many lots fit now, on the page and in the file', async () => {
    const lotId = await publishes(giver, await opensSite(giver))
    await accepts(giver, await requests(taker, lotId, 3, needId))
    const page = await list()
    const [listed] = page.needs
    expect(listed).toMatchObject({
      state: 'open',
      need: { id: needId, quantityMilli: 8000, openMilli: 5000 },
    })
    expect(listed?.matches).toBeGreaterThanOrEqual(1)
    expect(page.counts).toContainEqual({ shelf: 'ouverts', count: 1 })
    const file = await csvLoader(argsOf(await requestAs(taker, '/mes-besoins.csv?etat=ouverts')))
    expect(await file.text()).toContain(`;Ouvert;8;3;5;u;${listed?.matches};`)
  })

  it('holds the own needs only, each on its shelf', async () => {
    expect((await list('ouverts', other)).needs.map(({ need }) => need.id)).not.toContain(needId)
    await sets('closed')
    expect((await list('clos')).needs).toMatchObject([{ state: 'closed', matches: null }])
    expect((await list('ouverts')).needs).toEqual([])
    onDay(UNTIL)
    needId = await states(taker, { neededFrom: addDays(UNTIL, 1), neededUntil: addDays(UNTIL, 2) })
    onDay(addDays(UNTIL, 2))
    expect((await list('passes')).needs.map(({ need }) => need.id)).toEqual([needId])
  })

  it('is for those who take', async () => {
    const visitor = await answerOf(listLoader(argsOf(await requestAs(null, '/mes-besoins'))))
    expect(visitor).toMatchObject({ status: 302 })
    for (const actor of [giver, await createActor('agent'), await createActor('admin')]) {
      expect(await answerOf(list('ouverts', actor))).toMatchObject({ status: 403 })
      const file = answerOf(csvLoader(argsOf(await requestAs(actor, '/mes-besoins.csv'))))
      expect(await file).toMatchObject({ status: 403 })
    }
  })
})

describe('reopening', () => {
  it('waits for days ahead', async () => {
    await sets('closed')
    onDay(UNTIL)
    const { fromList, fromPage } = await sets('open')
    for (const reply of [fromList, fromPage]) {
      expect(reply).toMatchObject({ init: { status: 409 } })
      expect(JSON.stringify(reply)).toContain('La date de ce besoin est passée')
    }
    expect(await findNeed(needId)).toMatchObject({ status: 'closed' })
    const later = edited({ neededFrom: UNTIL, neededUntil: addDays(UNTIL, 30) })
    granted(await changeNeed({ actor: taker, needId, ...later }))
    expect((await sets('open')).fromPage).toMatchObject({ status: 302 })
    expect(await findNeed(needId)).toMatchObject({ status: 'open' })
  })

  it('waits for a larger quantity once all is served', async () => {
    const lotId = await publishes(giver, await opensSite(giver))
    await accepts(giver, await requests(taker, lotId, 8, needId))
    await sets('paused')
    const { fromPage } = await sets('open')
    expect(fromPage).toMatchObject({ init: { status: 409 } })
    expect(JSON.stringify(fromPage)).toContain('couvrent déjà tout ce besoin')
    granted(await changeNeed({ actor: taker, needId, ...edited({ quantity: '10' }) }))
    expect((await sets('open')).fromPage).toMatchObject({ status: 302 })
    expect(await findNeed(needId)).toMatchObject({ status: 'open', openMilli: 2000 })
  })

  it('asks anew for what suits it', async () => {
    await sets('paused')
    const told = () =>
      open.writer
        .prepare("select count(*) from outbox where topic = 'need.changed' and payload like ?")
        .pluck()
        .get(`%${needId}%`)
    expect(told()).toBe(0)
    await sets('open')
    expect(told()).toBe(1)
  })

  it('is not for others, nor a pause of what is closed', async () => {
    await sets('closed')
    const { fromList, fromPage } = await sets('open', other)
    expect(fromList).toMatchObject({ init: { status: 404 } })
    expect(fromPage).toMatchObject({ status: 404 })
    expect((await sets('paused')).fromList).toMatchObject({ init: { status: 409 } })
    expect(await findNeed(needId)).toMatchObject({ status: 'closed' })
  })
})
