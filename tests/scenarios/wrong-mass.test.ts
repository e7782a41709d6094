import { beforeAll, expect } from 'vitest'
import { newId } from '~/core/ids'
import { answerCorrection, askCorrection } from '~/features/accounting/commands/correct-mass.server'
import { publishHead } from '~/features/accounting/commands/keep-chain.server'
import { readCommuneYear } from '~/features/accounting/commune-year.server'
import { listRowsOfHandover } from '~/features/accounting/queries/corrections.server'
import { verifyLedger } from '~/features/accounting/verify-ledger.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { createActor } from '~tests/support/actors'
import { granted, inventories, opensSite, publishes } from '~tests/support/answers'
import { handsOver } from '~tests/support/ledger'
import { scenario } from '~tests/support/scenario'

const KG = 1000

scenario(
  {
    name: 'wrong-mass',
    title: 'A wrong mass is corrected',
    purpose:
      'A figure that nobody may correct is wrong for ever, and one that anybody may change proves nothing. A correction is asked, agreed and added: what was wrong stays readable, and everything that counts it follows.',
    actors: {
      Karim: 'site manager, gives materials',
      Claire: 'joiner, takes materials',
      Sonia: 'officer of the Métropole, keeps the accounts',
    },
  },
  ({ step, travelTo }) => {
    let karim: Actor, claire: Actor, sonia: Actor
    let handoverId: string
    const correction = newId()
    const rate = async () => {
      const { account } = await readCommuneYear('93048', 2026)
      return account.localReuse
    }
    beforeAll(async () => {
      karim = await createActor('giver')
      claire = await createActor('taker')
      sonia = await createActor('admin')
    })

    step(
      'Karim',
      'hands 4,800 kg of doors over to Claire, where the scales said 480',
      'Montreuil counts 48.0 % of its inventory as reused',
      async () => {
        const siteId = await opensSite(karim, { endsOn: '2026-11-30' })
        await inventories(karim, siteId)
        const lotId = await publishes(karim, siteId)
        handoverId = await handsOver({ giver: karim, taker: claire }, lotId, 4800 * KG, 12)
        expect(await rate()).toMatchObject({ rate: 0.48, numeratorG: 4800 * KG })
        await publishHead()
      },
    )
    step(
      'Karim',
      'finds the weighing ticket and asks for 480 kg, as he typed one zero too many',
      'nothing changes before Claire has agreed',
      async () => {
        const asked = { id: correction, handoverId, massG: 480 * KG, reason: 'typing', note: '' } as const
        expect(granted(await askCorrection({ actor: karim, ...asked })).state).toBe('asked')
        expect((await rate()).rate).toBe(0.48)
      },
    )
    step('Claire', 'agrees', 'the rate follows: 4.8 %', async () => {
      granted(await answerCorrection({ actor: claire, id: correction, act: 'agree', answer: '' }))
      expect(await rate()).toMatchObject({ rate: 0.048, numeratorG: 480 * KG })
    })
    step(
      'Sonia',
      'reads the entry of the ledger',
      'the wrong row, the row that cancels it and the row that replaces it are all there',
      async () => {
        const rows = await listRowsOfHandover(handoverId)
        expect(rows.map(({ massG }) => massG / KG)).toEqual([4800, -4800, 480])
        expect(rows.map(({ decidedBy }) => decidedBy)).toEqual([null, 'both-sides', 'both-sides'])
      },
    )
    step(
      'Sonia',
      'verifies the chain the day after, against the head that was published before the correction',
      'every row still has the hash of the one before: nothing was rewritten',
      async () => {
        travelTo('2026-09-16')
        await publishHead()
        expect(await verifyLedger()).toMatchObject({ rows: 3, heads: 2, faults: [], unfounded: [] })
      },
    )
    step(
      'Sonia',
      'cancels the handover, as the doors came back the same evening',
      'nothing is left in the rate, and the chain holds',
      async () => {
        const cancel = { id: newId(), handoverId, massG: 0, reason: 'not-collected', note: '' } as const
        expect(granted(await askCorrection({ actor: sonia, ...cancel })).state).toBe('entered')
        expect(await rate()).toMatchObject({ rate: 0, numeratorG: 0 })
        expect((await verifyLedger()).faults).toEqual([])
      },
    )
  },
)
