import { beforeAll, expect } from 'vitest'
import { calendarYear } from '~/core/period'
import { recordHandover } from '~/features/accounting/commands/record-handover.server'
import { getCommuneAccount } from '~/features/accounting/queries/accounts.server'
import { listLedgerOfSites } from '~/features/accounting/queries.server'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { createActor } from '~tests/support/actors'
import { accepts, inventories, opensSite, publishes, requests, signs } from '~tests/support/answers'
import { scenario } from '~tests/support/scenario'

const YEAR = calendarYear(2026)
const rate = async () => (await getCommuneAccount('93048', YEAR)).localReuse

scenario(
  {
    name: 'commune-agent',
    title: 'A commune’s agent sees the reuse rate move',
    purpose:
      'The rate of a commune must rest on masses that two parties signed, and on nothing else. The agent follows one handover from the site to the figure.',
    actors: {
      Inès: 'agent of the town of Montreuil',
      Karim: 'site manager in Montreuil, gives materials',
      Claire: 'joiner in Montreuil, takes materials',
    },
  },
  ({ step }) => {
    let ines: Actor, karim: Actor, claire: Actor
    let siteId: string, reservationId: string, handoverId: string
    beforeAll(async () => {
      ines = await createActor('agent')
      karim = await createActor('giver')
      claire = await createActor('taker')
    })

    step(
      'Karim',
      'opens a site whose survey counts 10 tonnes',
      'they are what the rate divides by',
      async () => {
        siteId = await opensSite(karim)
        await inventories(karim, siteId)
        expect(await rate()).toMatchObject({ numeratorG: 0, denominatorG: 10_000_000 })
      },
    )
    step(
      'Claire',
      'reserves eight doors, and Karim accepts',
      'the rate does not move on a promise',
      async () => {
        reservationId = await requests(claire, await publishes(karim, siteId), 8)
        await accepts(karim, reservationId)
        expect((await rate()).numeratorG).toBe(0)
      },
    )
    step('Karim', 'signs 320 kg', 'the rate does not move on one signature', async () => {
      expect(await signs(karim, reservationId, 320_000)).toBeNull()
      expect((await rate()).numeratorG).toBe(0)
    })
    step('Claire', 'signs the same mass', 'the rate moves by exactly 320 kg', async () => {
      handoverId = (await signs(claire, reservationId, 320_000))!
      await recordHandover(handoverId)
      expect(await rate()).toMatchObject({ numeratorG: 320_000, denominatorG: 10_000_000 })
    })
    step(
      'Inès',
      'opens the handovers behind the figure',
      'there is one, with its mass and its two communes, and the same message twice counts once',
      async () => {
        await recordHandover(handoverId)
        expect(await listLedgerOfSites([siteId])).toMatchObject([
          { handoverId, massG: 320_000, fromCommuneCode: '93048', toCommuneCode: '93048' },
        ])
        expect((await rate()).numeratorG).toBe(320_000)
      },
    )
    step('Inès', 'tries to sign or to publish', 'an agent reads, and acts for nobody', () => {
      expect(can(ines, 'handover:confirm')).toBe(false)
      expect(can(ines, 'lot:create')).toBe(false)
      return Promise.resolve()
    })
  },
)
