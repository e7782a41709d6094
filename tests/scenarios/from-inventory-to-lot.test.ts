import { beforeAll, expect } from 'vitest'
import { recordHandover } from '~/features/accounting/commands/record-handover.server'
import { readLineFunnels } from '~/features/accounting/funnel.server'
import { getCommuneAccount } from '~/features/accounting/queries/accounts.server'
import { answersFromLine } from '~/features/lots/model/answers-from-line'
import { findLot, listLotsOfSite } from '~/features/lots/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import {
  correctInventoryLine,
  editInventoryLine,
  removeInventoryLine,
} from '~/features/sites/commands/change-inventory-line.server'
import { describeInventory } from '~/features/sites/commands/describe-inventory.server'
import { findInventory, findInventoryLine } from '~/features/sites/queries.server'
import { correctLineSchema, editLineSchema, surveySchema } from '~/features/sites/schema'
import { createActor } from '~tests/support/actors'
import { accepts, granted, inventories, opensSite, publishes, requests, signs } from '~tests/support/answers'
import { scenario } from '~tests/support/scenario'

const YEAR = { from: '2026-01-01', until: '2027-01-01' }

scenario(
  {
    name: 'from-inventory-to-lot',
    title: 'A survey becomes a lot, and the rate keeps its denominator',
    purpose:
      'The survey of a school lists what is in it before works. Who runs the site publishes from its lines, so that each lot is held against what was surveyed, and corrects a mass once it has been weighed.',
    actors: {
      Karim: 'site manager of a strip-out company in Montreuil, gives materials',
      Claire: 'joiner in Montreuil, takes materials',
    },
  },
  ({ step }) => {
    let karim: Actor, claire: Actor
    let siteId: string, lineId: string, lotId: string
    const line = async () => (await findInventoryLine(lineId))!
    const denominatorG = async () => (await getCommuneAccount('93048', YEAR)).localReuse.denominatorG
    beforeAll(async () => {
      karim = await createActor('giver')
      claire = await createActor('taker')
    })

    step(
      'Karim',
      'types a line of the survey: 250 doors, 10 tonnes, half of them reusable',
      'the town’s rate has 10 tonnes in its denominator',
      async () => {
        siteId = await opensSite(karim)
        await inventories(karim, siteId)
        lineId = (await findInventory(siteId))!.lines[0]!.id
        expect(await denominatorG()).toBe(10_000_000)
      },
    )
    step('Karim', 'says who surveyed, and when', 'the inventory names them', async () => {
      const survey = surveySchema.parse({ kind: 'pemd', surveyedOn: '2026-05-04', surveyor: 'Atelier Diag' })
      granted(await describeInventory({ actor: karim, siteId, ...survey }))
      expect(await findInventory(siteId)).toMatchObject({
        surveyedOn: '2026-05-04',
        surveyor: 'Atelier Diag',
      })
    })
    step(
      'Karim',
      'mistypes a line of bricks without a mass, then takes it out',
      'its mass was estimated from a source, marked so, and leaves the denominator with it',
      async () => {
        const bricks = { material: 'brick', quantity: '1 000', massKg: undefined, reusableKg: '0' }
        await inventories(karim, siteId, bricks)
        const added = (await findInventory(siteId))!.lines.find(({ material }) => material === 'brick')!
        expect(added).toMatchObject({ massG: 2_300_000, massEstimated: true })
        expect(await denominatorG()).toBe(12_300_000)
        granted(await removeInventoryLine({ actor: karim, siteId, lineId: added.id }))
        expect(await denominatorG()).toBe(10_000_000)
      },
    )
    step(
      'Karim',
      'publishes a lot from the line of doors',
      'the form starts from the 125 reusable doors, and the lot keeps its line',
      async () => {
        const start = answersFromLine(await line(), [])
        expect(start).toMatchObject({ quantity: '125', unit: 'u', massKg: '5000', siteId })
        lotId = await publishes(karim, siteId, { inventoryLineId: lineId, quantity: '100', massKg: '4 000' })
        expect(await findLot(lotId)).toMatchObject({ inventoryLineId: lineId })
      },
    )
    step('Karim', 'starts a second lot from it', '25 doors are left to publish', async () => {
      expect(answersFromLine(await line(), await listLotsOfSite(siteId))).toMatchObject({ quantity: '25' })
    })
    step(
      'Karim',
      'tries to rewrite the line, then to delete it',
      'both are refused: a lot comes from it',
      async () => {
        const edit = editLineSchema.parse({
          ...{ material: 'door', product: 'Portes', quantity: '10', unit: 'u' },
          ...{ massKg: '400', reusableKg: '400' },
        })
        const of = { actor: karim, siteId, lineId }
        expect(await editInventoryLine({ ...of, ...edit })).toMatchObject({
          error: { code: 'line-has-lots' },
        })
        expect(await removeInventoryLine(of)).toMatchObject({ error: { code: 'line-has-lots' } })
      },
    )
    step(
      'Karim',
      'weighs the doors and corrects the line to 9 tonnes, with the reason',
      'the denominator follows, and the lot stays',
      async () => {
        const masses = { massKg: '9 000', reusableKg: '4 500', reason: 'Pesée sur place' }
        granted(
          await correctInventoryLine({ actor: karim, siteId, lineId, ...correctLineSchema.parse(masses) }),
        )
        expect(await denominatorG()).toBe(9_000_000)
      },
    )
    step(
      'Claire',
      'reserves fifty doors and signs 1,900 kg with Karim at the pickup',
      'the line tells 4 tonnes published and 1.9 handed over, and the rate divides by its 9 tonnes',
      async () => {
        const reservation = await requests(claire, lotId, 50)
        await accepts(karim, reservation)
        await signs(karim, reservation, 1_900_000)
        await recordHandover((await signs(claire, reservation, 1_900_000))!)
        const funnel = (await readLineFunnels(siteId)).get(lineId)
        expect(funnel).toMatchObject({ lots: 1, publishedG: 4_000_000, handedOverG: 1_900_000 })
        const { localReuse } = await getCommuneAccount('93048', YEAR)
        expect(localReuse).toMatchObject({ numeratorG: 1_900_000, denominatorG: 9_000_000 })
      },
    )
  },
)
