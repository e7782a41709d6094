import { beforeAll, expect } from 'vitest'
import { addDays } from '~/core/days'
import { changeLotStatus } from '~/features/lots/commands/change-lot-status.server'
import { findLot, findVisibleLot } from '~/features/lots/queries.server'
import { VISITOR } from '~/features/lots/model/visibility'
import type { Actor } from '~/features/organisations/model/permissions'
import { agreePickup } from '~/features/reservations/commands/agree-pickup.server'
import { proposePickup } from '~/features/reservations/commands/propose-pickup.server'
import { findHandover, findPickupPlace, findReservationView } from '~/features/reservations/queries.server'
import { findInventory } from '~/features/sites/queries.server'
import { createActor } from '~tests/support/actors'
import {
  accepts,
  finds,
  granted,
  inventories,
  opensSite,
  publishes,
  requests,
  signs,
} from '~tests/support/answers'
import { TODAY } from '~tests/support/deal'
import { scenario } from '~tests/support/scenario'

const SHARED = addDays(TODAY, 3)
const PUBLIC = addDays(TODAY, 7)
const SLOT = { on: addDays(TODAY, 12), part: 'morning' } as const

scenario(
  {
    name: 'site-manager',
    title: 'A site manager gives doors away before the skip comes',
    purpose:
      'Twelve good doors leave a school that is being stripped out. Who runs the site wants them gone by a date, taken by someone of the town if possible, with a signed proof of where they went.',
    actors: {
      Karim: 'site manager of a strip-out company in Montreuil, gives materials',
      Claire: 'joiner in Montreuil, takes materials',
      Nadia: 'joiner in Versailles, outside the town',
      Visitor: 'anyone, without an account',
    },
  },
  ({ step, travelTo }) => {
    let karim: Actor, claire: Actor, nadia: Actor
    let siteId: string, lotId: string, reservationId: string
    beforeAll(async () => {
      karim = await createActor('giver')
      claire = await createActor('taker')
      nadia = await createActor('taker', { communeCode: '92050' })
    })

    step('Karim', 'opens the site of the school', 'it is in Montreuil, with its address', async () => {
      siteId = await opensSite(karim)
    })
    step(
      'Karim',
      'types a line of the PEMD survey: 250 doors, 10 tonnes, half of them reusable',
      'the inventory of the site holds those masses',
      async () => {
        await inventories(karim, siteId)
        const inventory = await findInventory(siteId)
        expect(inventory?.lines).toMatchObject([{ massG: 10_000_000, reusableMassG: 5_000_000 }])
      },
    )
    step(
      'Karim',
      'declares asbestos on a lot',
      'it cannot be offered at all, and the form says so at the hazards',
      async () => {
        await expect(publishes(karim, siteId, { hazards: ['asbestos'] })).rejects.toThrow('asbestos')
      },
    )
    step(
      'Karim',
      'publishes twelve doors of 830 × 2040 mm with their dangers, shown to the commune after three days and to everyone after seven',
      'the lot carries its sheet and its dangers, and only his organisation finds it',
      async () => {
        lotId = await publishes(karim, siteId, {
          hazards: ['lead-paint', 'heavy-pieces'],
          visibility: 'staged',
          territory: 'commune',
          territoryFrom: SHARED,
          publicFrom: PUBLIC,
        })
        expect(await findLot(lotId)).toMatchObject({
          attributes: { leafWidth: 830, leafHeight: 2040 },
          hazards: ['lead-paint', 'heavy-pieces'],
        })
        expect(await finds('portes', karim)).toContain(lotId)
        expect(await finds('portes', claire)).not.toContain(lotId)
      },
    )
    step(
      'Claire',
      'searches three days later',
      'she finds the lot, as her workshop is in the town',
      async () => {
        travelTo(SHARED)
        expect(await finds('portes', claire)).toContain(lotId)
      },
    )
    step('Nadia', 'searches the same day', 'she does not find it, nor open it by its address', async () => {
      expect(await finds('portes', nadia)).not.toContain(lotId)
      expect(await findVisibleLot(lotId, VISITOR)).toBeNull()
    })
    step('Visitor', 'searches after seven days', 'the lot is there for everyone', async () => {
      travelTo(PUBLIC)
      expect(await finds('portes')).toContain(lotId)
      expect(await findVisibleLot(lotId, VISITOR)).not.toBeNull()
    })
    step('Karim', 'pauses the lot, then offers it again', 'it leaves the search and comes back', async () => {
      granted(await changeLotStatus({ actor: karim, lotId, status: 'paused' }))
      expect(await finds('portes')).not.toContain(lotId)
      granted(await changeLotStatus({ actor: karim, lotId, status: 'published' }))
      expect(await finds('portes')).toContain(lotId)
    })
    step('Claire', 'asks for eight of the twelve doors', 'four are left for others', async () => {
      reservationId = await requests(claire, lotId, 8)
      expect((await findLot(lotId))?.availableMilli).toBe(4000)
    })
    step(
      'Karim',
      'accepts her request',
      'she learns where the doors are, and the others still do not',
      async () => {
        const asked = (await findReservationView(reservationId))!
        expect(await findPickupPlace(asked, claire.organisationId)).toBeNull()
        await accepts(karim, reservationId)
        const accepted = (await findReservationView(reservationId))!
        expect(await findPickupPlace(accepted, claire.organisationId)).toMatchObject({
          address: '4 rue du Préau',
        })
        expect(await findPickupPlace(accepted, nadia.organisationId)).toBeNull()
      },
    )
    step('Karim', 'proposes a morning for the pickup', 'Claire agrees, and the half-day stands', async () => {
      granted(await proposePickup({ actor: karim, reservationId, slot: SLOT }))
      expect(granted(await agreePickup({ actor: claire, reservationId, slot: SLOT }))).toEqual(SLOT)
    })
    step(
      'Karim',
      'signs the handover of 320 kg that morning, and Claire signs the same mass',
      'the doors are handed over, with both signatures kept',
      async () => {
        travelTo(SLOT.on)
        expect(await signs(karim, reservationId, 320_000)).toBeNull()
        expect(await signs(claire, reservationId, 320_000)).not.toBeNull()
        const { handover, confirmations } = await findHandover(reservationId)
        expect(handover).toMatchObject({ massG: 320_000, handedOverOn: SLOT.on })
        expect(confirmations).toHaveLength(2)
      },
    )
  },
)
