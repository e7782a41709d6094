import { beforeAll, expect } from 'vitest'
import { addDays } from '~/core/days'
import { findLot } from '~/features/lots/queries.server'
import { findLotsForNeed } from '~/features/matching/queries.server'
import { findNeed } from '~/features/needs/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { findReservationView } from '~/features/reservations/queries.server'
import { newId } from '~/core/ids'
import { createActor } from '~tests/support/actors'
import { accepts, finds, opensSite, publishes, requests, signs, states } from '~tests/support/answers'
import { TODAY } from '~tests/support/deal'
import { scenario } from '~tests/support/scenario'

scenario(
  {
    name: 'contractor',
    title: 'A contractor finds doors for a job',
    purpose:
      'A joiner needs eight doors near the job and in time. What is too far, too late or too worn must not waste an afternoon; what fits must come with the reasons.',
    actors: {
      Claire: 'joiner in Montreuil, takes materials',
      Karim: 'site manager in Montreuil, gives materials',
    },
  },
  ({ step }) => {
    let claire: Actor, karim: Actor
    let near: string, worn: string, late: string, needId: string, reservationId: string
    const proposed = async () =>
      (await findLotsForNeed((await findNeed(needId))!, 10)).map(({ view }) => view)
    beforeAll(async () => {
      claire = await createActor('taker')
      karim = await createActor('giver')
    })

    step('Karim', 'publishes three lots of doors', 'a search finds all three, whoever asks', async () => {
      const siteId = await opensSite(karim)
      near = await publishes(karim, siteId)
      worn = await publishes(karim, siteId, { title: 'Portes usées', condition: '2' })
      late = await publishes(karim, siteId, {
        title: 'Portes plus tard',
        availableFrom: addDays(TODAY, 60),
        availableUntil: addDays(TODAY, 80),
      })
      expect(new Set(await finds('portes'))).toEqual(new Set([near, worn, late]))
    })
    step(
      'Claire',
      'states a need: eight doors in fair condition or better, within 15 km, in the coming weeks',
      'only the lot that fits is proposed, with a score that its reasons add up to',
      async () => {
        needId = await states(claire)
        const [best, ...others] = await findLotsForNeed((await findNeed(needId))!, 10)
        expect(best?.item.id).toBe(near)
        expect(others).toEqual([])
        const [view] = await proposed()
        expect(view!.score).toBeGreaterThan(50)
        expect(view!.parts.reduce((sum, part) => sum + part.points, 0)).toBeCloseTo(view!.score, 6)
      },
    )
    step('Claire', 'asks for half a door', 'she is told that doors are counted whole', async () => {
      const order = { actor: claire, lotId: near, id: newId(), quantity: 7500, message: '' }
      expect(await requestReservation(order)).toMatchObject({ error: { code: 'whole-units' } })
    })
    step(
      'Claire',
      'reserves eight of the twelve doors for her need',
      'four stay open to others',
      async () => {
        reservationId = await requests(claire, near, 8, needId)
        expect((await findLot(near))?.availableMilli).toBe(4000)
      },
    )
    step('Karim', 'accepts', 'her need is covered, and nothing more is proposed for it', async () => {
      await accepts(karim, reservationId)
      expect(await findNeed(needId)).toMatchObject({ openMilli: 0 })
      expect(await proposed()).toEqual([])
    })
    step(
      'Claire',
      'weighs 318 kg at the pickup and signs, then Karim signs 320 kg',
      'the two masses differ, so nothing counts yet',
      async () => {
        expect(await signs(claire, reservationId, 318_000)).toBeNull()
        expect(await signs(karim, reservationId, 320_000)).toBeNull()
        expect((await findReservationView(reservationId))?.status).toBe('accepted')
      },
    )
    step('Karim', 'signs her mass', 'the handover is done', async () => {
      expect(await signs(karim, reservationId, 318_000)).not.toBeNull()
      expect((await findReservationView(reservationId))?.status).toBe('collected')
    })
  },
)
