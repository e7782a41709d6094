import { beforeAll, expect } from 'vitest'
import { newId } from '~/core/ids'
import { findLot } from '~/features/lots/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { createActor } from '~tests/support/actors'
import { finds, granted, opensSite, publishes, requests } from '~tests/support/answers'
import { scenario } from '~tests/support/scenario'

scenario(
  {
    name: 'last-pieces',
    title: 'Two takers ask for the last pieces at once',
    purpose:
      'Two vans for the same doors is the end of trust. Whatever the order in which requests arrive, no more is promised than there is.',
    actors: {
      Karim: 'site manager, gives materials',
      Claire: 'joiner, takes materials',
      Nadia: 'another joiner, takes materials',
    },
  },
  ({ step }) => {
    let karim: Actor, claire: Actor, nadia: Actor
    let lotId: string, held: string
    const asks = (actor: Actor, id: string, units: number) =>
      requestReservation({ actor, lotId, id, quantity: units * 1000, message: '' })
    beforeAll(async () => {
      karim = await createActor('giver')
      claire = await createActor('taker')
      nadia = await createActor('taker')
    })

    step('Karim', 'publishes twelve doors', 'all twelve are free', async () => {
      lotId = await publishes(karim, await opensSite(karim))
      expect((await findLot(lotId))?.availableMilli).toBe(12_000)
    })
    step(
      'Claire',
      'asks for eight at the very moment when Nadia asks for eight',
      'one request is taken, the other is told that four are left',
      async () => {
        const ids = [newId(), newId()]
        const answers = await Promise.all([asks(claire, ids[0]!, 8), asks(nadia, ids[1]!, 8)])
        expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
        expect(answers.find(({ ok }) => !ok)).toMatchObject({
          error: { code: 'out-of-stock', params: { left: 4 } },
        })
        held = ids[answers.findIndex(({ ok }) => ok)]!
        expect((await findLot(lotId))?.availableMilli).toBe(4000)
      },
    )
    step(
      'Nadia',
      'asks for the four that are left',
      'the lot leaves the search, as nothing is free',
      async () => {
        await requests(nadia, lotId, 4)
        expect(await finds('portes')).not.toContain(lotId)
      },
    )
    step(
      'Karim',
      'refuses the request for eight',
      'those eight are free again, and found again',
      async () => {
        const decision = {
          action: 'refuse',
          criterion: 'other',
          reason: 'Trop tard pour le chantier',
        } as const
        granted(await decideReservation({ actor: karim, reservationId: held, ...decision }))
        expect((await findLot(lotId))?.availableMilli).toBe(8000)
        expect(await finds('portes')).toContain(lotId)
      },
    )
  },
)
