import { beforeAll, expect } from 'vitest'
import { nowMs } from '~/core/clock'
import { addDays } from '~/core/days'
import { calendarYear } from '~/core/period'
import { getMetropoleAccount } from '~/features/accounting/queries/accounts.server'
import { recordHandover } from '~/features/accounting/commands/record-handover.server'
import { filterAccounts } from '~/features/administration/model/account'
import { listAccounts } from '~/features/administration/queries/accounts.server'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { createActor } from '~tests/support/actors'
import { accepts, finds, inventories, opensSite, publishes, requests, signs } from '~tests/support/answers'
import { TODAY } from '~tests/support/deal'
import { scenario } from '~tests/support/scenario'

scenario(
  {
    name: 'metropole-admin',
    title: 'The Métropole’s team watches over everything and acts for nobody',
    purpose:
      'Whoever runs the service must see what others do not see yet, and the figures of all communes together, without being able to publish, decide or sign in the place of an organisation.',
    actors: {
      Awa: 'member of the Métropole’s team',
      Karim: 'site manager, gives materials',
      Claire: 'joiner, takes materials',
    },
  },
  ({ step }) => {
    let awa: Actor, karim: Actor, claire: Actor
    let siteId: string, lotId: string
    beforeAll(async () => {
      awa = await createActor('admin')
      karim = await createActor('giver')
      claire = await createActor('taker')
    })

    step(
      'Karim',
      'publishes a lot that opens to everyone in five days',
      'Claire does not find it',
      async () => {
        siteId = await opensSite(karim)
        await inventories(karim, siteId)
        lotId = await publishes(karim, siteId, { visibility: 'staged', publicFrom: addDays(TODAY, 5) })
        expect(await finds('portes', claire)).toEqual([])
      },
    )
    step('Awa', 'searches', 'she finds it already', async () => {
      expect(await finds('portes', awa)).toEqual([lotId])
    })
    step(
      'Awa',
      'looks at what she may do with it',
      'she reads sites and reservations, and changes none',
      () => {
        const resource = { ownerOrganisationIds: [karim.organisationId] }
        expect(can(awa, 'site:read', resource)).toBe(true)
        expect(can(awa, 'reservation:read', resource)).toBe(true)
        const acts = ['lot:create', 'lot:manage', 'reservation:decide', 'handover:confirm'] as const
        expect(acts.filter((action) => can(awa, action, resource))).toEqual([])
        return Promise.resolve()
      },
    )
    step(
      'Awa',
      'opens the list of accounts and filters it by role',
      'she finds Karim among the givers, and Karim may not open the list',
      async () => {
        const all = filterAccounts(await listAccounts(), { q: '', role: 'cedant' }, nowMs())
        expect(all.map(({ id }) => id)).toEqual([karim.userId])
        expect([awa, karim].map((one) => can(one, 'administration:read'))).toEqual([true, false])
      },
    )
    step(
      'Claire',
      'takes eight doors from a lot shown to everyone and signs 320 kg, as Karim does',
      'the rate of the whole Métropole moves by exactly that mass',
      async () => {
        const reservationId = await requests(claire, await publishes(karim, siteId), 8)
        await accepts(karim, reservationId)
        await signs(karim, reservationId, 320_000)
        await recordHandover((await signs(claire, reservationId, 320_000))!)
        const { localReuse } = await getMetropoleAccount(calendarYear(2026))
        expect(localReuse).toMatchObject({ numeratorG: 320_000, denominatorG: 10_000_000 })
      },
    )
  },
)
