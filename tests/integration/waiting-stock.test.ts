import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '~/core/ids'
import { holdsStock } from '~/core/reservation-status'
import { changeLotStatus } from '~/features/lots/commands/change-lot-status.server'
import { lapsePriorities } from '~/features/lots/commands/leave-waiting.server'
import { PRIORITY_HOURS } from '~/features/lots/model/waiting-line'
import { findLot } from '~/features/lots/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { openDispute } from '~/features/reservations/commands/open-dispute.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { settleDispute } from '~/features/reservations/commands/settle-dispute.server'
import { findReservationView, listReservationsOf } from '~/features/reservations/queries.server'
import { findOpenDisputeOf } from '~/features/reservations/queries/disputes.server'
import { lotWaiters } from '~db/sqlite/waiting'
import { makeLot } from '~tests/support/deal'
import { HOUR_MS, queueForEach } from '~tests/support/queue'

const { queue, placeOf, join, reserve, refuse, freeOf, leave } = queueForEach()

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
        queue.lotId = await makeLot(queue.giver, queue.siteId, 10)
        const takers = [queue.holder, queue.claire, queue.nadia]
        const ids: string[] = []
        for (const one of plays) {
          queue.now += 60_000
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
      const asked = await requestReservation({
        actor,
        lotId: queue.lotId,
        id,
        quantity: one.units * 1000,
        message: '',
      })
      if (asked.ok) ids.push(id)
      return
    }
    if (one.kind === 'leave') {
      if (await placeOf(actor)) await leave(actor)
      return
    }
    if (one.kind === 'lapse') {
      queue.now += PRIORITY_HOURS * HOUR_MS
      return void (await lapsePriorities())
    }
    if (one.kind === 'pause') {
      const status = (await findLot(queue.lotId))?.status === 'paused' ? 'published' : 'paused'
      return void (await changeLotStatus({ actor: queue.giver, lotId: queue.lotId, status }))
    }
    const reservationId = ids[one.which % Math.max(1, ids.length)]
    if (reservationId) await moveOne(one.kind, reservationId, one.which % 2 === 0)
  }

  async function moveOne(kind: string, reservationId: string, isGiver: boolean): Promise<void> {
    const view = (await findReservationView(reservationId))!
    const taker = [queue.holder, queue.claire, queue.nadia].find(
      (one) => one.organisationId === view.takerOrganisationId,
    )!
    if (kind === 'dispute') {
      await openDispute({ actor: taker, reservationId, id: newId(), cause: 'other', text: 'Rien sur place' })
    } else if (kind === 'settle') {
      const disputeId = (await findOpenDisputeOf(reservationId))?.id ?? newId()
      const outcome = isGiver ? 'cancel' : 'resume'
      for (const actor of [queue.giver, taker])
        await settleDispute({ actor, reservationId, disputeId, outcome, note: '' })
    } else {
      const actor = kind === 'cancel' && !isGiver ? taker : queue.giver
      const action = kind as 'accept' | 'refuse' | 'cancel'
      await decideReservation({ actor, reservationId, action, criterion: 'other', reason: '' })
    }
  }

  async function expectConserved(takers: readonly Actor[]): Promise<void> {
    const lot = (await findLot(queue.lotId))!
    const rows = (await Promise.all(takers.map((one) => listReservationsOf(one.organisationId)))).flat()
    const reserved = rows
      .filter((row) => row.lotId === queue.lotId && holdsStock(row.status))
      .reduce((sum, row) => sum + row.quantityMilli, 0)
    const line = await queue.open.read.select().from(lotWaiters).where(eq(lotWaiters.lotId, queue.lotId))
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
    await join(queue.claire, 10)
    const answers = await Promise.all([
      refuse(),
      reserve(queue.nadia, 10),
      reserve(queue.nadia, 3),
      reserve(queue.claire, 10),
    ])
    expect(answers.map(({ ok }) => ok)).toEqual([true, false, false, true])
    expect(await freeOf()).toBe(0)
  })
})
