import { beforeAll, expect } from 'vitest'
import { addDays } from '~/core/days'
import { VISITOR } from '~/features/lots/model/visibility'
import { findVisibleLot } from '~/features/lots/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { findPickupPlace, findReservationView } from '~/features/reservations/queries.server'
import { createActor } from '~tests/support/actors'
import { finds, opensSite, publishes, requests } from '~tests/support/answers'
import { TODAY } from '~tests/support/deal'
import { scenario } from '~tests/support/scenario'

scenario(
  {
    name: 'visitor',
    title: 'A visitor looks around without an account',
    purpose:
      'Anyone may search and read. Nobody learns where a site is, who waits there, or what is not offered to them yet.',
    actors: {
      Visitor: 'anyone, without an account',
      Karim: 'site manager, gives materials',
      Claire: 'joiner, takes materials',
    },
  },
  ({ step, travelTo }) => {
    let karim: Actor, claire: Actor
    let shown: string, hidden: string
    beforeAll(async () => {
      karim = await createActor('giver')
      claire = await createActor('taker')
    })

    step('Karim', 'publishes a lot for everyone and one for later', 'both are his', async () => {
      const siteId = await opensSite(karim)
      shown = await publishes(karim, siteId)
      hidden = await publishes(karim, siteId, {
        title: 'Portes réservées',
        visibility: 'staged',
        publicFrom: addDays(TODAY, 5),
      })
    })
    step(
      'Visitor',
      'searches for «portes», with or without accents and capitals',
      'only the open lot is found',
      async () => {
        expect(await finds('portes')).toEqual([shown])
        expect(await finds('PORTES À ÂME')).toEqual([shown])
        expect(await finds('portes a ame')).toEqual([shown])
      },
    )
    step('Visitor', 'opens the hidden lot by its address', 'it is as if it did not exist', async () => {
      expect(await findVisibleLot(hidden, VISITOR)).toBeNull()
    })
    step('Visitor', 'reads the open lot', 'it names the commune, and nowhere the street', async () => {
      const lot = await findVisibleLot(shown, VISITOR)
      expect(lot?.communeName).toBe('Montreuil')
      expect(JSON.stringify(lot)).not.toContain('rue du Préau')
    })
    step(
      'Claire',
      'asks for a part of it',
      'not even she learns the street before she is accepted',
      async () => {
        const asked = await findReservationView(await requests(claire, shown, 2))
        expect(await findPickupPlace(asked!, claire.organisationId)).toBeNull()
      },
    )
    step('Visitor', 'comes back on the day announced', 'the second lot is there', async () => {
      travelTo(addDays(TODAY, 5))
      expect(await finds('reservees')).toEqual([hidden])
    })
  },
)
