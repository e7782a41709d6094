import { afterAll, beforeAll, beforeEach } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { joinWaiting } from '~/features/lots/commands/join-waiting.server'
import { leaveWaiting } from '~/features/lots/commands/leave-waiting.server'
import { findLot } from '~/features/lots/queries.server'
import { findPlaceInLine } from '~/features/lots/queries/waiting.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { makeActor, makeLot, makeSite, openTestDatabase, TODAY, type TestDatabase } from './deal'

export const HOUR_MS = 3_600_000

/** A lot of ten pieces that one taker holds whole, and two more who would like some: made anew before each test. */
export type Queue = {
  open: TestDatabase
  giver: Actor
  holder: Actor
  claire: Actor
  nadia: Actor
  siteId: string
  lotId: string
  /** The reservation of `holder`. */
  held: string
  /** What the clock says. */
  now: number
}

/** Sets a queue up for the tests of a file, and what its people do. */
export function queueForEach() {
  const queue = {} as Queue
  beforeAll(async () => {
    setClock({ now: () => queue.now })
    queue.open = await openTestDatabase()
  })
  afterAll(() => {
    queue.open.remove()
    setClock()
  })
  beforeEach(async () => {
    queue.now = Date.parse(`${TODAY}T12:00:00Z`)
    queue.giver = await makeActor('giver')
    for (const who of ['holder', 'claire', 'nadia'] as const) queue[who] = await makeActor('taker')
    queue.siteId = await makeSite(queue.giver)
    queue.lotId = await makeLot(queue.giver, queue.siteId, 10)
    queue.held = newId()
    const { holder: actor, lotId, held: id } = queue
    await requestReservation({ actor, lotId, id, quantity: 10_000, message: '' })
  })
  const placeOf = (actor: Actor) => findPlaceInLine(queue.lotId, actor.organisationId)
  return {
    queue,
    placeOf,
    join: (actor: Actor, units: number, id = newId()) => {
      queue.now += 1000
      return joinWaiting({ actor, lotId: queue.lotId, id, quantity: units * 1000 })
    },
    reserve: (actor: Actor, units: number) =>
      requestReservation({ actor, lotId: queue.lotId, id: newId(), quantity: units * 1000, message: '' }),
    refuse: (reservationId = queue.held) =>
      decideReservation({
        actor: queue.giver,
        reservationId,
        action: 'refuse',
        criterion: 'other',
        reason: '',
      }),
    freeOf: async () => (await findLot(queue.lotId))?.availableMilli,
    leave: async (actor: Actor) => leaveWaiting({ actor, waiterId: (await placeOf(actor))!.id }),
  }
}
