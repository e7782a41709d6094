import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import { newId } from '~/core/ids'
import type { Actor } from '~/features/organisations/model/permissions'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { offerSlots } from '~/features/reservations/commands/offer-slots.server'
import { proposePickup } from '~/features/reservations/commands/propose-pickup.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { findReservationView, listTimeline } from '~/features/reservations/queries.server'
import { runOnce } from '~/jobs/worker.server'
import { withTx } from '~/platform/transaction.server'
import { action, loader } from '~/routes/reservation-act/route'
import { memberships } from '~db/sqlite/organisations'
import { jobs } from '~db/sqlite/platform'
import { makeActor, makeLot, makeSite, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

let open: TestDatabase
let giver: Actor, taker: Actor
let reservationId: string
let today = TODAY
let laterMs = 0

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${today}T12:00:00Z`) + laterMs })
  open = await openTestDatabase()
})
afterAll(() => {
  open.remove()
  setClock()
})
beforeEach(async () => {
  today = TODAY
  laterMs = 0
  giver = await makeActor('giver')
  taker = await makeActor('taker')
  const lotId = await makeLot(giver, await makeSite(giver), 100)
  reservationId = newId()
  await requestReservation({ actor: taker, lotId, id: reservationId, quantity: 40_000, message: '' })
})

/** What was written to someone so far. */
async function mailsTo(person: Actor): Promise<string[]> {
  while (await runOnce('links-test'));
  return (await open.read.select().from(jobs))
    .filter(({ kind }) => kind === 'send-mail')
    .map(({ payload }) => payload as { to: { address: string }; text: string })
    .filter(({ to }) => to.address === person.email)
    .map(({ text }) => text)
}

/** The acts in the e-mails to someone, each with its token; in no order. */
async function actsTo(person: Actor): Promise<[string, string][]> {
  return (await mailsTo(person))
    .flatMap((text) => [...text.matchAll(/\/reservations\/agir\/([\w.-]+)/g)])
    .map(([, token = '']) => [token.split('.')[0] ?? '', token])
}

/** The tokens of the acts in the e-mails to someone, by act, where each stands in one. */
const linksTo = async (person: Actor): Promise<Record<string, string>> =>
  Object.fromEntries(await actsTo(person))

const read = async (token: string) =>
  (await answerOf(loader(argsOf(await requestAs(null, `/reservations/agir/${token}`), { token })))) as {
    status?: number
    data: { kind: string; used: { who: string } | null }
    init: { status: number }
  }
const post = async (token: string, form: Record<string, string>) =>
  (await answerOf(
    action(argsOf(await requestAs(null, `/reservations/agir/${token}`, form), { token })),
  )) as Response & {
    init: { status: number }
  }
const statusOf = async () => (await findReservationView(reservationId))?.status

describe('a link of an e-mail', () => {
  it('changes nothing when it is opened, however often', async () => {
    const { accept, refuse } = await linksTo(giver)
    for (const token of [accept!, refuse!, accept!]) {
      expect(await read(token)).toMatchObject({ data: { kind: 'open' }, init: { status: 200 } })
    }
    expect(await statusOf()).toBe('requested')
  })

  it('accepts once, in the name of its person, without a session', async () => {
    const { accept } = await linksTo(giver)
    const faulty = await post(accept!, { intent: 'accept' })
    expect(faulty.init.status).toBe(400)
    const form = { intent: 'accept', criterion: 'first', reason: 'Premier arrivé' }
    expect((await post(accept!, form)).status).toBe(302)
    expect(await statusOf()).toBe('accepted')
    expect((await listTimeline(reservationId)).at(-1)).toMatchObject({ kind: 'accepted', who: giver.name })
    expect((await post(accept!, form)).init.status).toBe(410)
    expect(await read(accept!)).toMatchObject({ data: { kind: 'used', used: { who: giver.name } } })
  })

  it('serves once even when it is sent ten times at the same moment', async () => {
    const { refuse } = await linksTo(giver)
    const form = { intent: 'refuse', criterion: 'other' }
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(refuse!, form)))
    expect(answers.filter(({ status }) => status === 302)).toHaveLength(1)
    expect(await statusOf()).toBe('refused')
    const steps = (await listTimeline(reservationId)).map(({ kind }) => kind)
    expect(steps).toEqual(['requested', 'refused'])
  })

  it('says what became of the reservation when that was answered otherwise', async () => {
    const { refuse } = await linksTo(giver)
    await decideReservation({ actor: giver, reservationId, action: 'accept', criterion: 'first', reason: '' })
    expect(await read(refuse!)).toMatchObject({ data: { kind: 'moved' }, init: { status: 410 } })
    expect((await post(refuse!, { intent: 'refuse', criterion: 'other' })).init.status).toBe(409)
    expect(await statusOf()).toBe('accepted')
  })

  it('cannot be made up, altered, or used for another act', async () => {
    const { accept } = await linksTo(giver)
    const altered = [
      'inconnu',
      accept!.replace('accept', 'refuse'),
      accept!.replace(giver.userId, taker.userId),
      accept!.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
      `${accept!}.x`,
    ]
    for (const token of altered) {
      expect(await read(token), token).toMatchObject({ status: 404 })
      expect(await post(token, { intent: 'refuse', criterion: 'other' })).toMatchObject({ status: 404 })
    }
    expect((await post(accept!, { intent: 'refuse', criterion: 'other' })).init.status).toBe(400)
    expect(await statusOf()).toBe('requested')
  })

  it('is over with the request, and for who left the organisation', async () => {
    const { accept } = await linksTo(giver)
    await withTx((tx) => tx.delete(memberships).where(eq(memberships.userId, giver.userId)))
    expect(await read(accept!)).toMatchObject({ data: { kind: 'expired' } })
    expect((await post(accept!, { intent: 'accept', criterion: 'first' })).init.status).toBe(410)
    today = addDays(TODAY, 8)
    expect((await post(accept!, { intent: 'accept', criterion: 'first' })).init.status).toBe(410)
    expect(await statusOf()).toBe('requested')
  })

  it('confirms the slot that it names, and not the one proposed since', async () => {
    await decideReservation({ actor: giver, reservationId, action: 'accept', criterion: 'first', reason: '' })
    const propose = (day: number) =>
      proposePickup({ actor: taker, reservationId, slot: { on: addDays(TODAY, day), part: 'morning' } })
    await propose(2)
    const first = (await linksTo(giver))['confirm-slot']!
    await propose(3)
    expect((await post(first, { intent: 'confirm-slot' })).init.status).toBe(409)
    const [, second] = (await actsTo(giver)).find(
      ([act, token]) => act === 'confirm-slot' && token !== first,
    )!
    expect((await post(second, { intent: 'confirm-slot' })).status).toBe(302)
    expect(await findReservationView(reservationId)).toMatchObject({
      status: 'scheduled',
      pickupOn: addDays(TODAY, 3),
    })
  })

  describe('for each half-day that the giver offers', () => {
    const slotOn = (day: number) => ({ on: addDays(TODAY, day), part: 'morning' as const })
    const offer = async (...days: number[]) => {
      const offered = await offerSlots({ actor: giver, reservationId, slots: days.map(slotOn) })
      expect(offered.ok).toBe(true)
      return mailOf(taker)
    }
    const seen = new Set<string>()
    /** The links of the mail of an offer that was not read yet, by the day that each would choose. */
    const mailOf = async (person: Actor) => {
      const offers = (await mailsTo(person)).filter((text) => text.includes('/agir/choose-slot'))
      const text = offers.find((one) => !seen.has(one)) ?? ''
      seen.add(text)
      const tokens = [...text.matchAll(/\/reservations\/agir\/([\w.-]+)/g)].map(([, token = '']) => token)
      return new Map(tokens.map((token) => [token.split('.')[3] ?? '', token]))
    }
    const slotNow = async () => {
      const { status, pickupOn, offerCount } = (await findReservationView(reservationId))!
      return { status, pickupOn, offerCount }
    }
    beforeEach(async () => {
      await decideReservation({
        actor: giver,
        reservationId,
        action: 'accept',
        criterion: 'first',
        reason: '',
      })
    })

    it('ASVS 2.3.1, 2.3.4: reads without choosing, chooses once, and closes the links of the others', async () => {
      const links = await offer(2, 3, 4)
      expect([...links.keys()]).toEqual([2, 3, 4].map((day) => addDays(TODAY, day)))
      const tokens = [...links.values()]
      for (const token of [...tokens, ...tokens]) {
        expect(await read(token)).toMatchObject({ data: { kind: 'open' }, init: { status: 200 } })
      }
      expect(await slotNow()).toEqual({ status: 'accepted', pickupOn: null, offerCount: 3 })

      const answers = await Promise.all(tokens.map((token) => post(token, { intent: 'choose-slot' })))
      expect(answers.filter(({ status }) => status === 302)).toHaveLength(1)
      const chosen = answers.findIndex(({ status }) => status === 302)
      const agreed = { status: 'scheduled', pickupOn: [...links.keys()][chosen]!, offerCount: 0 }
      expect(await slotNow()).toEqual(agreed)
      for (const [index, token] of tokens.entries()) {
        const kind = index === chosen ? 'used' : 'moved'
        expect(await read(token)).toMatchObject({ data: { kind } })
        const again = await post(token, { intent: 'choose-slot' })
        expect(again.init.status).toBe(index === chosen ? 410 : 409)
      }
      expect(await slotNow()).toEqual(agreed)
      const steps = (await listTimeline(reservationId)).filter(({ kind }) => kind === 'pickup-agreed')
      expect(steps).toMatchObject([{ who: taker.name }])
    })

    it('is of the offer that it was written for, and a new offer has links of its own', async () => {
      const first = await offer(2, 3)
      expect((await post(first.get(addDays(TODAY, 2))!, { intent: 'choose-slot' })).status).toBe(302)
      laterMs += 60_000
      const second = await offer(2, 4)
      for (const day of [2, 3]) {
        const old = first.get(addDays(TODAY, day))!
        expect([...second.values()]).not.toContain(old)
        expect([410, 409]).toContain((await post(old, { intent: 'choose-slot' })).init.status)
      }
      expect(await slotNow()).toMatchObject({ status: 'accepted', offerCount: 2 })
      expect((await post(second.get(addDays(TODAY, 2))!, { intent: 'choose-slot' })).status).toBe(302)
      expect(await slotNow()).toMatchObject({ status: 'scheduled', pickupOn: addDays(TODAY, 2) })
    })

    it('is over with its day, cannot be altered, and serves for no other act', async () => {
      const links = await offer(1, 3)
      const [soon, late] = [...links.values()] as [string, string]
      const altered = [
        soon.replace(addDays(TODAY, 1), addDays(TODAY, 3)),
        soon.replace('choose-slot', 'confirm-slot'),
        soon.replace(taker.userId, giver.userId),
        soon
          .split('.')
          .filter((_, index) => index !== 6)
          .join('.'),
      ]
      for (const token of altered) expect(await read(token), token).toMatchObject({ status: 404 })
      expect((await post(soon, { intent: 'confirm-slot' })).init.status).toBe(400)
      today = addDays(TODAY, 2)
      expect(await read(soon)).toMatchObject({ data: { kind: 'expired' } })
      expect((await post(soon, { intent: 'choose-slot' })).init.status).toBe(410)
      expect((await post(late, { intent: 'choose-slot' })).status).toBe(302)
    })
  })
})
