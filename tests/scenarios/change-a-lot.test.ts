import { beforeAll, expect } from 'vitest'
import { addDays } from '~/core/days'
import { answersOfCopy } from '~/features/lots/model/lot-answers'
import { findLot } from '~/features/lots/queries.server'
import { listNotifications } from '~/features/notifications/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { listPhotosOfLots } from '~/features/photos/queries.server'
import { withdrawLot } from '~/features/reservations/commands/withdraw-lot.server'
import { runOnce } from '~/jobs/worker.server'
import { createActor } from '~tests/support/actors'
import {
  accepts,
  finds,
  granted,
  opensSite,
  publishes,
  requests,
  sendsPhoto,
  states,
} from '~tests/support/answers'
import { changes, given } from '~tests/support/change-lot'
import { TODAY } from '~tests/support/deal'
import { scenario } from '~tests/support/scenario'

scenario(
  {
    name: 'change-a-lot',
    title: 'A lot changes after it was published',
    purpose:
      'On site, counts change and photos get better. The giver corrects what is published without breaking what takers were promised, and uses a lot that is over to publish the next.',
    actors: {
      Karim: 'site manager of a strip-out company in Montreuil, gives materials',
      Claire: 'joiner in Montreuil, takes materials',
      Leïla: 'carpenter in Montreuil, takes materials',
    },
  },
  ({ step }) => {
    let karim: Actor, claire: Actor, leila: Actor
    let siteId: string, lotId: string, copyId: string
    let photos: string[]
    beforeAll(async () => {
      karim = await createActor('giver')
      claire = await createActor('taker')
      leila = await createActor('taker')
    })

    const lot = async () => (await findLot(lotId))!
    const photosOf = async () => ((await listPhotosOfLots([lotId])).get(lotId) ?? []).map(({ id }) => id)
    const newsOf = async (actor: Actor) => {
      while (await runOnce('scenario'));
      return (await listNotifications(actor.userId, { unreadOnly: false, limit: 10 })).filter(
        ({ path }) => path === `/lots/${lotId}`,
      )
    }
    const saves = (answers: Record<string, unknown>) => changes(karim, lotId, answers)

    step(
      'Karim',
      'publishes twelve worn doors with two photos',
      'Leïla, who needs doors in good condition, hears nothing of it',
      async () => {
        siteId = await opensSite(karim)
        await states(leila, { minCondition: '4' })
        photos = [await sendsPhoto(karim), await sendsPhoto(karim)]
        const answers = { condition: '2', photoIds: photos, access: 'Monte-charge' }
        lotId = await publishes(karim, siteId, answers)
        expect(await newsOf(leila)).toEqual([])
      },
    )
    step(
      'Karim',
      'looks at the doors again, raises their condition and puts the second photo first',
      'the page shows it at once, and Leïla is told, once',
      async () => {
        granted(await saves({ condition: '4', photoIds: [...photos].reverse() }))
        granted(await saves({ title: 'Portes à âme pleine, bon état' }))
        expect(await photosOf()).toEqual([...photos].reverse())
        expect(await finds('bon état')).toContain(lotId)
        expect(await newsOf(leila)).toHaveLength(1)
      },
    )
    step('Claire', 'asks for eight doors, and Karim accepts', 'eight of the twelve are hers', async () => {
      await accepts(karim, await requests(claire, lotId, 8))
      expect(await lot()).toMatchObject({ availableMilli: 4000 })
    })
    step(
      'Karim',
      'counts again and types seven',
      'the form says that eight are held, and nothing changes',
      async () => {
        const refused = await saves({ quantity: '7' })
        expect(refused).toMatchObject({ error: { code: 'below-held', params: { held: 8 } } })
        expect(await lot()).toMatchObject({ quantityMilli: 12_000 })
      },
    )
    step(
      'Karim',
      'tries to turn the lot into windows, another site, a higher price',
      'each is refused at its field: Claire was promised something else',
      async () => {
        const elsewhere = await opensSite(karim)
        for (const answers of [
          { material: 'window', attributes: {} },
          { siteId: elsewhere },
          { unitPrice: '5' },
        ]) {
          expect(await saves(answers)).toMatchObject({ error: { code: 'held-unchangeable' } })
        }
      },
    )
    step(
      'Karim',
      'finds lead paint on the doors and says so',
      'Claire, to whom eight are granted, is told to read the lot again',
      async () => {
        granted(await saves({ hazards: ['lead-paint'] }))
        while (await runOnce('scenario'));
        const news = await listNotifications(claire.userId, { unreadOnly: true, limit: 10 })
        expect(news.map(({ kind }) => kind)).toContain('reservation.lot-changed')
      },
    )
    step('Karim', 'types eight', 'all that is left is Claire’s, and the lot is full', async () => {
      granted(await saves({ quantity: '8' }))
      expect(await lot()).toMatchObject({ quantityMilli: 8000, availableMilli: 0 })
    })
    step(
      'Karim',
      'withdraws the lot and duplicates it for the doors of the next floor',
      'the copy starts from the same answers, dangers included, with photos of its own',
      async () => {
        granted(await withdrawLot({ actor: karim, lotId, reason: 'retiré' }))
        const answers = answersOfCopy(await lot(), TODAY)
        expect(answers).toMatchObject({ hazards: ['lead-paint'], access: 'Monte-charge' })
        expect(answers).not.toHaveProperty('photoIds')
        copyId = await publishes(karim, siteId, {
          ...given(answers),
          quantity: '6',
          availableUntil: addDays(TODAY, 60),
        })
        expect(await findLot(copyId)).toMatchObject({ title: (await lot()).title, availableMilli: 6000 })
        expect(copyId).not.toBe(lotId)
      },
    )
  },
)
