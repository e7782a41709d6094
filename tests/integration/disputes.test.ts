import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import { newId } from '~/core/ids'
import { findLot } from '~/features/lots/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { agreePickup } from '~/features/reservations/commands/agree-pickup.server'
import { confirmHandover } from '~/features/reservations/commands/confirm-handover.server'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { openDispute } from '~/features/reservations/commands/open-dispute.server'
import { proposePickup } from '~/features/reservations/commands/propose-pickup.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { settleDispute } from '~/features/reservations/commands/settle-dispute.server'
import { findReservationView, listTimeline } from '~/features/reservations/queries.server'
import { findOpenDisputeOf } from '~/features/reservations/queries/disputes.server'
import { action as reservationAction, loader as reservationLoader } from '~/routes/reservation/route'
import { loader as historyCsv } from '~/routes/reservation-history-csv/route'
import { outbox } from '~db/sqlite/platform'
import { createActor } from '~tests/support/actors'
import { makeActor, makeLot, makeSite, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

const SLOT = { on: addDays(TODAY, 2), part: 'morning' } as const

let open: TestDatabase
let giver: Actor, taker: Actor, stranger: Actor, admin: Actor
let lotId: string
let today = TODAY

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${today}T12:00:00Z`) })
  open = await openTestDatabase()
  admin = await createActor('admin')
})
afterAll(() => {
  open.remove()
  setClock()
})
beforeEach(async () => {
  today = TODAY
  giver = await makeActor('giver')
  taker = await makeActor('taker')
  stranger = await makeActor('taker')
  lotId = await makeLot(giver, await makeSite(giver), 100)
})

async function scheduled(): Promise<string> {
  const id = newId()
  await requestReservation({ actor: taker, lotId, id, quantity: 40_000, message: '' })
  const reservationId = id
  await decideReservation({ actor: giver, reservationId, action: 'accept', criterion: 'first', reason: '' })
  await proposePickup({ actor: taker, reservationId, slot: SLOT })
  await agreePickup({ actor: giver, reservationId, slot: SLOT })
  return id
}

const statusOf = async (id: string) => (await findReservationView(id))?.status
const freeOf = async () => (await findLot(lotId))?.availableMilli
const dispute = (actor: Actor, reservationId: string, id = newId()) =>
  openDispute({ actor, reservationId, id, cause: 'nobody-came', text: 'Personne au portail à 9 h' })
const settle = async (actor: Actor, reservationId: string, outcome: 'resume' | 'cancel') => {
  const disputeId = (await findOpenDisputeOf(reservationId))?.id ?? newId()
  return settleDispute({ actor, reservationId, disputeId, outcome, note: 'On s’est parlé' })
}
const topicsOf = async (id: string) =>
  (await open.read.select().from(outbox))
    .filter(({ payload }) => payload['reservationId'] === id)
    .map(({ topic }) => topic)

describe('a dispute', () => {
  it('is opened once by either side of a granted reservation, holds the stock and stops the signing', async () => {
    const id = await scheduled()
    expect(await statusOf(id)).toBe('scheduled')
    const disputeId = newId()
    expect(await dispute(taker, id, disputeId)).toMatchObject({ ok: true })
    expect(await dispute(taker, id, disputeId)).toMatchObject({ ok: true })
    expect(await dispute(giver, id)).toMatchObject({ error: { code: 'conflict' } })
    expect(await statusOf(id)).toBe('disputed')
    expect(await freeOf()).toBe(60_000)
    const signed = { reservationId: id, massG: 80_000, signedName: 'Nadia B.' }
    expect(await confirmHandover({ actor: giver, ...signed })).toMatchObject({ error: { code: 'conflict' } })
    expect((await topicsOf(id)).filter((topic) => topic === 'reservation.disputed')).toHaveLength(1)
  })

  it('is not for strangers, the team, nor before the giver accepts', async () => {
    const id = newId()
    await requestReservation({ actor: taker, lotId, id, quantity: 40_000, message: '' })
    expect(await dispute(taker, id)).toMatchObject({ error: { code: 'conflict' } })
    for (const actor of [stranger, admin])
      expect(await dispute(actor, id)).toMatchObject({ error: { code: 'not-found' } })
  })

  it('ends when both want the same, keeping a slot that is to come', async () => {
    const id = await scheduled()
    await dispute(giver, id)
    expect(await settle(taker, id, 'resume')).toMatchObject({ value: { state: 'proposed' } })
    expect(await settle(taker, id, 'resume')).toMatchObject({ value: { state: 'proposed' } })
    expect(await statusOf(id)).toBe('disputed')
    expect(await settle(giver, id, 'resume')).toMatchObject({ value: { state: 'settled' } })
    expect(await findReservationView(id)).toMatchObject({ status: 'scheduled', pickupOn: SLOT.on })
    const kinds = (await listTimeline(id)).map(({ kind }) => kind)
    expect(kinds.slice(-3)).toEqual(['disputed', 'settlement-proposed', 'settled'])
    expect((await topicsOf(id)).slice(-2)).toEqual(['reservation.settlement-proposed', 'reservation.settled'])
  })

  it('leaves a new slot to be agreed when the day has gone by, and can be opened again', async () => {
    const id = await scheduled()
    today = addDays(TODAY, 3)
    await dispute(taker, id)
    await settle(giver, id, 'resume')
    await settle(taker, id, 'resume')
    expect(await findReservationView(id)).toMatchObject({ status: 'accepted', pickupOn: null })
    expect(await dispute(giver, id)).toMatchObject({ ok: true })
  })

  it('frees the stock when both cancel; contrary wishes settle nothing', async () => {
    const id = await scheduled()
    await dispute(taker, id)
    await settle(giver, id, 'resume')
    expect(await settle(taker, id, 'cancel')).toMatchObject({ value: { state: 'proposed' } })
    expect(await freeOf()).toBe(60_000)
    expect(await settle(giver, id, 'cancel')).toMatchObject({ value: { state: 'settled' } })
    expect(await statusOf(id)).toBe('cancelled')
    expect(await freeOf()).toBe(100_000)
  })

  it('is settled at once by the team, and by no stranger', async () => {
    const id = await scheduled()
    await dispute(taker, id)
    expect(await settle(stranger, id, 'cancel')).toMatchObject({ error: { code: 'not-found' } })
    expect(await settle(admin, id, 'cancel')).toMatchObject({ value: { state: 'settled' } })
    expect(await statusOf(id)).toBe('cancelled')
    expect(await settle(giver, id, 'resume')).toMatchObject({ error: { code: 'conflict' } })
  })

  it('is told in the file of the reservation, as long as its page, to its sides and the team', async () => {
    const id = await scheduled()
    await dispute(taker, id)
    await settle(admin, id, 'cancel')
    const csv = async (actor: Actor) =>
      (await answerOf(historyCsv(argsOf(await requestAs(actor, '/x'), { reservationId: id })))) as Response
    for (const actor of [giver, taker, admin]) {
      const lines = (await (await csv(actor)).text()).trim().split('\r\n')
      expect(lines).toHaveLength(1 + (await listTimeline(id)).length)
      expect(lines.join('\n')).toMatch(/Demande acceptée[^]*Personne au portail à 9 h/)
    }
    expect((await csv(stranger)).status).toBe(404)
  })

  it('is opened and settled from the page of the reservation', async () => {
    const id = await scheduled()
    const post = async (actor: Actor, form: Record<string, string>) =>
      answerOf(
        reservationAction(argsOf(await requestAs(actor, `/reservations/${id}`, form), { reservationId: id })),
      )
    const intent = { intent: 'dispute', id: newId(), cause: 'mass-differs' }
    expect(JSON.stringify(await post(taker, { ...intent, text: 'court' }))).toMatch(/"text":\["/)
    const opened = await post(taker, { ...intent, text: 'Le ticket dit 70 kg, pas 80.' })
    expect(opened).toMatchObject({ status: 302 })
    const page = await reservationLoader(
      argsOf(await requestAs(admin, `/reservations/${id}`), { reservationId: id }),
    )
    expect(page).toMatchObject({ mayArbitrate: true, dispute: { cause: 'mass-differs', openedBy: 'taker' } })
    const settled = await post(admin, {
      intent: 'settle',
      disputeId: page.dispute!.id,
      outcome: 'resume',
      note: '',
    })
    expect(settled).toMatchObject({ status: 302 })
    expect(await statusOf(id)).toBe('scheduled')
  })
})
