import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import { newId } from '~/core/ids'
import type { Actor } from '~/features/organisations/model/permissions'
import { chooseSlot } from '~/features/reservations/commands/choose-slot.server'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { offerSlots } from '~/features/reservations/commands/offer-slots.server'
import { proposePickup } from '~/features/reservations/commands/propose-pickup.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import type { Slot } from '~/features/reservations/model/pickup'
import { findReservationView, listTimeline } from '~/features/reservations/queries.server'
import { listOffersOf } from '~/features/reservations/queries/offers.server'
import { loader as icsLoader } from '~/routes/pickup-ics/route'
import { action as reservationAction } from '~/routes/reservation/route'
import { outbox } from '~db/sqlite/platform'
import { makeActor, makeLot, makeSite, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

const slotOn = (day: number, part: Slot['part'] = 'morning'): Slot => ({ on: addDays(TODAY, day), part })

let open: TestDatabase
let giver: Actor, taker: Actor, stranger: Actor
let reservationId: string
let now = 0

beforeAll(async () => {
  setClock({ now: () => now })
  open = await openTestDatabase()
})
afterAll(() => {
  open.remove()
  setClock()
})
beforeEach(async () => {
  now = Date.parse(`${TODAY}T12:00:00Z`)
  giver = await makeActor('giver')
  taker = await makeActor('taker')
  stranger = await makeActor('taker')
  const lotId = await makeLot(giver, await makeSite(giver), 100)
  reservationId = newId()
  await requestReservation({ actor: taker, lotId, id: reservationId, quantity: 40_000, message: '' })
})

const accept = () =>
  decideReservation({ actor: giver, reservationId, action: 'accept', criterion: 'first', reason: '' })
const offer = (actor: Actor, slots: readonly Slot[]) => offerSlots({ actor, reservationId, slots })
const choose = (actor: Actor, slot: Slot) => chooseSlot({ actor, reservationId, slot })
const view = async () => (await findReservationView(reservationId))!
const topics = async () =>
  (await open.read.select().from(outbox))
    .filter(({ payload }) => payload['reservationId'] === reservationId)
    .map(({ topic }) => topic)

describe('slots of a week', () => {
  it('are offered by the giver of a granted reservation, and by nobody else', async () => {
    expect(await offer(giver, [slotOn(1)])).toMatchObject({ error: { code: 'conflict' } })
    await accept()
    expect(await offer(taker, [slotOn(1)])).toMatchObject({ error: { code: 'conflict' } })
    expect(await offer(stranger, [slotOn(1)])).toMatchObject({ error: { code: 'not-found' } })
    expect(await offer(giver, [])).toMatchObject({ error: { code: 'invalid' } })
    expect(await offer(giver, [slotOn(1), slotOn(7)])).toMatchObject({
      error: { code: 'pickup-days', field: 'slots' },
    })
    expect(await listOffersOf(reservationId)).toEqual([])
    expect(await offer(giver, [slotOn(3), slotOn(1, 'afternoon'), slotOn(1), slotOn(3)])).toMatchObject({
      ok: true,
    })
    expect(await listOffersOf(reservationId)).toEqual([slotOn(1), slotOn(1, 'afternoon'), slotOn(3)])
    await offer(giver, [slotOn(1, 'afternoon'), slotOn(1), slotOn(3)])
    expect((await topics()).filter((topic) => topic === 'reservation.slots-offered')).toHaveLength(1)
    expect(await view()).toMatchObject({ offerCount: 3, status: 'accepted' })
  })

  it('are chosen by the taker, once, which schedules the reservation', async () => {
    await accept()
    await offer(giver, [slotOn(1), slotOn(2)])
    expect(await choose(giver, slotOn(1))).toMatchObject({ error: { code: 'conflict' } })
    expect(await choose(taker, slotOn(4))).toMatchObject({ error: { code: 'conflict' } })
    const answers = await Promise.all([choose(taker, slotOn(2)), choose(taker, slotOn(2))])
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(await choose(taker, slotOn(1))).toMatchObject({ error: { code: 'conflict' } })
    expect(await view()).toMatchObject({ status: 'scheduled', pickupOn: slotOn(2).on, offerCount: 0 })
    expect((await topics()).filter((topic) => topic === 'reservation.pickup-agreed')).toHaveLength(1)
  })

  it('give way to a proposal, and take the place of one or of an agreed slot', async () => {
    await accept()
    await offer(giver, [slotOn(1), slotOn(2)])
    await proposePickup({ actor: taker, reservationId, slot: slotOn(9) })
    expect(await listOffersOf(reservationId)).toEqual([])
    await offer(giver, [slotOn(3)])
    expect(await view()).toMatchObject({ pickupOn: null })
    await choose(taker, slotOn(3))
    await offer(giver, [slotOn(4)])
    expect(await view()).toMatchObject({ status: 'accepted', pickupOn: null, offerCount: 1 })
    expect((await listTimeline(reservationId)).map(({ kind }) => kind).slice(-3)).toEqual([
      'slots-offered',
      'pickup-agreed',
      'slots-offered',
    ])
  })

  it('cannot be chosen once their day has gone by', async () => {
    await accept()
    await offer(giver, [slotOn(1), slotOn(3)])
    now = Date.parse(`${addDays(TODAY, 2)}T12:00:00Z`)
    expect(await choose(taker, slotOn(1))).toMatchObject({ error: { code: 'pickup-past' } })
    expect(await choose(taker, slotOn(3))).toMatchObject({ ok: true })
  })

  it('are offered and chosen with the forms of the page', async () => {
    await accept()
    const post = async (actor: Actor, body: string) => {
      const request = await requestAs(actor, `/reservations/${reservationId}`, { x: '' })
      const sent = new Request(request.url, {
        method: 'POST',
        headers: request.headers,
        body: new URLSearchParams(body),
      })
      return answerOf(reservationAction(argsOf(sent, { reservationId })))
    }
    const day = slotOn(1).on
    expect(await post(giver, 'intent=offer-slots')).toMatchObject({ init: { status: 400 } })
    expect(await post(giver, `intent=offer-slots&slots=${day}.night`)).toMatchObject({
      init: { status: 400 },
    })
    expect(await post(giver, `intent=offer-slots&slots=${day}.morning&slots=${day}.afternoon`)).toMatchObject(
      {
        status: 302,
      },
    )
    expect(await post(taker, 'intent=choose-slot')).toMatchObject({ init: { status: 400 } })
    expect(await post(taker, `intent=choose-slot&slot=${day}.afternoon`)).toMatchObject({ status: 302 })
    expect(await view()).toMatchObject({ status: 'scheduled', pickupPart: 'afternoon' })
  })
})

describe('the calendar file', () => {
  async function file(actor: Actor): Promise<string> {
    const answer = (await answerOf(
      icsLoader(argsOf(await requestAs(actor, '/x'), { reservationId })),
    )) as Response
    return answer.status === 200 ? (await answer.text()).replaceAll('\r\n ', '') : String(answer.status)
  }
  const version = (text: string) => Number(/SEQUENCE:(\d+)/.exec(text)?.[1])

  it('adds, takes back and adds again, each with a later version of one event', async () => {
    await accept()
    await offer(giver, [slotOn(1), slotOn(2)])
    expect(await file(taker)).toBe('404')
    await choose(taker, slotOn(2))
    const added = await file(taker)
    expect(added).toContain('METHOD:PUBLISH')
    now += 60_000
    await offer(giver, [slotOn(3)])
    const off = await file(taker)
    expect(off).toContain('METHOD:CANCEL')
    expect(off).toContain('STATUS:CANCELLED')
    expect(off).toContain(`T080000`)
    expect(off).toContain(slotOn(2).on.replaceAll('-', ''))
    expect(version(off)).toBe(version(added) + 60)
    now += 60_000
    await choose(taker, slotOn(3))
    const again = await file(taker)
    expect(again).toContain('METHOD:PUBLISH')
    expect(version(again)).toBe(version(added) + 120)
    now += 60_000
    await decideReservation({ actor: taker, reservationId, action: 'cancel', reason: '' })
    expect(await file(giver)).toContain('METHOD:CANCEL')
    expect(await file(stranger)).toBe('404')
  })
})
