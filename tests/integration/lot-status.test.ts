import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import { newId } from '~/core/ids'
import { changeLotStatus } from '~/features/lots/commands/change-lot-status.server'
import { findLot } from '~/features/lots/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { withdrawLot } from '~/features/reservations/commands/withdraw-lot.server'
import { listReservationsOf } from '~/features/reservations/queries.server'
import { makeActor, makeLot, makeSite, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

let open: TestDatabase
let giver: Actor
let taker: Actor
let siteId = ''

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  open = await openTestDatabase()
  giver = await makeActor('giver')
  taker = await makeActor('taker')
  siteId = await makeSite(giver)
})
afterAll(() => {
  setClock()
  open.remove()
})

describe('withdrawing a lot', () => {
  it('refuses what waits, with the reason, frees it, and keeps what was accepted', async () => {
    const lotId = await makeLot(giver, siteId, 10)
    const [waiting, accepted] = [newId(), newId()]
    for (const id of [waiting, accepted]) {
      await requestReservation({ actor: taker, lotId, id, quantity: 4000, message: '' })
    }
    await decideReservation({ actor: giver, reservationId: accepted, action: 'accept', reason: '' })
    expect((await withdrawLot({ actor: taker, lotId, reason: 'retiré' })).ok).toBe(false)
    expect((await withdrawLot({ actor: giver, lotId, reason: 'retiré' })).ok).toBe(true)
    const own = new Map((await listReservationsOf(taker.organisationId)).map((row) => [row.id, row]))
    expect(own.get(waiting)).toMatchObject({ status: 'refused', decisionReason: 'retiré' })
    expect(own.get(accepted)).toMatchObject({ status: 'accepted' })
    expect(await findLot(lotId)).toMatchObject({ status: 'withdrawn', availableMilli: 6000 })
    const back = { actor: giver, lotId, status: 'published' } as const
    expect(await changeLotStatus(back)).toMatchObject({ error: { code: 'conflict' } })
  })
})

describe('an address that is not confirmed', () => {
  it.each(['published', 'paused', 'withdrawn'] as const)('does not make a lot %s', async (status) => {
    const lotId = await makeLot(giver, siteId, 10)
    if (status === 'published') await changeLotStatus({ actor: giver, lotId, status: 'paused' })
    const before = (await findLot(lotId))?.status
    const actor = { ...giver, isConfirmed: false }
    const moved =
      status === 'withdrawn'
        ? await withdrawLot({ actor, lotId, reason: 'retiré' })
        : await changeLotStatus({ actor, lotId, status })
    expect(moved).toMatchObject({ error: { code: 'email-unconfirmed' } })
    expect((await findLot(lotId))?.status).toBe(before)
  })
})

it('a lot back online is told of, as needs may have come meanwhile', async () => {
  const lotId = await makeLot(giver, siteId, 10)
  const told = () =>
    open.writer
      .prepare("select count(*) from outbox where topic = 'lot.changed' and payload like ?")
      .pluck()
      .get(`%${lotId}%`)
  await changeLotStatus({ actor: giver, lotId, status: 'paused' })
  expect(told()).toBe(0)
  await changeLotStatus({ actor: giver, lotId, status: 'published' })
  expect(told()).toBe(1)
})

it('a lot whose window has passed does not come back online', async () => {
  const lotId = await makeLot(giver, siteId, 10)
  await changeLotStatus({ actor: giver, lotId, status: 'paused' })
  setClock({ now: () => Date.parse(`${addDays(TODAY, 4000)}T12:00:00Z`) })
  const back = { actor: giver, lotId, status: 'published' } as const
  expect(await changeLotStatus(back)).toMatchObject({ error: { code: 'window-passed' } })
})
