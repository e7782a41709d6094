import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { contactPair } from '~/features/matching/commands/contact-pair.server'
import { dismissPair, takePairBack } from '~/features/matching/commands/dismiss-pair.server'
import { proposeForLot, proposeForNeed } from '~/features/matching/commands/propose-pairs.server'
import { MESSAGES_A_DAY, MESSAGES_A_DAY_ON_PAIR } from '~/features/matching/model/contact'
import { countDismissals } from '~/features/matching/queries/dismissal-counts.server'
import { countBoardPairs, listBoardPairs } from '~/features/matching/queries/pair-board.server'
import { listPairMessages } from '~/features/matching/queries/pair-messages.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { loader as dismissalsCsv } from '~/routes/admin-dismissals-csv/route'
import { action, loader } from '~/routes/matches/route'
import { loader as csvLoader } from '~/routes/matches-csv/route'
import { matchPairs } from '~db/sqlite/matching'
import { createActor } from '~tests/support/actors'
import { accepts, requests, signs } from '~tests/support/answers'
import {
  makeActor,
  makeLot,
  makeNeed,
  makeSite,
  noteAll,
  openTestDatabase,
  TODAY,
  type TestDatabase,
} from '~tests/support/deal'

let open: TestDatabase
let giver: Actor
let taker: Actor
let lotId = ''
let needId = ''
let pairId = ''
let now = Date.parse(`${TODAY}T12:00:00Z`)

beforeAll(async () => {
  setClock({ now: () => now })
  open = await openTestDatabase()
})
beforeEach(async () => {
  open.writer.exec("UPDATE lots SET status = 'withdrawn'; UPDATE needs SET status = 'closed'")
  noteAll(open)
  giver = await makeActor('giver')
  taker = await makeActor('taker')
  lotId = await makeLot(giver, await makeSite(giver), 50)
  needId = await makeNeed(taker, 40)
  await proposeForLot(lotId)
  pairId = (await pairOf(lotId, needId))!.id
})
afterAll(() => {
  setClock()
  open.remove()
})

async function pairOf(lot: string, need: string) {
  const rows = await open.read.select().from(matchPairs).where(eq(matchPairs.lotId, lot))
  return rows.find((pair) => pair.needId === need)
}

/** How many pairs an organisation sees proposed, contacted and set aside. */
async function stagesOf({ organisationId }: Actor) {
  const stages = ['proposes', 'contactes', 'ecartes'] as const
  return Promise.all(stages.map((stage) => countBoardPairs({ organisationId }, stage)))
}

const dismiss = (actor: Actor, reason: 'far' | 'price' = 'far') =>
  dismissPair({ actor, pairId, reason, note: 'trop de trajet' })
const write = (actor: Actor, more: Partial<Parameters<typeof contactPair>[0]> = {}) =>
  contactPair({ actor, pairId, id: newId(), text: 'Bonjour', sharesAddress: false, ...more })
const code = (result: Awaited<ReturnType<typeof write>>) => (result.ok ? 'ok' : result.error.code)

describe('a pair set aside', () => {
  it('leaves the proposals of both sides, with the reason for its own side alone, and comes back', async () => {
    expect(await stagesOf(giver)).toEqual([1, 0, 0])
    expect((await dismiss(taker)).ok).toBe(true)
    expect([await stagesOf(giver), (await stagesOf(taker))[2]]).toEqual([[0, 0, 1], 1])
    const seen = async ({ organisationId }: Actor) =>
      (await listBoardPairs({ organisationId }, 'ecartes', { limit: 5, offset: 0 }))[0]!.dismissed
    expect(await seen(taker)).toMatchObject({ byUs: true, reason: 'far', note: 'trop de trajet' })
    expect(await seen(giver)).toMatchObject({ byUs: false, reason: null, note: '' })
    expect((await takePairBack({ actor: taker, pairId })).ok).toBe(true)
    expect(await stagesOf(giver)).toEqual([1, 0, 0])
  })

  it('is not proposed again, whichever side changes', async () => {
    await dismiss(taker)
    await proposeForLot(lotId)
    await proposeForNeed(needId)
    expect(await stagesOf(giver)).toEqual([0, 0, 1])
  })

  it('stays so for the other side when both do at once and one takes it back', async () => {
    const both = await Promise.all([dismiss(taker, 'far'), dismiss(giver, 'price')])
    expect(both.map(({ ok }) => ok)).toEqual([true, true])
    await takePairBack({ actor: taker, pairId })
    expect(await pairOf(lotId, needId)).toMatchObject({
      dismissedByOrganisationId: giver.organisationId,
      dismissedReason: 'price',
    })
    await takePairBack({ actor: giver, pairId })
    expect(await stagesOf(taker)).toEqual([1, 0, 0])
    expect((await pairOf(lotId, needId))!.dismissedAtMs).toBeNull()
  })

  it('is not taken back by the side that did not set it aside, and is nobody else’s', async () => {
    await dismiss(taker)
    await takePairBack({ actor: giver, pairId })
    expect((await pairOf(lotId, needId))!.dismissedByOrganisationId).toBe(taker.organisationId)
    const stranger = await makeActor('taker')
    expect(code(await dismissPair({ actor: stranger, pairId, reason: 'far', note: '' }))).toBe('not-found')
    expect(code(await write(stranger))).toBe('not-found')
  })

  it('counts for the Métropole by its reason and side, until it is taken back', async () => {
    const far = async () => (await countDismissals()).find(({ reason }) => reason === 'far')!
    const before = await far()
    await dismiss(taker)
    expect(await far()).toEqual({ ...before, byTaker: before.byTaker + 1 })
    const admin = await createActor('admin')
    const path = '/administration/rapprochements/ecartes.csv'
    const file = await dismissalsCsv(argsOf(await requestAs(admin, path)))
    expect(await file.text()).toContain(`;${before.byGiver};${before.byTaker + 1}\r\n`)
    expect(await answerOf(dismissalsCsv(argsOf(await requestAs(taker, path))))).toMatchObject({ status: 404 })
    await takePairBack({ actor: taker, pairId })
    expect(await far()).toEqual(before)
  })

  it('is refused while a part is asked for', async () => {
    await requests(taker, lotId, 5, needId)
    expect(code(await dismiss(giver))).toBe('conflict')
  })
})

describe('writing to the other side', () => {
  it('moves the pair to the contacted ones, once for a message sent twice', async () => {
    const id = newId()
    await Promise.all([write(giver, { id }), write(giver, { id })])
    expect(await stagesOf(taker)).toEqual([0, 1, 0])
    expect((await listPairMessages([pairId])).get(pairId)).toMatchObject([
      { organisationId: giver.organisationId, text: 'Bonjour' },
    ])
  })

  it('stops at a few messages a day, on a pair and in all, and begins again the next day', async () => {
    const sent: string[] = []
    for (let n = 0; n <= MESSAGES_A_DAY_ON_PAIR; n++) sent.push(code(await write(giver)))
    expect(sent).toEqual([...Array<string>(MESSAGES_A_DAY_ON_PAIR).fill('ok'), 'pair-message-limit'])
    now += 25 * 3_600_000
    expect(code(await write(giver))).toBe('ok')
    let last = ''
    for (let n = 0; n < MESSAGES_A_DAY; n++) {
      const need = await makeNeed(await makeActor('taker'), 10)
      await proposeForNeed(need)
      last = code(await write(giver, { pairId: (await pairOf(lotId, need))!.id }))
    }
    expect(last).toBe('pair-message-limit')
  })

  it('is refused to an unproved address, and about a pair set aside', async () => {
    expect(code(await write({ ...giver, isConfirmed: false }))).toBe('email-unconfirmed')
    await dismiss(taker)
    expect(code(await write(giver))).toBe('pair-dismissed')
  })
})

describe('the page', () => {
  const read = async (actor: Actor | null, query = '') =>
    answerOf(loader(argsOf(await requestAs(actor, `/rapprochements${query}`))))
  const post = async (actor: Actor, form: Record<string, string>) =>
    answerOf(action(argsOf(await requestAs(actor, '/rapprochements?etape=proposes', form))))

  it('follows a pair from proposed to reserved and handed over', async () => {
    const stages = async () => ((await read(giver)) as { counts: unknown }).counts
    expect(await stages()).toMatchObject({ proposes: 1, reserves: 0, remis: 0 })
    const reservationId = await requests(taker, lotId, 50, needId)
    expect(await stages()).toMatchObject({ proposes: 0, reserves: 1, remis: 0 })
    await accepts(giver, reservationId)
    await signs(giver, reservationId, 100_000)
    await signs(taker, reservationId, 100_000)
    expect(await stages()).toMatchObject({ proposes: 0, reserves: 0, remis: 1 })
    const reserved = (await read(taker, '?etape=remis')) as { rows: { view: { needId: string } }[] }
    expect(reserved.rows.map(({ view }) => view.needId)).toEqual([needId])
  })

  it('puts pairs about to end first, whatever their score', async () => {
    const late = await makeLot(giver, await makeSite(giver), 1)
    open.writer.prepare('UPDATE lots SET available_until = ? WHERE id = ?').run('2026-09-19', late)
    noteAll(open)
    await proposeForLot(late)
    const { pairs } = (await read(giver)) as {
      pairs: { lot: { id: string }; view: { score: number }; deadline: unknown }[]
    }
    expect(pairs.map(({ lot }) => lot.id)[0]).toBe(late)
    expect(pairs[0]!.deadline).toEqual({ on: '2026-09-19', by: 'lot' })
    expect(pairs[0]!.view.score).toBeLessThan(pairs.at(-1)!.view.score)
  })

  it('narrows to a side and a material, leaves out what it does not understand, and exports the same', async () => {
    const total = async (query: string) =>
      ((await read(giver, query)) as { counts: { proposes: number } }).counts
    expect((await total('?cote=lots')).proposes).toBe(1)
    expect((await total('?cote=besoins')).proposes).toBe(0)
    expect((await total('?matiere=window')).proposes).toBe(0)
    expect((await total('?cote=nord&matiere=or&page=-3&etape=x')).proposes).toBe(1)
    const csv = async (query: string) => {
      const reply = await csvLoader(argsOf(await requestAs(giver, `/rapprochements.csv${query}`)))
      return (await reply.text()).trim().split('\r\n').length - 1
    }
    expect([await csv(''), await csv('?matiere=window'), await csv('?etape=reserves')]).toEqual([1, 0, 0])
  })

  it('sets aside and takes back by its forms, and keeps the answers of one that lacks its reason', async () => {
    const bad = (await post(taker, { intent: 'dismiss', pairId, reason: '', note: 'note' })) as {
      init: { status: number }
      data: { result: { error: Record<string, string[]>; initialValue: Record<string, string> } }
    }
    expect(bad.init.status).toBe(400)
    expect(bad.data.result.error.reason?.[0]).toMatch(/./)
    expect(bad.data.result.initialValue).toMatchObject({ note: 'note', pairId })
    expect(await stagesOf(taker)).toEqual([1, 0, 0])
    const done = (await post(taker, { intent: 'dismiss', pairId, reason: 'far' })) as Response
    expect(done.headers.get('Location')).toBe('/rapprochements?etape=proposes&fait=ecarte')
    await post(taker, { intent: 'take-back', pairId })
    expect((await pairOf(lotId, needId))!.dismissedAtMs).toBeNull()
  })
})
