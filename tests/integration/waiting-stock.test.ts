import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { holdsStock } from '~/core/reservation-status'
import { changeLotStatus } from '~/features/lots/commands/change-lot-status.server'
import { joinWaiting } from '~/features/lots/commands/join-waiting.server'
import { lapsePriorities, leaveWaiting } from '~/features/lots/commands/leave-waiting.server'
import { PRIORITY_HOURS } from '~/features/lots/model/waiting-line'
import { findLot } from '~/features/lots/queries.server'
import { findPlaceInLine } from '~/features/lots/queries/waiting.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { openDispute } from '~/features/reservations/commands/open-dispute.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { settleDispute } from '~/features/reservations/commands/settle-dispute.server'
import { findReservationView, listReservationsOf } from '~/features/reservations/queries.server'
import { findOpenDisputeOf } from '~/features/reservations/queries/disputes.server'
import { lotWaiters } from '~db/sqlite/waiting'
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

describe('stock', () => {
  type Play =
    { kind: 'request' | 'join'; by: number; units: number } | { kind: string; by: number; which: number }
  const people = fc.nat(2)
  const play: fc.Arbitrary<Play> = fc.oneof(
    fc.record({
      kind: fc.constantFrom('request' as const, 'join' as const),
      by: people,
      units: fc.integer({ min: 1, max: 10 }),
    }),
    fc.record({
      kind: fc.constantFrom('accept', 'refuse', 'cancel', 'leave', 'lapse', 'dispute', 'settle', 'pause'),
      by: people,
      which: fc.nat(8),
    }),
  )

  it('is conserved, and no two hold the same part, whatever people do in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(play, { minLength: 3, maxLength: 25 }), async (plays) => {
        lotId = await makeLot(giver, siteId, 10)
        const takers = [holder, claire, nadia]
        const ids: string[] = []
        for (const one of plays) {
          now += 60_000
          await playOne(one, takers, ids)
          await expectConserved(takers)
        }
      }),
      { numRuns: 30 },
    )
  })

  async function playOne(one: Play, takers: Actor[], ids: string[]): Promise<void> {
    const actor = takers[one.by]!
    if ('units' in one) {
      if (one.kind === 'join') return void (await join(actor, one.units))
      const id = newId()
      const asked = await requestReservation({ actor, lotId, id, quantity: one.units * 1000, message: '' })
      if (asked.ok) ids.push(id)
      return
    }
    if (one.kind === 'leave') {
      if (await placeOf(actor)) await leave(actor)
      return
    }
    if (one.kind === 'lapse') {
      now += PRIORITY_HOURS * HOUR_MS
      return void (await lapsePriorities())
    }
    if (one.kind === 'pause') {
      const status = (await findLot(lotId))?.status === 'paused' ? 'published' : 'paused'
      return void (await changeLotStatus({ actor: giver, lotId, status }))
    }
    const reservationId = ids[one.which % Math.max(1, ids.length)]
    if (reservationId) await moveOne(one.kind, reservationId, one.which % 2 === 0)
  }

  async function moveOne(kind: string, reservationId: string, isGiver: boolean): Promise<void> {
    const view = (await findReservationView(reservationId))!
    const taker = [holder, claire, nadia].find((one) => one.organisationId === view.takerOrganisationId)!
    if (kind === 'dispute') {
      await openDispute({ actor: taker, reservationId, id: newId(), cause: 'other', text: 'Rien sur place' })
    } else if (kind === 'settle') {
      const disputeId = (await findOpenDisputeOf(reservationId))?.id ?? newId()
      const outcome = isGiver ? 'cancel' : 'resume'
      for (const actor of [giver, taker])
        await settleDispute({ actor, reservationId, disputeId, outcome, note: '' })
    } else {
      const actor = kind === 'cancel' && !isGiver ? taker : giver
      const action = kind as 'accept' | 'refuse' | 'cancel'
      await decideReservation({ actor, reservationId, action, criterion: 'other', reason: '' })
    }
  }

  async function expectConserved(takers: readonly Actor[]): Promise<void> {
    const lot = (await findLot(lotId))!
    const rows = (await Promise.all(takers.map((one) => listReservationsOf(one.organisationId)))).flat()
    const reserved = rows
      .filter((row) => row.lotId === lotId && holdsStock(row.status))
      .reduce((sum, row) => sum + row.quantityMilli, 0)
    const line = await open.read.select().from(lotWaiters).where(eq(lotWaiters.lotId, lotId))
    const kept = line
      .filter(({ status }) => status === 'offered')
      .reduce((sum, row) => sum + row.quantityMilli, 0)
    expect(lot.availableMilli).toBeGreaterThanOrEqual(0)
    expect(lot.availableMilli + reserved + kept).toBe(lot.quantityMilli)
    // While the lot is online, nobody waits for what is free and suits them.
    const waits = line.filter(
      ({ status, quantityMilli }) => status === 'waiting' && quantityMilli <= lot.availableMilli,
    )
    if (lot.status === 'published') expect(waits).toEqual([])
  }

  it('goes to one of two when a freed part is offered and asked for at the same moment', async () => {
    await join(claire, 10)
    const answers = await Promise.all([refuse(), reserve(nadia, 10), reserve(nadia, 3), reserve(claire, 10)])
    expect(answers.map(({ ok }) => ok)).toEqual([true, false, false, true])
    expect(await freeOf()).toBe(0)
  })
})
