import { beforeAll, expect } from 'vitest'
import { addDays } from '~/core/days'
import { newId } from '~/core/ids'
import { recordHandover } from '~/features/accounting/commands/record-handover.server'
import { addEntry } from '~/features/closing/commands/change-entries.server'
import { markReady, reopenRecord } from '~/features/closing/commands/change-state.server'
import { describeRecord } from '~/features/closing/commands/describe-record.server'
import { explainGap } from '~/features/closing/commands/explain-gap.server'
import { readClosing } from '~/features/closing/read-closing.server'
import { entrySchema, gapSchema, recordSchema } from '~/features/closing/schema'
import type { Actor } from '~/features/organisations/model/permissions'
import { findInventory } from '~/features/sites/queries.server'
import { createActor } from '~tests/support/actors'
import { accepts, granted, inventories, opensSite, publishes, requests, signs } from '~tests/support/answers'
import { TODAY } from '~tests/support/deal'
import { scenario } from '~tests/support/scenario'

const KG = 1000

scenario(
  {
    name: 'closing-record',
    title: 'A finished site accounts for what its survey found',
    purpose:
      'Works are over, and the client of the works owes a closing record within 90 days. Who ran the site finds it filled from the signed handovers, adds what left otherwise, explains what does not add up, and says that it is ready to be copied to the State’s platform. Nothing is filed from here.',
    actors: {
      Karim: 'site manager of a strip-out company in Montreuil, gives materials',
      Claire: 'joiner in Montreuil, takes materials',
    },
  },
  ({ step }) => {
    let karim: Actor, claire: Actor
    let siteId: string, lineId: string
    const row = async () => (await readClosing(siteId)).sums.rows.find(({ id }) => id === lineId)!
    const at = async () => ({ actor: karim, siteId, revision: (await readClosing(siteId)).record.revision })
    const departs = async (answers: Record<string, string>) => {
      const entry = { intent: 'entry', revision: '0', id: newId(), ...answers }
      return addEntry({ ...entrySchema.parse(entry), ...(await at()), rowId: lineId })
    }
    const explains = async (gapG: number, reason: string) => {
      const gap = gapSchema.parse({ intent: 'gap', revision: '0', gapG: String(gapG), reason })
      return explainGap({ ...gap, ...(await at()), rowId: lineId })
    }
    beforeAll(async () => {
      karim = await createActor('giver')
      claire = await createActor('taker')
    })

    step(
      'Claire',
      'takes fifty doors of a site whose survey found 250, and both sign 1,900 kg',
      'the closing record of the site has them, with nothing typed: 8.1 of 10 tonnes are left to account for',
      async () => {
        siteId = await opensSite(karim, { startsOn: addDays(TODAY, -60), endsOn: addDays(TODAY, -5) })
        await inventories(karim, siteId)
        lineId = (await findInventory(siteId))!.lines[0]!.id
        const lot = { inventoryLineId: lineId, quantity: '50', massKg: '2 000' }
        const reservation = await requests(claire, await publishes(karim, siteId, lot), 50)
        await accepts(karim, reservation)
        await signs(karim, reservation, 1_900 * KG)
        await recordHandover((await signs(claire, reservation, 1_900 * KG))!)
        expect(await row()).toMatchObject({ handedOverG: 1_900 * KG, gapG: 8_100 * KG, state: 'open' })
      },
    )
    step(
      'Karim',
      'adds 200 kg of doors fitted again in the building, and 7.5 tonnes taken to a sorting centre, with its ticket',
      'the line has 400 kg left to explain',
      async () => {
        granted(await departs({ outcome: 'reused-in-place', massKg: '200' }))
        const more = { operator: 'Tri Modèle', wasteCode: '17 02 01', evidence: 'Ticket 4412' }
        granted(await departs({ outcome: 'recycled', massKg: '7 500', ...more }))
        expect(await row()).toMatchObject({ declaredG: 7_700 * KG, gapG: 400 * KG })
      },
    )
    step(
      'Karim',
      'says that the record is ready',
      'it is refused: neither client nor author is named, and a difference is open',
      async () => {
        expect(await markReady(await at())).toMatchObject({ error: { code: 'closing-author' } })
        const named = { intent: 'record', revision: '0', client: 'Ville Modèle', author: 'Karim' }
        granted(await describeRecord({ ...recordSchema.parse(named), ...(await at()) }))
        expect(await markReady(await at())).toMatchObject({ error: { code: 'closing-unexplained' } })
      },
    )
    step(
      'Karim',
      'explains that ten doors were left in place, then says again that it is ready',
      'the record is ready, and a departure typed now is refused',
      async () => {
        granted(await explains(400 * KG, 'left-in-place'))
        granted(await markReady(await at()))
        const late = await departs({ outcome: 'disposed', massKg: '10', operator: 'Tri Modèle' })
        expect(late).toMatchObject({ error: { code: 'closing-ready' } })
      },
    )
    step(
      'Claire',
      'takes ten more doors after all, 380 kg',
      'the explanation no longer fits: it is asked for again, and no mass was changed',
      async () => {
        const lot = { inventoryLineId: lineId, quantity: '10', massKg: '400' }
        const reservation = await requests(claire, await publishes(karim, siteId, lot), 10)
        await accepts(karim, reservation)
        await signs(karim, reservation, 380 * KG)
        await recordHandover((await signs(claire, reservation, 380 * KG))!)
        expect(await row()).toMatchObject({ surveyedG: 10_000 * KG, gapG: 20 * KG, state: 'stale' })
      },
    )
    step(
      'Karim',
      'opens the record again and explains the 20 kg that remain',
      'it is ready once more',
      async () => {
        granted(await reopenRecord(await at()))
        granted(await explains(20 * KG, 'weighed-otherwise'))
        granted(await markReady(await at()))
        expect((await readClosing(siteId)).record.state).toBe('ready')
      },
    )
  },
)
