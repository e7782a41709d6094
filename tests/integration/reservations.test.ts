import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { calendarYear } from '~/core/period'
import { recordHandover } from '~/features/accounting/commands/record-handover.server'
import { findHandoverEffect } from '~/features/accounting/handover-effect.server'
import { getCommuneAccount } from '~/features/accounting/queries/accounts.server'
import { listLedgerOfSites } from '~/features/accounting/queries.server'
import { findLot } from '~/features/lots/queries.server'
import { findNeed } from '~/features/needs/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { confirmHandover } from '~/features/reservations/commands/confirm-handover.server'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { expireRequests } from '~/features/reservations/commands/expire-requests.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { REQUEST_DAYS } from '~/features/reservations/model/machine'
import {
  findHandover,
  findReservationView,
  listReservationsOf,
  listTimeline,
} from '~/features/reservations/queries.server'
import { outbox } from '~db/sqlite/platform'
import {
  makeActor,
  makeLot,
  makeNeed,
  makeSite,
  openTestDatabase,
  TODAY,
  type TestDatabase,
} from '~tests/support/deal'

const NOON = Date.parse(`${TODAY}T12:00:00Z`)
let now = NOON
let open: TestDatabase
let giver: Actor
let taker: Actor
let stranger: Actor
let siteId: string
let lotId: string

beforeAll(async () => {
  setClock({ now: () => now })
  open = await openTestDatabase()
})
afterAll(() => {
  open.remove()
  setClock()
})

beforeEach(async () => {
  now = NOON
  giver = await makeActor('giver')
  taker = await makeActor('taker', '93048')
  stranger = await makeActor('taker')
  siteId = await makeSite(giver)
  lotId = await makeLot(giver, siteId, 100)
})

async function request(quantity = 40_000, needId?: string): Promise<string> {
  const answer = await requestReservation({ actor: taker, lotId, id: newId(), quantity, needId, message: '' })
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.id
}

async function accepted(quantity = 40_000, needId?: string): Promise<string> {
  const reservationId = await request(quantity, needId)
  await decideReservation({ actor: giver, reservationId, action: 'accept', criterion: 'first', reason: '' })
  return reservationId
}

function sign(actor: Actor, reservationId: string, massG: number) {
  return confirmHandover({ actor, reservationId, massG, signedName: actor.name })
}

const freeMilli = async () => (await findLot(lotId))?.availableMilli
const statusOf = async (id: string) => (await findReservationView(id))?.status

describe('a request', () => {
  it('holds its part of the lot until it is answered', async () => {
    const id = await request()
    expect(await statusOf(id)).toBe('requested')
    expect(await freeMilli()).toBe(60_000)
    expect((await listTimeline(id)).map((entry) => entry.kind)).toEqual(['requested'])
  })

  it('sent twice with the same id is one request', async () => {
    const order = { actor: taker, lotId, id: newId(), quantity: 40_000, message: '' }
    expect(await requestReservation(order)).toEqual({ ok: true, value: { id: order.id } })
    expect(await requestReservation(order)).toEqual({ ok: true, value: { id: order.id } })
    expect(await freeMilli()).toBe(60_000)
    expect(await listReservationsOf(taker.organisationId)).toHaveLength(1)
  })

  it('with the id of another one is refused', async () => {
    const id = await request()
    const stolen = await requestReservation({ actor: stranger, lotId, id, quantity: 1000, message: '' })
    expect(stolen).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(await freeMilli()).toBe(60_000)
  })

  it.each([
    ['more than is left', { quantity: 101_000 }, { code: 'out-of-stock', params: { left: 100 } }],
    ['half a piece', { quantity: 1_500 }, { code: 'whole-units', field: 'quantity' }],
    ['a lot that does not exist', { lotId: newId() }, { code: 'not-found' }],
    ['a need that does not exist', { needId: newId() }, { code: 'invalid', field: 'needId' }],
  ])('ASVS 2.3.2: for %s is refused and changes nothing', async (_name, change, error) => {
    const order = { actor: taker, lotId, id: newId(), quantity: 1000, message: '', ...change }
    expect(await requestReservation(order)).toMatchObject({ ok: false, error })
    expect(await freeMilli()).toBe(100_000)
  })

  it('for an own lot, a need of others or a lot that has left is refused', async () => {
    const order = { lotId, id: newId(), quantity: 1000, message: '' }
    const own = await requestReservation({ ...order, actor: giver })
    expect(own).toMatchObject({ ok: false, error: { code: 'own-lot' } })
    const needId = await makeNeed(stranger, 10)
    const foreign = await requestReservation({ ...order, actor: taker, needId })
    expect(foreign).toMatchObject({ ok: false, error: { code: 'invalid', field: 'needId' } })
    now = NOON + 3650 * 86_400_000
    const late = await requestReservation({ ...order, actor: taker })
    expect(late).toMatchObject({ ok: false, error: { code: 'not-open' } })
  })
})

describe('an answer', () => {
  it('that accepts keeps the stock, serves the need and keeps its criterion', async () => {
    const needId = await makeNeed(taker, 50)
    const id = await accepted(40_000, needId)
    expect(await statusOf(id)).toBe('accepted')
    expect(await freeMilli()).toBe(60_000)
    expect((await findNeed(needId))?.openMilli).toBe(10_000)
    expect((await listTimeline(id)).at(-1)).toMatchObject({
      kind: 'accepted',
      who: giver.name,
      criterion: 'first',
    })
  })

  it('that refuses frees the stock and keeps its reason', async () => {
    const id = await request()
    const reason = 'Le lot part avec un autre chantier.'
    await decideReservation({ actor: giver, reservationId: id, action: 'refuse', reason })
    expect(await statusOf(id)).toBe('refused')
    expect(await freeMilli()).toBe(100_000)
    expect((await findReservationView(id))?.decisionReason).toBe(reason)
  })

  it('ASVS 2.3.1: comes once: a second one is refused', async () => {
    const reservationId = await accepted()
    const again = await decideReservation({ actor: giver, reservationId, action: 'refuse', reason: '' })
    expect(again).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(await freeMilli()).toBe(60_000)
  })

  it('belongs to the giver, and a reservation to its two sides', async () => {
    const reservationId = await request()
    const byTaker = await decideReservation({ actor: taker, reservationId, action: 'accept', reason: '' })
    expect(byTaker).toMatchObject({ ok: false, error: { code: 'conflict' } })
    for (const action of ['accept', 'refuse', 'cancel'] as const) {
      const answer = await decideReservation({ actor: stranger, reservationId, action, reason: '' })
      expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } })
    }
    expect(await sign(stranger, reservationId, 1)).toMatchObject({ error: { code: 'not-found' } })
    expect(await statusOf(reservationId)).toBe('requested')
  })
})

describe('giving up', () => {
  it('by either side frees the stock and reopens exactly what the need had lost', async () => {
    const needId = await makeNeed(taker, 50)
    const first = await accepted(45_000, needId)
    const second = await accepted(20_000, needId)
    expect((await findNeed(needId))?.openMilli).toBe(0)
    await decideReservation({ actor: taker, reservationId: second, action: 'cancel', reason: '' })
    expect((await findNeed(needId))?.openMilli).toBe(5000)
    await decideReservation({ actor: giver, reservationId: first, action: 'cancel', reason: '' })
    expect((await findNeed(needId))?.openMilli).toBe(50_000)
    expect(await freeMilli()).toBe(100_000)
  })

  it('comes by itself when nobody answers in time', async () => {
    now = NOON + 100 * 86_400_000
    await expireRequests()
    const id = await request()
    now += REQUEST_DAYS * 86_400_000
    expect(await expireRequests()).toBe(0)
    now += 1
    expect(await expireRequests()).toBe(1)
    expect(await expireRequests()).toBe(0)
    expect(await statusOf(id)).toBe('expired')
    expect(await freeMilli()).toBe(100_000)
  })
})

describe('a handover', () => {
  it('waits for the same mass from both sides, then is collected', async () => {
    const id = await accepted()
    expect(await sign(giver, id, 80_000)).toMatchObject({ value: { state: { kind: 'waiting' } } })
    expect(await sign(taker, id, 78_000)).toMatchObject({
      value: { state: { kind: 'differs', giverMassG: 80_000, takerMassG: 78_000 }, handoverId: null },
    })
    expect(await statusOf(id)).toBe('accepted')
    const done = await sign(giver, id, 78_000)
    expect(done).toMatchObject({ value: { state: { kind: 'agreed', massG: 78_000 } } })
    expect(await statusOf(id)).toBe('collected')
    const { handover, confirmations } = await findHandover(id)
    expect(handover).toMatchObject({ massG: 78_000, handedOverOn: TODAY, legalStatus: 'reuse' })
    expect(confirmations.map((confirmation) => confirmation.massG)).toEqual([78_000, 78_000])
    expect(await freeMilli()).toBe(60_000)
  })

  it('names the giver as sorting operator, whoever signs last', async () => {
    const id = await accepted()
    await sign(giver, id, 80_000)
    await sign(taker, id, 80_000)
    expect((await findHandover(id)).handover?.sortingOperator).toBe(giver.organisationName)
  })

  it('ASVS 2.3.1: is not signed before it is accepted, nor changed after it is complete', async () => {
    const early = await request()
    expect(await sign(giver, early, 1)).toMatchObject({ error: { code: 'conflict' } })
    const id = await accepted()
    await sign(giver, id, 80_000)
    const done = await sign(taker, id, 80_000)
    expect(await sign(taker, id, 80_000)).toEqual(done)
    expect(await sign(taker, id, 90_000)).toMatchObject({ error: { code: 'conflict' } })
  })

  it('moves the rate of its commune by exactly its mass, once', async () => {
    const before = await getCommuneAccount('93066', calendarYear(2026))
    const id = await accepted()
    await sign(giver, id, 80_000)
    const done = await sign(taker, id, 80_000)
    const handoverId = done.ok ? done.value.handoverId! : ''
    await recordHandover(handoverId)
    await recordHandover(handoverId)
    const after = await getCommuneAccount('93066', calendarYear(2026))
    expect(after.localReuse.numeratorG - before.localReuse.numeratorG).toBe(80_000)
    expect(after.localReuse.denominatorG).toBe(before.localReuse.denominatorG)
    expect(await listLedgerOfSites([siteId])).toMatchObject([
      { handoverId, massG: 80_000, fromCommuneCode: '93066', toCommuneCode: '93048' },
    ])
    expect(await findHandoverEffect(handoverId)).toMatchObject({
      year: 2026,
      effect: { before: before.localReuse, after: after.localReuse },
    })
  })

  it('from a site without an inventory has no effect on a rate', async () => {
    siteId = await makeSite(giver, { inventoryG: null })
    lotId = await makeLot(giver, siteId, 100)
    const id = await accepted()
    await sign(giver, id, 80_000)
    const done = await sign(taker, id, 80_000)
    const handoverId = done.ok ? done.value.handoverId! : ''
    expect(await findHandoverEffect(handoverId)).toBeNull()
    await recordHandover(handoverId)
    expect(await findHandoverEffect(handoverId)).toMatchObject({ effect: null })
  })

  it('is told to the accounting in its own transaction', async () => {
    const id = await accepted()
    await sign(giver, id, 80_000)
    const done = await sign(taker, id, 80_000)
    const told = await open.read.select().from(outbox).where(eq(outbox.topic, 'handover.completed'))
    const handoverIds = told.map((message) => message.payload['handoverId'])
    expect(handoverIds).toContain(done.ok ? done.value.handoverId : '')
  })

  it('stays in the ledger: rows are neither changed nor deleted', async () => {
    const id = await accepted()
    await sign(giver, id, 80_000)
    const done = await sign(taker, id, 80_000)
    await recordHandover(done.ok ? done.value.handoverId! : '')
    expect(() => open.writer.exec('update ledger_rows set mass_g = 1')).toThrow(/append-only/)
    expect(() => open.writer.exec('delete from ledger_rows')).toThrow(/append-only/)
    expect(await listLedgerOfSites([siteId])).toMatchObject([{ massG: 80_000 }])
  })
})
