import { beforeAll, expect } from 'vitest'
import { addDays } from '~/core/days'
import { findLot } from '~/features/lots/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { expireRequests } from '~/features/reservations/commands/expire-requests.server'
import { REQUEST_DAYS } from '~/features/reservations/model/machine'
import { findReservationView } from '~/features/reservations/queries.server'
import { createActor } from '~tests/support/actors'
import { opensSite, publishes, requests } from '~tests/support/answers'
import { TODAY } from '~tests/support/deal'
import { scenario } from '~tests/support/scenario'

scenario(
  {
    name: 'expired-request',
    title: 'A request that nobody answers',
    purpose:
      'Doors that wait for an answer are doors that nobody else takes. A request holds them for a week only.',
    actors: {
      Karim: 'site manager, gives materials, on leave',
      Claire: 'joiner, takes materials',
      Gisement: 'the service itself, by its hourly round',
    },
  },
  ({ step, travelTo }) => {
    let karim: Actor, claire: Actor
    let lotId: string, reservationId: string
    const status = async () => (await findReservationView(reservationId))?.status
    beforeAll(async () => {
      karim = await createActor('giver')
      claire = await createActor('taker')
    })

    step('Claire', 'asks for all twelve doors', 'they are held for her', async () => {
      lotId = await publishes(karim, await opensSite(karim))
      reservationId = await requests(claire, lotId, 12)
      expect((await findLot(lotId))?.availableMilli).toBe(0)
    })
    step('Gisement', 'makes its round the day before the week is over', 'they are still held', async () => {
      travelTo(addDays(TODAY, REQUEST_DAYS - 1))
      expect(await expireRequests()).toBe(0)
      expect(await status()).toBe('requested')
    })
    step(
      'Gisement',
      'makes its round when the week is over',
      'the request has expired, the doors are free',
      async () => {
        travelTo(addDays(TODAY, REQUEST_DAYS + 1))
        expect(await expireRequests()).toBe(1)
        expect(await status()).toBe('expired')
        expect((await findLot(lotId))?.availableMilli).toBe(12_000)
      },
    )
    step(
      'Karim',
      'comes back and accepts',
      'he is told that it is too late, and nothing is held',
      async () => {
        const answer = { action: 'accept', criterion: 'first', reason: '' } as const
        expect(await decideReservation({ actor: karim, reservationId, ...answer })).toMatchObject({
          ok: false,
          error: { code: 'conflict' },
        })
        expect((await findLot(lotId))?.availableMilli).toBe(12_000)
      },
    )
    step('Claire', 'asks again', 'a new request holds them anew', async () => {
      reservationId = await requests(claire, lotId, 12)
      expect(await status()).toBe('requested')
    })
  },
)
