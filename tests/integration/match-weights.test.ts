import type { SubmissionResult } from '@conform-to/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { SHIPPED_WEIGHTS } from '~/features/matching/model/weights'
import { listWeightVersions, weightsInForce } from '~/features/matching/queries/weights.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { withTx } from '~/platform/transaction.server'
import { makeLot } from '~db/seed/factories/lot'
import { makeNeed } from '~db/seed/factories/need'
import { insertRows } from '~db/seed/factories/rows'
import { makeSite } from '~db/seed/factories/site'
import { changes, events } from '~db/sqlite/platform'
import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { createActors, type ActorKind } from '~tests/support/actors'
import { setupDatabase, type TestSetup } from '~tests/support/database'
import { action, loader } from '~/routes/admin-matching/route'
import type { WeightReply } from '~/routes/admin-matching/weight-acts.server'
import { loader as csv } from '~/routes/admin-matching-csv/route'

const PAGE = '/administration/rapprochements'
const NOW = Date.parse('2026-09-15T12:00:00Z')
/** Price against all: 5 % off the fit, 5 % on the price. */
const TYPED = {
  fit: '15',
  distance: '15',
  dates: '15',
  cover: '15',
  condition: '8',
  carbon: '17,00',
  price: '15 %',
}

let setup: TestSetup
let actors: Record<ActorKind, Actor>
beforeEach(async () => {
  setClock({ now: () => NOW })
  setup = await setupDatabase()
  actors = await createActors()
})
afterEach(() => {
  setup.cleanup()
  setClock()
})

type Answer = { status: number; to?: string | null; reply?: WeightReply }

async function post(who: Actor, form: Record<string, string>): Promise<Answer> {
  const answer = await answerOf(action(argsOf(await requestAs(who, PAGE, form))))
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get('Location') }
  const { data, init } = answer as { data: WeightReply; init: { status?: number } | null }
  return { status: init?.status ?? 200, reply: data }
}

const save = (who: Actor, more: Record<string, string> = {}) =>
  post(who, { ...TYPED, reason: 'Le prix compte plus', seen: 'p0', intent: 'save', ...more })

/** What caches are told of the weights. */
async function changesOfWeights() {
  const rows = await setup.database.read.select().from(changes)
  return rows.filter(({ entity }) => entity === 'match-weights')
}

const errorsOf = (answer: Answer): SubmissionResult<string[]>['error'] => answer.reply?.result.error

describe('the page of the weights', () => {
  it('exists for the team of the Métropole alone', async () => {
    for (const who of [actors.giver, actors.taker, actors.agent]) {
      expect(await answerOf(loader(argsOf(await requestAs(who, PAGE))))).toMatchObject({ status: 404 })
      expect(await answerOf(csv(argsOf(await requestAs(who, `${PAGE}.csv`))))).toMatchObject({ status: 404 })
      expect(await save(who)).toMatchObject({ status: 404 })
    }
    expect(await answerOf(loader(argsOf(await requestAs(null, PAGE))))).toMatchObject({ status: 302 })
    expect((await weightsInForce()).version).toBe('p0')
  })

  it('keeps new weights under a version of their own, with who, when and why', async () => {
    expect(await save(actors.admin)).toEqual({ status: 302, to: `${PAGE}?fait=enregistres` })
    const weights = await weightsInForce()
    expect(weights).toEqual({ version: 'p1', of: { ...SHIPPED_WEIGHTS.of, fit: 0.15, price: 0.15 } })
    expect(await listWeightVersions()).toMatchObject([
      { version: 'p1', setAtMs: NOW, setBy: actors.admin.name, reason: 'Le prix compte plus' },
      { version: 'p0', setAtMs: null, setBy: null },
    ])
    const [event] = await setup.database.read.select().from(events)
    expect(event).toMatchObject({ entity: 'match-weights', entityId: 'p1', kind: 'set' })
    expect(event?.actorUserId).toBe(actors.admin.userId)
    expect(event?.detail).toMatchObject({ before: { version: 'p0' }, after: { version: 'p1' } })
    expect(await changesOfWeights()).toMatchObject([{ entity: 'match-weights', entityId: 'p1' }])
  })

  it('tells the second of two administrators that the weights changed, keeps the answers, and changes nothing', async () => {
    await save(actors.admin)
    const second = await save(actors.admin, { fit: '14', price: '16' })
    expect(second).toMatchObject({ status: 409 })
    expect(errorsOf(second)).toEqual({ '': [expect.stringContaining('p1')] })
    expect(second.reply?.result.initialValue).toMatchObject({ fit: '14', price: '16' })
    expect((await listWeightVersions()).map(({ version }) => version)).toEqual(['p1', 'p0'])
    const preview = await save(actors.admin, { fit: '14', price: '16', intent: 'preview' })
    expect(preview.reply?.preview?.meanwhile).toBe('p1')
  })

  it('puts the weights that ship back in one act, as a version that follows', async () => {
    await save(actors.admin)
    setClock({ now: () => NOW - 1000 })
    const restored = await post(actors.admin, { intent: 'restore', seen: 'p1' })
    expect(restored).toEqual({ status: 302, to: `${PAGE}?fait=remis` })
    expect(await weightsInForce()).toEqual({ version: 'p2', of: SHIPPED_WEIGHTS.of })
    const [current] = await listWeightVersions()
    expect(current).toMatchObject({ version: 'p2', isRestored: true, setAtMs: NOW + 1 })
    expect(await post(actors.admin, { intent: 'restore', seen: 'p2' })).toMatchObject({ status: 409 })
  })
})

describe('answers that cannot be kept', () => {
  it.each([
    ['a percentage that is none', { carbon: 'dix-sept' }, 'carbon'],
    ['three decimals', { carbon: '17,001' }, 'carbon'],
    ['a negative one', { carbon: '-17' }, 'carbon'],
    ['an empty one', { carbon: '' }, 'carbon'],
    ['a sum of 99 %', { carbon: '16' }, 'total'],
    ['a sum of 100,01 %', { carbon: '17,01' }, 'total'],
    ['no reason', { reason: '  ' }, 'reason'],
  ])('%s', async (_, wrong, field) => {
    const answer = await save(actors.admin, wrong)
    expect(answer.status).toBe(400)
    expect(Object.keys(errorsOf(answer) ?? {})).toEqual([field])
    expect(answer.reply?.result.initialValue).toMatchObject({ fit: '15' })
    expect((await weightsInForce()).version).toBe('p0')
  })

  it('the weights that are in force already', async () => {
    const same = await save(actors.admin, { fit: '20', price: '10' })
    expect(same.status).toBe(409)
    expect(await changesOfWeights()).toEqual([])
  })
})

/** A gift far away and a priced lot next door, for one need: the weights decide which comes first. */
async function addMarket() {
  const { giver, taker } = actors
  const site = makeSite({ organisationId: giver.organisationId, communeCode: '93048' })
  const owned = { organisationId: giver.organisationId, siteId: site.id }
  const lots = [
    makeLot({ ...owned, communeCode: '93048', title: 'À côté', unitPriceCents: 2000 }),
    makeLot({ ...owned, communeCode: '92050', title: 'Gratuit', unitPriceCents: 0 }),
    makeLot({ ...owned, communeCode: '92050', title: 'Loin et cher', unitPriceCents: 2000 }),
  ]
  const need = makeNeed({
    organisationId: taker.organisationId,
    communeCode: '93048',
    budgetUnitCents: 1000,
    radiusKm: 30,
  })
  await withTx((tx) => insertRows(tx, { sites: [site], lots, needs: [need] }))
  return need
}

describe('the preview', () => {
  it('shows real rankings of today and of the new weights, and keeps nothing', async () => {
    const need = await addMarket()
    const distance = { distance: '30', price: '0', fit: '15' }
    const near = await save(actors.admin, { ...distance, intent: 'preview', reason: '' })
    expect(near.status).toBe(200)
    expect(near.reply?.result.initialValue).toMatchObject(distance)
    const [example] = near.reply!.preview!.examples
    expect(example).toMatchObject({ of: 'need', id: need.id, candidates: 3 })
    const price = await save(actors.admin, { distance: '0', price: '30', fit: '15', intent: 'preview' })
    const [other] = price.reply!.preview!.examples
    const titles = (lines: { title: string }[]) => lines.map(({ title }) => title)
    expect(titles(example!.after)[0]).toBe('À côté')
    expect(titles(other!.after)[0]).toBe('Gratuit')
    const ids = (lines: { id: string }[]) => lines.map(({ id }) => id)
    expect(ids(example!.before)).toEqual(ids(other!.before))
    const moved = other!.after[0]!
    expect(moved.after.rank).toBe(1)
    expect(moved.after.score).not.toBe(moved.before.score)
    expect((await weightsInForce()).version).toBe('p0')
    expect(await changesOfWeights()).toEqual([])
  })

  it('says so when there is nothing to rank', async () => {
    const answer = await save(actors.admin, { intent: 'preview' })
    expect(answer.reply?.preview).toEqual({ examples: [], meanwhile: null })
  })
})

it('gives the history as a file', async () => {
  await save(actors.admin)
  const file = await csv(argsOf(await requestAs(actors.admin, `${PAGE}.csv`)))
  const lines = (await file.text()).trim().split('\r\n')
  expect(lines).toHaveLength(3)
  expect(lines[1]).toContain(
    `p1;2026-09-15T12:00:00.000Z;${actors.admin.name};Le prix compte plus;15;15;15;15;8;17;15`,
  )
  expect(lines[2]).toContain('p0;livrée avec le logiciel')
})
