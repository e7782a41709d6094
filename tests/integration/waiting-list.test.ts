import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { changeLotStatus } from '~/features/lots/commands/change-lot-status.server'
import { joinWaiting } from '~/features/lots/commands/join-waiting.server'
import { lapsePriorities, leaveWaiting } from '~/features/lots/commands/leave-waiting.server'
import { PRIORITY_HOURS } from '~/features/lots/model/waiting-line'
import { findLot } from '~/features/lots/queries.server'
import { findPlaceInLine, listLine } from '~/features/lots/queries/waiting.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { expireRequests } from '~/features/reservations/commands/expire-requests.server'
import { openDispute } from '~/features/reservations/commands/open-dispute.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { settleDispute } from '~/features/reservations/commands/settle-dispute.server'
import { withdrawLot } from '~/features/reservations/commands/withdraw-lot.server'
import { findOpenDisputeOf } from '~/features/reservations/queries/disputes.server'
import { runOnce } from '~/jobs/worker.server'
import { withTx } from '~/platform/transaction.server'
import { loader as csvLoader } from '~/routes/lot-waiting-csv/route'
import { action, loader } from '~/routes/lot-waiting/route'
import { loader as newLoader } from '~/routes/reservation-new/route'
import { lots } from '~db/sqlite/lots'
import { notifications } from '~db/sqlite/notifications'
import { jobs } from '~db/sqlite/platform'
import { makeActor, makeLot, makeSite, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

const HOUR_MS = 3_600_000

let open: TestDatabase
let giver: Actor, holder: Actor, claire: Actor, nadia: Actor
let siteId: string, lotId: string, held: string
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
  holder = await makeActor('taker')
  claire = await makeActor('taker')
  nadia = await makeActor('taker')
  siteId = await makeSite(giver)
  lotId = await makeLot(giver, siteId, 10)
  held = newId()
  await requestReservation({ actor: holder, lotId, id: held, quantity: 10_000, message: '' })
})

const join = (actor: Actor, units: number, id = newId()) => {
  now += 1000
  return joinWaiting({ actor, lotId, id, quantity: units * 1000 })
}
const reserve = (actor: Actor, units: number) =>
  requestReservation({ actor, lotId, id: newId(), quantity: units * 1000, message: '' })
const refuse = (reservationId = held) =>
  decideReservation({ actor: giver, reservationId, action: 'refuse', criterion: 'other', reason: '' })
const placeOf = (actor: Actor) => findPlaceInLine(lotId, actor.organisationId)
const freeOf = async () => (await findLot(lotId))?.availableMilli
const leave = async (actor: Actor) => leaveWaiting({ actor, waiterId: (await placeOf(actor))!.id })

describe('the line of a lot', () => {
  it('is joined once by someone who finds too little, in order of arrival', async () => {
    const id = newId()
    expect(await join(claire, 6, id)).toMatchObject({ ok: true })
    expect(await join(claire, 6, id)).toMatchObject({ ok: true })
    expect(await join(claire, 2)).toMatchObject({ error: { code: 'already-waiting' } })
    expect(await join(nadia, 11)).toMatchObject({ error: { code: 'out-of-stock' } })
    expect(await join(giver, 1)).toMatchObject({ error: { code: 'own-lot' } })
    expect(await join(nadia, 0.5)).toMatchObject({ error: { code: 'whole-units' } })
    await join(nadia, 4)
    expect(await placeOf(nadia)).toMatchObject({ position: 2, length: 2, status: 'waiting' })
    await refuse()
    const other = await makeActor('taker')
    await leave(claire)
    await leave(nadia)
    expect(await join(other, 3)).toMatchObject({ error: { code: 'not-waiting' } })
  })

  it('gives what is freed to the first whom it suits, who alone can take it', async () => {
    await join(claire, 10)
    await join(nadia, 4)
    await withTx((tx) =>
      tx.update(lots).set({ quantityMilli: 15_000, availableMilli: 5000 }).where(eq(lots.id, lotId)),
    )
    const two = newId()
    await requestReservation({ actor: holder, lotId, id: two, quantity: 5000, message: '' })
    await refuse(two)
    expect(await placeOf(claire)).toMatchObject({ status: 'waiting', position: 1 })
    expect(await placeOf(nadia)).toMatchObject({ status: 'offered', quantityMilli: 4000 })
    expect(await freeOf()).toBe(1000)
    expect(await reserve(claire, 2)).toMatchObject({ error: { code: 'out-of-stock' } })
    expect(await reserve(nadia, 4)).toMatchObject({ ok: true })
    expect(await placeOf(nadia)).toBeNull()
    expect(await freeOf()).toBe(1000)
  })

  it('offers to the next what a priority leaves over, or does not use in time', async () => {
    await join(claire, 10)
    await join(nadia, 6)
    await refuse()
    expect(await freeOf()).toBe(0)
    expect(await reserve(claire, 4)).toMatchObject({ ok: true })
    expect(await placeOf(nadia)).toMatchObject({ status: 'offered', quantityMilli: 6000 })
    now += PRIORITY_HOURS * HOUR_MS - 1
    expect(await lapsePriorities()).toBe(0)
    now += 1
    expect(await lapsePriorities()).toBe(1)
    expect(await lapsePriorities()).toBe(0)
    expect(await placeOf(nadia)).toBeNull()
    expect(await freeOf()).toBe(6000)
  })

  it('is left at any time; what was kept goes to the next', async () => {
    await join(claire, 10)
    await join(nadia, 10)
    await refuse()
    const waiterId = (await placeOf(claire))!.id
    expect(await leaveWaiting({ actor: nadia, waiterId })).toMatchObject({ error: { code: 'not-found' } })
    expect(await leaveWaiting({ actor: claire, waiterId })).toMatchObject({ ok: true })
    expect(await leaveWaiting({ actor: claire, waiterId })).toMatchObject({ ok: true })
    expect(await placeOf(nadia)).toMatchObject({ status: 'offered', position: 1 })
    expect(await freeOf()).toBe(0)
  })

  it.each([
    ['a request expires', async () => void ((now += 8 * 24 * HOUR_MS), await expireRequests())],
    [
      'a taker cancels',
      async () =>
        void (await decideReservation({ actor: holder, reservationId: held, action: 'cancel', reason: '' })),
    ],
    [
      'a dispute is cancelled',
      async () => {
        const reservationId = held
        await decideReservation({
          actor: giver,
          reservationId,
          action: 'accept',
          criterion: 'first',
          reason: '',
        })
        await openDispute({
          actor: holder,
          reservationId,
          id: newId(),
          cause: 'other',
          text: 'Rien sur place',
        })
        const disputeId = (await findOpenDisputeOf(reservationId))!.id
        const settle = { reservationId, disputeId, outcome: 'cancel', note: '' } as const
        await settleDispute({ actor: holder, ...settle })
        await settleDispute({ actor: giver, ...settle })
      },
    ],
  ])('is served when %s', async (_, free) => {
    await join(claire, 10)
    await free()
    expect(await placeOf(claire)).toMatchObject({ status: 'offered', quantityMilli: 10_000 })
  })

  it('waits while a lot is paused, is served when it comes back, and closes with it', async () => {
    await join(claire, 10)
    await join(nadia, 10)
    await changeLotStatus({ actor: giver, lotId, status: 'paused' })
    await refuse()
    expect(await placeOf(claire)).toMatchObject({ status: 'waiting' })
    await changeLotStatus({ actor: giver, lotId, status: 'published' })
    expect(await placeOf(claire)).toMatchObject({ status: 'offered' })
    await withdrawLot({ actor: giver, lotId, reason: 'Démoli' })
    expect(await listLine(lotId)).toEqual([])
    expect(await freeOf()).toBe(10_000)
  })

  it('tells people once, in the product and by e-mail', async () => {
    await join(claire, 10)
    await refuse()
    while (await runOnce('waiting-test'));
    now += PRIORITY_HOURS * HOUR_MS
    await lapsePriorities()
    while (await runOnce('waiting-test'));
    const told = (await open.read.select().from(notifications)).filter(
      ({ userId }) => userId === claire.userId,
    )
    expect(told.map(({ kind }) => kind)).toEqual(['waiting.offered', 'waiting.lapsed'])
    const mails = (await open.read.select().from(jobs))
      .filter(({ kind }) => kind === 'send-mail')
      .map(({ payload }) => payload as { to: { address: string }; subject: string })
      .filter(({ to }) => to.address === claire.email)
    expect(mails.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('vous est gardée'),
      expect.stringContaining('priorité est passée'),
    ])
  })
})

describe('pages of the line', () => {
  const ask = async (actor: Actor, form?: Record<string, string>) =>
    argsOf(await requestAs(actor, `/lots/${lotId}/attente`, form), { lotId })

  it('show a taker their place only, and the giver who waits, with a file', async () => {
    await join(nadia, 4)
    const joined = await answerOf(action(await ask(claire, { intent: 'join', id: newId(), quantity: '6' })))
    expect(joined).toMatchObject({ status: 302 })
    const mine = await answerOf(loader(await ask(claire)))
    expect(mine).toMatchObject({ line: null, place: { position: 2, length: 2 } })
    expect(await answerOf(loader(await ask(giver)))).toMatchObject({
      place: null,
      line: [{ organisationId: nadia.organisationId }, { organisationId: claire.organisationId }],
    })
    const csv = (await answerOf(csvLoader(await ask(giver)))) as Response
    expect((await csv.text()).trim().split('\n')).toHaveLength(3)
    expect(await answerOf(csvLoader(await ask(claire)))).toMatchObject({ status: 403 })
  })

  it('let the one with priority reserve what nobody else sees as free', async () => {
    await join(claire, 10)
    await refuse()
    const seenBy = async (actor: Actor) =>
      answerOf(newLoader(argsOf(await requestAs(actor, `/lots/${lotId}/reserver`), { lotId })))
    expect(await seenBy(claire)).toMatchObject({ isOpen: true, lot: { availableMilli: 10_000 } })
    expect(await seenBy(nadia)).toMatchObject({ isOpen: false, lot: { availableMilli: 0 } })
  })
})
