import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { newId } from '~/core/ids'
import { changeLotStatus } from '~/features/lots/commands/change-lot-status.server'
import { lapsePriorities, leaveWaiting } from '~/features/lots/commands/leave-waiting.server'
import { PRIORITY_HOURS } from '~/features/lots/model/waiting-line'
import { listLine } from '~/features/lots/queries/waiting.server'
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
import { makeActor } from '~tests/support/deal'
import { HOUR_MS, queueForEach } from '~tests/support/queue'

const { queue, placeOf, join, reserve, refuse, freeOf, leave } = queueForEach()

describe('the line of a lot', () => {
  it('is joined once by someone who finds too little, in order of arrival', async () => {
    const id = newId()
    expect(await join(queue.claire, 6, id)).toMatchObject({ ok: true })
    expect(await join(queue.claire, 6, id)).toMatchObject({ ok: true })
    expect(await join(queue.claire, 2)).toMatchObject({ error: { code: 'already-waiting' } })
    expect(await join(queue.nadia, 11)).toMatchObject({ error: { code: 'out-of-stock' } })
    expect(await join(queue.giver, 1)).toMatchObject({ error: { code: 'own-lot' } })
    expect(await join(queue.nadia, 0.5)).toMatchObject({ error: { code: 'whole-units' } })
    await join(queue.nadia, 4)
    expect(await placeOf(queue.nadia)).toMatchObject({ position: 2, length: 2, status: 'waiting' })
    await refuse()
    const other = await makeActor('taker')
    await leave(queue.claire)
    await leave(queue.nadia)
    expect(await join(other, 3)).toMatchObject({ error: { code: 'not-waiting' } })
  })

  it('gives what is freed to the first whom it suits, who alone can take it', async () => {
    await join(queue.claire, 10)
    await join(queue.nadia, 4)
    await withTx((tx) =>
      tx.update(lots).set({ quantityMilli: 15_000, availableMilli: 5000 }).where(eq(lots.id, queue.lotId)),
    )
    const two = newId()
    await requestReservation({
      actor: queue.holder,
      lotId: queue.lotId,
      id: two,
      quantity: 5000,
      message: '',
    })
    await refuse(two)
    expect(await placeOf(queue.claire)).toMatchObject({ status: 'waiting', position: 1 })
    expect(await placeOf(queue.nadia)).toMatchObject({ status: 'offered', quantityMilli: 4000 })
    expect(await freeOf()).toBe(1000)
    expect(await reserve(queue.claire, 2)).toMatchObject({ error: { code: 'out-of-stock' } })
    expect(await reserve(queue.nadia, 4)).toMatchObject({ ok: true })
    expect(await placeOf(queue.nadia)).toBeNull()
    expect(await freeOf()).toBe(1000)
  })

  it('offers to the next what a priority leaves over, or does not use in time', async () => {
    await join(queue.claire, 10)
    await join(queue.nadia, 6)
    await refuse()
    expect(await freeOf()).toBe(0)
    expect(await reserve(queue.claire, 4)).toMatchObject({ ok: true })
    expect(await placeOf(queue.nadia)).toMatchObject({ status: 'offered', quantityMilli: 6000 })
    queue.now += PRIORITY_HOURS * HOUR_MS - 1
    expect(await lapsePriorities()).toBe(0)
    queue.now += 1
    expect(await lapsePriorities()).toBe(1)
    expect(await lapsePriorities()).toBe(0)
    expect(await placeOf(queue.nadia)).toBeNull()
    expect(await freeOf()).toBe(6000)
  })

  it('is left at any time; what was kept goes to the next', async () => {
    await join(queue.claire, 10)
    await join(queue.nadia, 10)
    await refuse()
    const waiterId = (await placeOf(queue.claire))!.id
    expect(await leaveWaiting({ actor: queue.nadia, waiterId })).toMatchObject({
      error: { code: 'not-found' },
    })
    expect(await leaveWaiting({ actor: queue.claire, waiterId })).toMatchObject({ ok: true })
    expect(await leaveWaiting({ actor: queue.claire, waiterId })).toMatchObject({ ok: true })
    expect(await placeOf(queue.nadia)).toMatchObject({ status: 'offered', position: 1 })
    expect(await freeOf()).toBe(0)
  })

  it.each([
    ['a request expires', async () => void ((queue.now += 8 * 24 * HOUR_MS), await expireRequests())],
    [
      'a taker cancels',
      async () =>
        void (await decideReservation({
          actor: queue.holder,
          reservationId: queue.held,
          action: 'cancel',
          reason: '',
        })),
    ],
    [
      'a dispute is cancelled',
      async () => {
        const reservationId = queue.held
        await decideReservation({
          actor: queue.giver,
          reservationId,
          action: 'accept',
          criterion: 'first',
          reason: '',
        })
        await openDispute({
          actor: queue.holder,
          reservationId,
          id: newId(),
          cause: 'other',
          text: 'Rien sur place',
        })
        const disputeId = (await findOpenDisputeOf(reservationId))!.id
        const settle = { reservationId, disputeId, outcome: 'cancel', note: '' } as const
        await settleDispute({ actor: queue.holder, ...settle })
        await settleDispute({ actor: queue.giver, ...settle })
      },
    ],
  ])('is served when %s', async (_, free) => {
    await join(queue.claire, 10)
    await free()
    expect(await placeOf(queue.claire)).toMatchObject({ status: 'offered', quantityMilli: 10_000 })
  })

  it('waits while a lot is paused, is served when it comes back, and closes with it', async () => {
    await join(queue.claire, 10)
    await join(queue.nadia, 10)
    await changeLotStatus({ actor: queue.giver, lotId: queue.lotId, status: 'paused' })
    await refuse()
    expect(await placeOf(queue.claire)).toMatchObject({ status: 'waiting' })
    await changeLotStatus({ actor: queue.giver, lotId: queue.lotId, status: 'published' })
    expect(await placeOf(queue.claire)).toMatchObject({ status: 'offered' })
    await withdrawLot({ actor: queue.giver, lotId: queue.lotId, reason: 'Démoli' })
    expect(await listLine(queue.lotId)).toEqual([])
    expect(await freeOf()).toBe(10_000)
  })

  it('tells people once, in the product and by e-mail', async () => {
    await join(queue.claire, 10)
    await refuse()
    while (await runOnce('waiting-test'));
    queue.now += PRIORITY_HOURS * HOUR_MS
    await lapsePriorities()
    while (await runOnce('waiting-test'));
    const told = (await queue.open.read.select().from(notifications)).filter(
      ({ userId }) => userId === queue.claire.userId,
    )
    expect(told.map(({ kind }) => kind)).toEqual(['waiting.offered', 'waiting.lapsed'])
    const mails = (await queue.open.read.select().from(jobs))
      .filter(({ kind }) => kind === 'send-mail')
      .map(({ payload }) => payload as { to: { address: string }; subject: string })
      .filter(({ to }) => to.address === queue.claire.email)
    expect(mails.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('vous est gardée'),
      expect.stringContaining('priorité est passée'),
    ])
  })
})

describe('pages of the line', () => {
  const ask = async (actor: Actor, form?: Record<string, string>) =>
    argsOf(await requestAs(actor, `/lots/${queue.lotId}/attente`, form), { lotId: queue.lotId })

  it('show a taker their place only, and the queue.giver who waits, with a file', async () => {
    await join(queue.nadia, 4)
    const joined = await answerOf(
      action(await ask(queue.claire, { intent: 'join', id: newId(), quantity: '6' })),
    )
    expect(joined).toMatchObject({ status: 302 })
    const mine = await answerOf(loader(await ask(queue.claire)))
    expect(mine).toMatchObject({ line: null, place: { position: 2, length: 2 } })
    expect(await answerOf(loader(await ask(queue.giver)))).toMatchObject({
      place: null,
      line: [{ organisationId: queue.nadia.organisationId }, { organisationId: queue.claire.organisationId }],
    })
    const csv = (await answerOf(csvLoader(await ask(queue.giver)))) as Response
    expect((await csv.text()).trim().split('\n')).toHaveLength(3)
    expect(await answerOf(csvLoader(await ask(queue.claire)))).toMatchObject({ status: 403 })
  })

  it('let the one with priority reserve what nobody else sees as free', async () => {
    await join(queue.claire, 10)
    await refuse()
    const seenBy = async (actor: Actor) =>
      answerOf(
        newLoader(argsOf(await requestAs(actor, `/lots/${queue.lotId}/reserver`), { lotId: queue.lotId })),
      )
    expect(await seenBy(queue.claire)).toMatchObject({ isOpen: true, lot: { availableMilli: 10_000 } })
    expect(await seenBy(queue.nadia)).toMatchObject({ isOpen: false, lot: { availableMilli: 0 } })
  })
})
