import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { makePlanNow } from '~/features/matching/commands/make-plan.server'
import { runOnce } from '~/jobs/worker.server'
import { dismissPair } from '~/features/matching/commands/dismiss-pair.server'
import { proposePlanned } from '~/features/matching/commands/propose-planned.server'
import { listBoardPairs } from '~/features/matching/queries/pair-board.server'
import { listNotifications } from '~/features/notifications/queries.server'
import { isPlanAwaited } from '~/features/matching/queries/plans.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { loader as coverageCsv } from '~/routes/admin-plan-communes-csv/route'
import { loader as flowsCsv } from '~/routes/admin-plan-flows-csv/route'
import { loader as pairsCsv } from '~/routes/admin-plan-csv/route'
import { action, loader } from '~/routes/admin-plan/route'
import { opensSite, publishes, states } from '~tests/support/answers'
import { createActors, type ActorKind } from '~tests/support/actors'
import { openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

const PATH = '/administration/plan'
let open: TestDatabase
let actors: Record<ActorKind, Actor>

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  open = await openTestDatabase()
  actors = await createActors()
})
afterAll(() => {
  setClock()
  open.remove()
})

async function openPage(actor: Actor | null, query = '') {
  return answerOf(loader(argsOf(await requestAs(actor, PATH + query))))
}

type Page = Awaited<ReturnType<typeof loader>>

describe('the page of the plan', () => {
  it('is the Métropole’s team’s alone, with its exports and its button', async () => {
    for (const read of [loader, pairsCsv, coverageCsv, flowsCsv]) {
      const statuses = [null, actors.giver, actors.taker, actors.agent].map(async (actor) => {
        const answer = await answerOf(read(argsOf(await requestAs(actor, PATH))))
        return answer instanceof Response ? answer.status : 200
      })
      expect(await Promise.all(statuses)).toEqual([302, 404, 404, 404])
    }
    const form = { intent: 'remake' }
    const posted = await answerOf(action(argsOf(await requestAs(actors.giver, PATH, form))))
    expect((posted as Response).status).toBe(404)
    expect(await isPlanAwaited()).toBe(false)
  })

  it('says that there is none before the first, and asks for one', async () => {
    expect(await openPage(actors.admin)).toMatchObject({ plan: null, isAwaited: false, total: 0 })
    const posted = await answerOf(action(argsOf(await requestAs(actors.admin, PATH, { intent: 'remake' }))))
    expect((posted as Response).headers.get('Location')).toBe(PATH)
    expect(await openPage(actors.admin)).toMatchObject({ isAwaited: true })
  })

  it('shows the pairs with both sides, by filter, and exports the same', async () => {
    const siteId = await opensSite(actors.giver)
    await publishes(actors.giver, siteId)
    await states(actors.taker)
    await makePlanNow({ actorUserId: null })
    const page = (await openPage(actors.admin)) as Page
    expect(page).toMatchObject({ total: 1, critical: 0 })
    expect(page.shown).toMatchObject([
      { lotTitle: 'Portes à âme pleine', needCommuneName: 'Montreuil', takerName: 'Menuiserie Modèle' },
    ])
    expect(((await openPage(actors.admin, '?critique=oui')) as Page).total).toBe(0)
    expect(((await openPage(actors.admin, '?materiau=brick')) as Page).total).toBe(0)
    expect(((await openPage(actors.admin, '?commune=93048&page=9')) as Page).total).toBe(1)
    const csv = async (read: typeof pairsCsv, query = '') =>
      (await (await read(argsOf(await requestAs(actors.admin, `${PATH}.csv${query}`)))).text())
        .trim()
        .split('\r\n')
    expect(await csv(pairsCsv)).toHaveLength(2)
    expect(await csv(pairsCsv, '?materiau=brick')).toHaveLength(1)
    const [, coverage] = await csv(coverageCsv)
    const flow = { fromCode: '93048', toCode: '93048', pairs: 1, massG: 320_000 }
    expect(page.flows).toMatchObject({ drawn: [flow], total: 1 })
    expect((await csv(flowsCsv))[1]).toMatch(/^93048;Montreuil;93048;Montreuil;1;320;/)
    expect(await csv(flowsCsv, '?materiau=brick')).toHaveLength(1)
    expect(coverage).toMatch(/^93048;Montreuil;1;1;0;320;320;320;100;/)
  })
})

describe('proposing a pair of the plan', () => {
  it('records it once, tells both sides once, and reserves nothing', async () => {
    const page = (await openPage(actors.admin, '?commune=93048')) as Page
    const { lotId, needId } = page.shown[0]!
    const form = { intent: 'propose', lotId, needId }
    const propose = async (actor: Actor) =>
      answerOf(action(argsOf(await requestAs(actor, `${PATH}?commune=93048`, form))))
    expect(((await propose(actors.giver)) as Response).status).toBe(404)
    for (let times = 0; times < 2; times++) {
      const answer = (await propose(actors.admin)) as Response
      expect(answer.headers.get('Location')).toBe(`${PATH}?commune=93048&fait=propose`)
    }
    while (await runOnce('test'));
    const told = async ({ userId }: Actor) =>
      (await listNotifications(userId, { unreadOnly: false, limit: 9 })).map(({ kind }) => kind)
    // Once when the lot and the need were published, once for the plan.
    expect(await told(actors.giver)).toEqual(['match.need', 'match.need'])
    expect(await told(actors.taker)).toEqual(['match.lot', 'match.lot'])
    const [pair] = await listBoardPairs({ organisationId: actors.taker.organisationId }, 'proposes', {
      limit: 5,
      offset: 0,
    })
    expect(pair).toMatchObject({ lot: { id: lotId, availableMilli: 12_000 }, need: { id: needId } })
    const after = (await openPage(actors.admin)) as Page
    expect(after.shown[0]!.proposedAtMs).not.toBeNull()
  })

  it('is refused once a side has set the pair aside', async () => {
    const { lotId, needId } = ((await openPage(actors.admin)) as Page).shown[0]!
    const [pair] = await listBoardPairs({ organisationId: actors.taker.organisationId }, 'proposes', {
      limit: 5,
      offset: 0,
    })
    await dismissPair({ actor: actors.taker, pairId: pair!.id, reason: 'price', note: '' })
    expect(await proposePlanned(actors.admin, { lotId, needId })).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    })
    expect(await proposePlanned(actors.taker, { lotId, needId })).toMatchObject({
      error: { code: 'forbidden' },
    })
    await makePlanNow({ actorUserId: null })
    expect(await openPage(actors.admin)).toMatchObject({ total: 0 })
  })
})
